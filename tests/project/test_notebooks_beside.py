from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from unspool_server import configured


def test_notebooks_need_packages_too(tmp_path: Path) -> None:
    source = "!ls\nfrom openai import OpenAI\nOpenAI().beta.threads.create()"
    book = {"nbformat": 4, "cells": [{"cell_type": "code", "source": source}]}
    (tmp_path / "a.ipynb").write_text(json.dumps(book))
    (tmp_path / "b.ipynb").write_text("openai")
    configured.forget()
    usage = configured.usage_around(tmp_path, date(2026, 11, 22))
    assert usage.needs == {"openai": ("a.ipynb",)}
