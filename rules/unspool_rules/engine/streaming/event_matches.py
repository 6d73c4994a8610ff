"""``match event.event``: each of its cases asks which event it is."""

from __future__ import annotations

import ast

from unspool_rules.catalogue.events import DONE, NEVER
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.streaming.event_tests import Test, of_names

_UNCERTAIN = "this case has no form that is certain"


def test_of_case(facts: Facts, match: ast.Match, case: ast.match_case) -> Test | None:
    """What a case asks for; None for the last one, which takes the rest."""
    if is_rest(case):
        last = case is match.cases[-1]
        return None if last else Test(match.subject, (), _UNCERTAIN)
    patterns = case.pattern.patterns if isinstance(case.pattern, ast.MatchOr) else [case.pattern]
    names = [p.value for p in patterns if isinstance(p, ast.MatchValue)]
    if len(names) != len(patterns) or case.guard is not None:
        return Test(match.subject, (), _UNCERTAIN)
    test = of_names(facts, match.subject, names)
    if DONE in test.shapes:
        return Test(match.subject, test.shapes, "the end of the stream is no event")
    return Test(match.subject, (), NEVER) if test.never else test


def is_rest(case: ast.match_case) -> bool:
    """``case _:``."""
    pattern = case.pattern
    bare = isinstance(pattern, ast.MatchAs) and pattern.pattern is None and pattern.name is None
    return bare and case.guard is None


__all__ = ["is_rest", "test_of_case"]
