"""Files of one project that import each other, read as one text so that they change together."""

from __future__ import annotations

from unspool_rules.linked.analysis import Joint, analyse_together
from unspool_rules.linked.program import Source

__all__ = ["Joint", "Source", "analyse_together"]
