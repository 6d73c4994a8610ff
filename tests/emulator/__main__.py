"""`python -m tests.emulator` serves until it is stopped."""

from __future__ import annotations

from .server import main

main()
