"""Clients of azure-ai-inference that a project's client of the betas handed out.

The package is retired itself: the project's OpenAI client takes their place, and what they were
asked for is asked of it.

Sources: azure-ai-projects 1.0.0b10 ``azure/ai/projects/operations/_patch.py``
(``InferenceOperations``); azure-ai-inference 1.0.0b9 ``azure/ai/inference/_patch.py`` and
``models/_patch.py``; openai 3.54.0 ``openai/resources/chat/completions`` and ``embeddings.py``.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from unspool_rules.engine.plan import Writer
from unspool_rules.engine.sites import Site
from unspool_rules.engine.streaming.stream_events import is_shown
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Item
from unspool_rules.syntax.names import last_name


@dataclass(frozen=True, slots=True)
class _Sort:
    """What one sort of client is asked for, and how."""

    method: str
    target: str
    given: frozenset[str]
    needed: frozenset[str]
    read: frozenset[str]
    """Attributes of an answer that are the same in both packages."""


_CHAT = _Sort(
    "complete",
    "chat.completions.create",
    frozenset(
        {
            *("model", "messages", "temperature", "top_p", "max_tokens", "stop", "seed"),
            *("presence_penalty", "frequency_penalty"),
        }
    ),
    frozenset({"model", "messages"}),
    frozenset({"choices", "message", "content", "usage", "model", "id"}),
)
_EMBEDDINGS = _Sort(
    "embed",
    "embeddings.create",
    frozenset({"model", "input", "dimensions"}),
    frozenset({"model", "input"}),
    frozenset({"data", "embedding", "index", "usage", "model"}),
)
_ROLES: Mapping[str, str] = {
    "SystemMessage": "system",
    "UserMessage": "user",
    "AssistantMessage": "assistant",
    "DeveloperMessage": "developer",
}
_CLIENT = "what is done with this client of azure-ai-inference is not in view"
_ANSWER = "what is done with this answer of azure-ai-inference is not in view"
_MESSAGES = "messages of azure-ai-inference are dictionaries now: write them as such"


def _plan(sort: _Sort) -> Callable[[Work, Site], None]:
    def plan(work: Work, site: Site) -> None:
        func = site.func
        group = func.value if isinstance(func, ast.Attribute) else None
        if not (isinstance(group, ast.Attribute) and group.attr == "inference"):
            work.block(site.anchor, "the project's client is not in view here")
            return
        work.refuse(
            site, {"connection_name": "the new client is that of the project, not of a connection"}
        )
        if site.asynchronous and not work.must_await(site):
            return
        for use in _uses(work, site):
            _ask(work, use, sort)
        project = group.value
        work.write_call(
            site,
            lambda r: f"{r.operand(project)}.get_openai_client",
            lambda _: [],
            node=work.outer(site),
        )
        work.note(
            "the project's OpenAI client takes the place of azure-ai-inference: it signs in with "
            "Entra ID, and reaches the project's own deployments"
        )

    return plan


def _uses(work: Work, site: Site) -> list[ast.expr]:
    """Every expression that stands for the client."""
    outer = work.outer(site)
    parent = work.tree.parents.get(outer)
    target: ast.expr | None = None
    if isinstance(parent, ast.withitem):
        target = parent.optional_vars
    elif isinstance(parent, ast.Assign) and len(parent.targets) == 1:
        target = parent.targets[0]
    elif isinstance(parent, ast.Attribute):
        return [outer]
    variable = work.facts.scopes.variable(target) if isinstance(target, ast.Name) else None
    if variable is None or len(work.facts.scopes.bindings(variable)) != 1:
        work.block(site.anchor, _CLIENT)
        return []
    return [*work.facts.scopes.reads(variable)]


def _ask(work: Work, client: ast.expr, sort: _Sort) -> None:
    """A call of the client."""
    func = work.tree.parents.get(client)
    call = work.tree.parents.get(func) if isinstance(func, ast.Attribute) else None
    if isinstance(func, ast.Attribute) and isinstance(call, ast.Call) and call.func is func:
        if func.attr == "close":
            return
        given = {k.arg: k.value for k in call.keywords}
        if func.attr == sort.method and not call.args and sort.needed <= given.keys():
            for name, value in given.items():
                if name not in sort.given:
                    work.block(value, f"`{name or '**'}` is given to openai in another way")
            if "messages" in given:
                _messages(work, given["messages"])
            work.replace(func, lambda r: f"{r.operand(client)}.{sort.target}")
            _answer(work, call, sort)
            return
    work.block(client, _CLIENT)


# -- messages --------------------------------------------------------------------------------------


def _messages(work: Work, node: ast.expr) -> None:
    literal = work.literal_of(node)
    if isinstance(literal, ast.Call) and last_name(literal.func) == "create_messages":
        return  # those of a `PromptTemplate` are dictionaries
    if not isinstance(literal, ast.List) or literal is not node:
        work.block(node, _MESSAGES)
        return
    for element in literal.elts:
        if isinstance(element, ast.Dict):
            continue
        text = _text(element) if isinstance(element, ast.Call) else None
        if not isinstance(element, ast.Call) or text is None:
            work.block(element, _MESSAGES)
            continue
        work.replace(element, _message(element, text))


def _text(made: ast.Call) -> ast.expr | None:
    """The content of a message, where it is no list of parts."""
    given = [*made.args, *(k.value for k in made.keywords if k.arg == "content")]
    if last_name(made.func) not in _ROLES or len(given) != 1:
        return None
    if len(made.args) + len(made.keywords) != 1 or isinstance(given[0], (ast.List, ast.Starred)):
        return None
    return given[0]


def _message(made: ast.Call, text: ast.expr) -> Writer:
    role = _ROLES[last_name(made.func)]

    def write(r: Rendering) -> Brackets:
        items = (Item(f'"{role}"', '"role": '), r.item('"content": ', r.code(text), text))
        return Brackets("", items, "{", "}", below=r.leftovers(made, [text]))

    return write


# -- answers ---------------------------------------------------------------------------------------


def _answer(work: Work, call: ast.Call, sort: _Sort) -> None:
    """What is read of an answer has the same names, as long as it is read here."""
    parent = work.tree.parents.get(call)
    todo: list[ast.expr] = [parent if isinstance(parent, ast.Await) else call]
    seen: set[ast.expr] = set()
    while todo:
        node = todo.pop()
        if node in seen:
            continue
        seen.add(node)
        parent = work.tree.parents.get(node)
        target: ast.expr | None = None
        if isinstance(parent, ast.Attribute) and parent.attr in sort.read:
            if parent.attr not in ("content", "embedding", "index", "model", "id"):
                todo.append(parent)
        elif isinstance(parent, ast.Subscript) and parent.value is node:
            todo.append(parent)
        elif isinstance(parent, ast.Assign) and len(parent.targets) == 1:
            target = parent.targets[0]
        elif isinstance(parent, (ast.For, ast.comprehension)) and parent.iter is node:
            target = parent.target
        elif not (isinstance(parent, ast.Expr) or is_shown(work.facts, node)):
            work.block(node, _ANSWER)
        if target is not None:
            variable = work.facts.scopes.variable(target) if isinstance(target, ast.Name) else None
            if variable is None:
                work.block(node, _ANSWER)
            else:
                todo += work.facts.scopes.reads(variable)


PLANNERS: Mapping[str, Callable[[Work, Site], None]] = {
    "other.get_chat_completions_client": _plan(_CHAT),
    "other.get_embeddings_client": _plan(_EMBEDDINGS),
}
