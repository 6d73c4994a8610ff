"""The edits of several plans, or none when the result would not be right."""

from __future__ import annotations

import ast
import tokenize
import warnings
from collections.abc import Sequence

from unspool_rules.engine.facts import Facts
from unspool_rules.engine.flow.bound import unbound, worse
from unspool_rules.engine.plan import CannotRender, Plan
from unspool_rules.engine.writing.formatted import as_formatted, length_of
from unspool_rules.engine.writing.quotes import in_quotes
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.engine.writing.tabs import with_tabs
from unspool_rules.model import Edit, Quotes, Span, Target, apply_edits
from unspool_rules.syntax.comments import same_comments
from unspool_rules.syntax.formatter import DEFAULT_LENGTH


def edits_of(
    facts: Facts,
    target: Target,
    plans: Sequence[Plan],
    line_length: int | None,
    quotes: Quotes | None = None,
) -> tuple[Edit, ...]:
    """Edits of plans that are applied together.

    The last guard: each module of the result compiles, every comment is still there, and no name is
    read where it is not set.

    Raises:
        CannotRender: the edits would not be right.
    """
    try:
        edits: list[Edit] = []
        for part in range(len(facts.tree.modules)):
            own = facts.tree.extent(part)
            source = facts.tree.source[own.start : own.end]
            stable = length_of(source, line_length)
            longest = stable or line_length or DEFAULT_LENGTH
            made = _guarded(facts, target, plans, longest, part)
            written = in_quotes(source, made, quotes)
            laid = as_formatted(source, written, longest, stable=stable is not None)
            edits += _moved(laid, own.start)
    except (SyntaxError, tokenize.TokenError, ValueError, LookupError, RecursionError) as error:
        raise CannotRender(f"the change could not be written ({type(error).__name__})") from error
    return tuple(edits)


def _guarded(
    facts: Facts, target: Target, plans: Sequence[Plan], line_length: int, part: int
) -> tuple[Edit, ...]:
    """The edits of one module, as places in its own text.

    Raises:
        CannotRender: the result would not be right.
    """
    rendering, made = _edits(facts, target, plans, line_length, part)
    own = facts.tree.extent(part)
    source = facts.tree.source[own.start : own.end]
    edits = with_tabs(source, _behind_mark(source, _moved(made, -own.start)))
    after = apply_edits(source, edits)
    if not same_comments(source, after):
        raise CannotRender("a comment would be lost")
    if _compiles(source) and not _compiles(after):
        raise CannotRender("the result is no Python")
    renamed = {new: variable.name for variable, new in rendering.naming.renamed.items()}
    renamed |= rendering.stand_ins
    if worse(facts.unset[part], unbound(ast.parse(after.removeprefix("\ufeff"))), renamed):
        raise CannotRender("a name would be read where it is not set")
    return edits


def _moved(edits: Sequence[Edit], by: int) -> tuple[Edit, ...]:
    return tuple(Edit(Span(e.span.start + by, e.span.end + by), e.text) for e in edits)


def _behind_mark(source: str, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """The same edits, with the byte order mark first (a form feed in a text of linked files)."""
    mark = source[:1]
    if mark not in ("\ufeff", "\f"):
        return edits
    return tuple(
        Edit(Span(1, max(e.span.end, 1)), e.text.removeprefix(mark)) if e.span.start == 0 else e
        for e in edits
    )


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
    facts: Facts, target: Target, plans: Sequence[Plan], line_length: int, part: int
) -> tuple[Rendering, tuple[Edit, ...]]:
    """Edits in up to three attempts, since a new name can be that of a legacy import.

    With the new one under an alias it shows whether the legacy one is still used. If not, its
    import goes, and no alias is needed.
    """
    none: frozenset[str] = frozenset()
    rendering = Rendering(facts, target, plans, line_length, none, part)
    edits = rendering.edits()
    clashes = rendering.imports.conflicts
    if not clashes:
        return rendering, edits
    rendering = Rendering(facts, target, plans, line_length, frozenset(clashes), part)
    edits = rendering.edits()
    free = {name: alias for name, alias in clashes.items() if alias in rendering.imports.gone}
    if not free:
        return rendering, edits
    rendering = Rendering(
        facts, target, plans, line_length, frozenset(set(clashes) - set(free)), part
    )
    rendering.imports.dropped |= set(free.values())
    return rendering, rendering.edits()
