"""Files that messages bring for tools: files of the agent's tools.

Such a file was the thread's. Where one agent answers in one thread, and each is made once, the
agent's own tools can have it, for all runs; ``run_files`` gives it to one run of any agent.

Source: https://platform.openai.com/docs/assistants/tools/code-interpreter ("Passing files to Code
Interpreter"); openai 1.3.0 ``openai/resources/beta/threads/messages/messages.py`` (``file_ids``).
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from unspool_rules.engine.flow.bindings import binding_at
from unspool_rules.engine.messages.content import fields_of, kinds_of
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work, is_empty

NOTE = "a file that a message brought for a tool is a file of the agent's tool"
_LOOPS = (ast.For, ast.AsyncFor, ast.While, ast.comprehension)
_CONDITIONS = (ast.If, ast.IfExp, ast.BoolOp, ast.ExceptHandler, ast.match_case)
_INTERPRETER = "code_interpreter"
_SEARCHES = {"retrieval", "file_search"}
_FIELDS = ("attachments", "file_ids")
"""Arguments of a message that bring files, in the second version of assistants and in the first."""


@dataclass(frozen=True, slots=True)
class Brought:
    """The ids of the files that messages bring to an agent, by what reads them."""

    interpreted: tuple[ast.expr, ...] = ()
    searched: tuple[ast.expr, ...] = ()
    agent: Site | None = None
    nodes: tuple[ast.expr, ...] = ()
    """The arguments of the messages."""


def brought_to(work: Work, agent: Site) -> Brought:
    """The files of messages that an agent's tools take over."""
    found = work.once(_brought)
    return found if found.agent is agent else Brought()


def taken_over(work: Work) -> tuple[ast.expr, ...]:
    """The arguments of messages whose files go to the tools of the agent that answers."""
    found = work.once(_brought)
    if found.nodes:
        work.note(NOTE)
    return found.nodes


def _brought(work: Work) -> Brought:
    return _find(work) or Brought()


def _find(work: Work) -> Brought | None:
    given = list(_given(work))
    pair = _pair(work) if given else None
    if pair is None:
        return None
    agent, thread = pair
    kinds = {k for k in kinds_of(work, agent.arguments.get("tools")) if k is not None}
    first = min(work.tree.span(s.func).start for s in _runs(work))
    files: dict[str, list[ast.expr]] = {_INTERPRETER: [], "file_search": []}
    for site, name, node in given:
        if site is not thread and thread not in work.facts.origins(site.arguments["thread_id"]):
            return None
        ids = _ids(work, name, node, kinds)
        if ids is None or not _always(work, node, agent) or work.tree.span(node).start > first:
            return None
        for kind, value in ids:
            if not _known(work, value, agent):
                return None
            files[kind].append(value)
    if files[_INTERPRETER] and _INTERPRETER not in kinds:
        return None
    stores = agent.arguments.get("tool_resources")
    if files["file_search"] and not (kinds & _SEARCHES and (stores is None or is_empty(stores))):
        return None
    return Brought(
        tuple(files[_INTERPRETER]),
        tuple(files["file_search"]),
        agent,
        tuple(node for _, _, node in given),
    )


def _given(work: Work) -> Iterator[tuple[Site, str, ast.expr]]:
    """What messages bring by which argument, with the call that makes the message or its thread."""
    for site in work.plan.sites:
        fields = [site.arguments] if site.operation == "message.create" else []
        if site.operation == "thread.create" and "messages" in site.arguments:
            messages = work.literal_of(site.arguments["messages"])
            listed = messages.elts if isinstance(messages, ast.List) else []
            fields = [fields_of(work.literal_of(message)) or {} for message in listed]
        for message in fields:
            given = ((name, message.get(name)) for name in _FIELDS)
            yield from ((site, n, g) for n, g in given if g is not None and not is_empty(g))


