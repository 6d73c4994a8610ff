"""Judging migrated code from outside: nothing in here knows the engine's rules."""

from __future__ import annotations
