"""Annotations of listings of messages, which are lists of items now, or generators."""

from __future__ import annotations

import ast
from functools import cache

from unspool_rules.engine.flow.annotated import annotated, makers
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.names import last_name

_BETA = "OpenAIPageableListOfThreadMessage"
_PAGES = frozenset({"SyncCursorPage", "AsyncCursorPage", "ItemPaged", "AsyncItemPaged", _BETA})


def declare(work: Work, site: Site, *, lazy: bool = False, page: bool = False) -> None:
    """Let what is annotated as a page of messages say what a listing gives now.

    Args:
        lazy: whether it is a generator.
        page: whether it stays a page, with all items of the conversation.
    """
    if not any(name in work.tree.source for name in _PAGES):
        return
    form = "list"
    if lazy:
        form = "AsyncIterator" if site.asynchronous else "Iterator"
    for node in work.tree.of(ast.Name, ast.Attribute):
        name = last_name(node)
        owner = annotated(work.tree, node) if name in _PAGES else None
        made = makers(work.facts, owner) if owner is not None else []
        if site not in made:
            continue
        writer = _writer(form, whole=name == _BETA)
        if not _is_known(work, node) or overloads(work, owner):
            work.block(node, "what this page holds, or who else names it, is not certain here")
        elif page or any(s.operation != site.operation for s in made):
            work.block(node, "not every page that is annotated here becomes a list of messages")
        elif work.plan.replacements.get(node, writer) is not writer:
            work.block(node, "one way this is a list of messages now, and another way a generator")
        else:
            work.plan.replacements[node] = writer


def _is_known(work: Work, page: ast.expr) -> bool:
    """Whether what a page is said to hold is the SDK's message, which changes with it."""
    above = work.tree.parents.get(page)
    if not isinstance(above, ast.Subscript) or above.value is not page:
        return True
    known = {id(reference.node) for reference in work.facts.references}
    names = [n for n in ast.walk(above.slice) if isinstance(n, (ast.Name, ast.Attribute))]
    return any(id(n) in known for n in names)


def overloads(work: Work, function: ast.AST | None) -> list[ast.expr]:
    """What the overloads of a function say that it returns."""
    name = getattr(function, "name", None)
    return [
        other.returns
        for other in work.tree.of(ast.FunctionDef, ast.AsyncFunctionDef)
        if other.name == name
        and other.returns is not None
        and any(last_name(d) == "overload" for d in other.decorator_list)
    ]


def is_declared(work: Work, annotation: ast.expr) -> bool:
    """Whether an annotation says by now that there is no page."""
    return not any(
        last_name(node) in _PAGES and node not in work.plan.replacements
        for node in ast.walk(annotation)
        if isinstance(node, (ast.Name, ast.Attribute))
    )


@cache
def _writer(form: str, *, whole: bool) -> Writer:
    def write(r: Rendering) -> str:
        name = form if form == "list" else r.imports.need("collections.abc", form)
        return (
            f"{name}[{r.imports.need('openai.types.conversations', 'Message')}]" if whole else name
        )

    return write
