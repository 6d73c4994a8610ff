"""The file beside a program that holds the definitions of its stored assistants.

OpenAI's service stores no assistants any more, and a program may know one by its id only. It then
reads model, instructions and tools from ``assistants.json``, by the id that it uses already.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence

from unspool_rules.engine.facts import Site
from unspool_rules.engine.leaves import Leaves
from unspool_rules.engine.rendering import Rendering
from unspool_rules.engine.work import Work, is_missing
from unspool_rules.syntax.layout import Brackets, Item, lay_out

FILE = "assistants.json"
NOTE = (
    f"write the definitions of stored assistants into `{FILE}` beside the program: "
    '`{"asst_…": {"model": …, "instructions": …, "tools": […]}}`, as `responses.create` takes them'
)
TWO_WAYS = (
    "one way this is the id of a stored assistant, another way that of one made in the code: get "
    "the stored one with `assistants.retrieve` where its id is read, and hand on the assistants"
)
DEFINED = frozenset({"model", "instructions", "tools", "temperature", "top_p", "text", "reasoning"})
"""Arguments of ``responses.create`` that a definition may hold, too."""
MADE = ("agent.create", "agent.update", "agent.get")
"""Operations whose result is a definition that can be called."""
_NAME = "ASSISTANTS"


def is_looked_up(work: Work, agent: ast.expr) -> bool:
    """Whether an assistant is known by the id of a stored one only."""
    return not work.facts.origins(agent)


def is_unpacked(work: Work, site: Site, agent: ast.expr) -> bool:
    """Whether a run's definition is unpacked into its call, not called itself.

    A ``partial`` of what is read from a file has the type of a response without a stream.
    """
    if work.foundry(site):
        return False
    fetched = any(maker.operation == "agent.get" for maker in work.facts.origins(agent))
    return is_looked_up(work, agent) or (fetched and site in work.facts.flows)


def also_stored(work: Work, agent: ast.expr) -> ast.expr | None:
    """Where an id comes from that is not that of an assistant in view, beside one that is."""
    for leaf in Leaves(work.facts).of(agent):
        if isinstance(leaf, ast.Constant):
            if leaf.value:
                return leaf
        elif not work.facts.origins(leaf) and not is_missing(leaf):
            return leaf
    return None


def looked_up(r: Rendering, agent: ast.expr) -> str:
    """``ASSISTANTS[assistant_id]``."""
    return f"{_mapping(r, agent)}[{r.text(agent)}]"


def unpacked(r: Rendering, known: str, agent: ast.expr, changed: Sequence[Item] = ()) -> Item:
    """``**ASSISTANTS[assistant_id]``, with what a run changes in it.

    Args:
        known: the expression of the definition.
        agent: the legacy expression that it takes the place of.
        changed: items of a dict that take precedence over those of the definition.
    """
    if not changed:
        return r.item("**", known, agent)
    return r.item("**", Brackets("", (Item(known, "**"), *changed), "{", "}"), agent)


def definition_first(items: Iterable[Item]) -> list[Item]:
    """Arguments with the definition before the others."""
    return sorted(items, key=lambda item: item.prefix != "**")


def _mapping(r: Rendering, place: ast.expr) -> str:
    """The name of the definitions; they are read below the imports when they are not yet."""
    known = _known(r, place)
    if known is not None:
        return known
    module = r.module
    name = r.made_at(_NAME, module.body[0])
    json, path = r.imports.need_module("json"), r.imports.need("pathlib", "Path")
    read = f'{path}(__file__).with_name("{FILE}").read_text(encoding="utf-8")'
    head = f"{name} = {json}.loads"
    line = lay_out(Brackets(head, (Item(read),)), indent="", column=0, limit=r.limit)
    below_imports(r, "\n" + line)
    return name


def below_imports(r: Rendering, text: str) -> None:
    """Put text below the imports, above all code that is rewritten."""
    anchor = _anchor(r)
    if anchor is not None:
        r.lines.after(anchor, text)
    else:
        r.lines.before(r.tree.module.body[0], f"{text}\n")


def _known(r: Rendering, place: ast.expr) -> str | None:
    """The name that the definitions have where an earlier migration wrote their line."""
    scopes = r.facts.scopes
    for statement in r.module.body:
        if not isinstance(statement, ast.Assign) or len(statement.targets) != 1:
            continue
        target = statement.targets[0]
        if not isinstance(target, ast.Name) or not _reads_file(statement.value):
            continue
        variable = scopes.variable(target)
        if variable is not None and len(scopes.bindings(variable)) == 1:
            if scopes.lookup(target.id, scopes.scope_of(place)) == variable:
                return target.id
    return None


def _reads_file(value: ast.expr) -> bool:
    """Whether an expression is ``json.loads(… "assistants.json" …)``."""
    return (
        isinstance(value, ast.Call)
        and getattr(value.func, "attr", "") == "loads"
        and any(isinstance(n, ast.Constant) and n.value == FILE for n in ast.walk(value))
    )


def _anchor(r: Rendering) -> ast.stmt | None:
    """The last import above all code that is rewritten, else the module's docstring."""
    first_use = r.imports.first_use
    first = r.module.body[0]
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    found = first if documented else None
    for statement in r.module.body:
        if r.tree.span(statement).start >= first_use:
            break
        if _imports(statement):
            found = statement
    return found


def _imports(statement: ast.stmt) -> bool:
    """Whether a statement imports something, also in a ``try`` or under a condition."""
    if isinstance(statement, (ast.Import, ast.ImportFrom)):
        return True
    return isinstance(statement, (ast.Try, ast.If)) and any(
        isinstance(inner, (ast.Import, ast.ImportFrom)) for inner in statement.body
    )
