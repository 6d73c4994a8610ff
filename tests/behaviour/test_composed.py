"""Programs composed at random do after their migration what they did before."""

from __future__ import annotations

import os

import pytest

pytest.importorskip("starlette", reason="the emulator needs starlette and uvicorn")

from .composed.runs import judged
from .environments import LEGACY, NEW
from .needs import need

pytestmark = [
    pytest.mark.behaviour,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="programs are forked"),
]


@pytest.mark.parametrize("seed", range(3))
def test_none_is_wrong_silently(seed: int) -> None:
    need(LEGACY, NEW)
    results = list(judged(seed, range(30)))

    wrong = {r.program.number: r.wrong for r in results if r.wrong}
    whole = sum(r.whole for r in results)
    print(f"{whole} of {len(results)} migrate whole")
    assert not wrong
    assert not [r.program.number for r in results if r.unusable]
