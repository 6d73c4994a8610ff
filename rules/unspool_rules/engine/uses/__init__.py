"""Uses of legacy values, judged by what the value is."""

from __future__ import annotations
