"""The edits of several plans, or none when the result would not be right."""

from __future__ import annotations

import ast
import tokenize
import warnings
from collections.abc import Sequence

from unspool_rules.engine.bound import unbound, worse
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.plan import CannotRender, Plan
from unspool_rules.engine.rendering import Rendering
from unspool_rules.engine.tabs import with_tabs
from unspool_rules.model import Edit, Target, apply_edits
from unspool_rules.syntax.comments import same_comments


def edits_of(
    facts: Facts, target: Target, plans: Sequence[Plan], line_length: int
) -> tuple[Edit, ...]:
    """Edits of plans that are applied together; none when they would not be right.

    The last guard: the result compiles, every comment is still there, and no name is read where
    it is not set.
    """
    try:
        rendering, made = _edits(facts, target, plans, line_length)
        edits = with_tabs(facts.tree.source, made)
        after = apply_edits(facts.tree.source, edits)
        if not same_comments(facts.tree.source, after):
            return ()
        if _compiles(facts.tree.source) and not _compiles(after):
            return ()
        renamed = {new: variable.name for variable, new in rendering.naming.renamed.items()}
        renamed |= rendering.stand_ins
        unset = worse(facts.unset, unbound(ast.parse(after.removeprefix("\ufeff"))), renamed)
        return () if unset else edits
    except (
        CannotRender,
        SyntaxError,
        tokenize.TokenError,
        ValueError,
        LookupError,
        RecursionError,
    ):
        return ()


def _compiles(source: str) -> bool:
    """Whether Python takes a text, which it may not do although it parses; nothing is run."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            compile(
                source.removeprefix("\ufeff"),
                "",
                "exec",
                flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT,
                dont_inherit=True,
            )
        except (SyntaxError, ValueError):
            return False
    return True


def _edits(
    facts: Facts, target: Target, plans: Sequence[Plan], line_length: int
) -> tuple[Rendering, tuple[Edit, ...]]:
    """Edits in up to three attempts, since a new name can be that of a legacy import.

    With the new one under an alias it shows whether the legacy one is still used. If not, its
    import goes, and no alias is needed.
    """
    rendering = Rendering(facts, target, plans, line_length)
    edits = rendering.edits()
    clashes = rendering.imports.conflicts
    if not clashes:
        return rendering, edits
    rendering = Rendering(facts, target, plans, line_length, frozenset(clashes))
    edits = rendering.edits()
    free = {name: alias for name, alias in clashes.items() if alias in rendering.imports.gone}
    if not free:
        return rendering, edits
    rendering = Rendering(facts, target, plans, line_length, frozenset(set(clashes) - set(free)))
    rendering.imports.dropped |= set(free.values())
    return rendering, rendering.edits()