def _always(work: Work, node: ast.expr, agent: Site) -> bool:
    """Whether what a message brings comes once to each agent: in no loop, under no condition."""
    above, around = [*work.tree.ancestors(node)], {*work.tree.ancestors(agent.func)}
    return work.tree.function(node) is work.tree.function(agent.func) and not any(
        isinstance(a, _LOOPS) or (isinstance(a, _CONDITIONS) and a not in around) for a in above
    )


def _runs(work: Work) -> list[Site]:
    return [s for s in work.plan.sites if s.operation.startswith("run.") and _agent_of(s)]


def _agent_of(site: Site) -> ast.expr | None:
    return site.arguments.get("assistant_id", site.arguments.get("agent_id"))


def _pair(work: Work) -> tuple[Site, Site] | None:
    """The one agent and the one thread of the flow, made once, that are only for each other."""
    if work.facts.keeps_assistants:
        return None  # an assistant that is stored may answer in other threads, too
    agents = [s for s in work.plan.sites if s.operation == "agent.create"]
    threads = [s for s in work.plan.sites if s.operation == "thread.create"]
    if len(agents) != 1 or len(threads) != 1 or not _runs(work):
        return None
    agent, thread = agents[0], threads[0]
    kinds = kinds_of(work, agent.arguments.get("tools"))
    if agent.unpacked or None in kinds or not kinds & {_INTERPRETER, *_SEARCHES}:
        return None
    if any(s.operation.startswith(("agent.update", "thread_run")) for s in work.plan.sites):
        return None
    if work.tree.function(agent.func) is not work.tree.function(thread.func):
        return None
    if any(isinstance(a, _LOOPS) for s in (agent, thread) for a in work.tree.ancestors(s.func)):
        return None
    for site in work.plan.sites:
        given = site.arguments.get("thread_id")
        if given is not None and work.facts.origins(given) != [thread]:
            return None
    for site in _runs(work):
        given = _agent_of(site)
        if given is None or work.facts.origins(given) != [agent] or "tools" in site.arguments:
            return None
    return agent, thread


def _ids(
    work: Work, name: str, node: ast.expr, kinds: set[str]
) -> list[tuple[str, ast.expr]] | None:
    """The ids of files with the tools that read them; None where one has another form."""
    if not isinstance(node, (ast.List, ast.Tuple)):
        return None
    found: list[tuple[str, ast.expr]] = []
    for element in node.elts:
        fields = fields_of(element)
        if fields is None:  # the first version gave them to all tools of the assistant
            if name == "attachments" or isinstance(element, (ast.Dict, ast.Call, ast.Starred)):
                return None
            found += [(_INTERPRETER, element)] if _INTERPRETER in kinds else []
            found += [("file_search", element)] if kinds & _SEARCHES else []
            continue
        readers = kinds_of(work, fields.get("tools"))
        if set(fields) != {"file_id", "tools"} or not readers:
            return None
        if not readers <= {_INTERPRETER, "file_search"}:
            return None
        found += [(kind, fields["file_id"]) for kind in sorted(filter(None, readers))]
    return found


def _known(work: Work, value: ast.expr, agent: Site) -> bool:
    """Whether an expression can be written where the agent is made, and means the same there."""
    for inner in ast.walk(value):
        if isinstance(inner, ast.Name):
            here = binding_at(work.facts, inner, inner.id)
            if here is None or binding_at(work.facts, agent.anchor, inner.id) is not here:
                return False
            if work.tree.span(here.node).start > work.tree.span(agent.func).start:
                return False
        elif isinstance(inner, ast.Attribute):
            if not _stays(work, inner):
                return False
        elif not isinstance(inner, (ast.Constant, ast.expr_context)):
            return False
    return True


def _stays(work: Work, read: ast.Attribute) -> bool:
    """Whether an attribute, such as ``file.id``, is given to its object when that is made."""
    if not isinstance(read.value, ast.Name) or read.value.id in ("self", "cls"):
        return False
    attributes = (node for node in work.tree.of(ast.Attribute) if node.attr == read.attr)
    return all(isinstance(node.ctx, ast.Load) for node in attributes)
