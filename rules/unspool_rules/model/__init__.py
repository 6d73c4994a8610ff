"""The values that every layer speaks in."""

from __future__ import annotations

from unspool_rules.model.finding import (
    Analysis,
    Applicability,
    Blocker,
    Certainty,
    Failure,
    FileEdits,
    Finding,
    Fix,
    Note,
    Severity,
)
from unspool_rules.model.settings import Quotes, Settings, Target, TargetService
from unspool_rules.model.text import Edit, LineIndex, Span, apply_edits

__all__ = [
    "Analysis",
    "Applicability",
    "Blocker",
    "Certainty",
    "Edit",
    "Failure",
    "FileEdits",
    "Finding",
    "Fix",
    "LineIndex",
    "Note",
    "Quotes",
    "Settings",
    "Severity",
    "Span",
    "Target",
    "TargetService",
    "apply_edits",
]
