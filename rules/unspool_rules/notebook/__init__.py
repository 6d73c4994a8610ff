"""Notebooks: the code cells as one program, and its edits brought back into the cells."""

from __future__ import annotations

from unspool_rules.notebook.guard import guarded
from unspool_rules.notebook.magics import mask
from unspool_rules.notebook.program import Cell, Misfit, Program

__all__ = ["Cell", "Misfit", "Program", "guarded", "mask"]
