"""Calls of a program's own functions that only call the function which they are given."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Runner:
    """How such a function takes the function that it calls."""

    index: int
    """The place of that among the arguments of a call."""
    asynchronous: bool
    spreads: bool
    """Whether it passes positional arguments on."""
    named: bool
    """Whether it passes arguments on by their names."""
    limited: bool
    """Whether it gives the function a limit of time."""
    own: frozenset[str]
    """Its other parameters."""
