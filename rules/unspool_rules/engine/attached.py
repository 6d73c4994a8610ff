"""Files attached to messages for the code interpreter: files of the agent's tool.

An attachment made its file one of the thread's. Where one agent answers in one thread, and each is
made once, the agent's own tool can have the file.

Source: https://platform.openai.com/docs/assistants/tools/code-interpreter ("Passing files to Code
Interpreter"), azure-ai-agents 1.1.0 ``MessageAttachment``.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from unspool_rules.engine.bindings import binding_at
from unspool_rules.engine.content import fields_of, kinds_of
from unspool_rules.engine.facts import Site
from unspool_rules.engine.work import Work, is_empty

NOTE = (
    "a file that was attached to a message for the code interpreter is a file of the agent's tool"
)
_LOOPS = (ast.For, ast.AsyncFor, ast.While, ast.comprehension)
_INTERPRETER = "code_interpreter"


def attached_to(work: Work, agent: Site) -> list[ast.expr]:
    """The ids of files that messages bring, and that an agent's tool takes over."""
    found = _handed_over(work)
    return found[1] if found is not None and found[0] is agent else []


def handed_over(work: Work) -> list[ast.expr]:
    """The attachments of messages whose files go to the tool of the agent that answers."""
    found = _handed_over(work)
    if found is None:
        return []
    work.note(NOTE)
    return found[2]


def _handed_over(work: Work) -> tuple[Site, list[ast.expr], list[ast.expr]] | None:
    """The agent, the ids of the files that it gets, and what brought them."""
    if "attached" not in work.memo:
        work.memo["attached"] = _find(work)
    found = work.memo["attached"]
    assert found is None or isinstance(found, tuple)
    return found


def _find(work: Work) -> tuple[Site, list[ast.expr], list[ast.expr]] | None:
    brought = list(_attachments(work))
    pair = _pair(work) if brought else None
    if pair is None:
        return None
    agent, thread = pair
    first = min(work.tree.span(s.func).start for s in _runs(work))
    files: list[ast.expr] = []
    for site, node in brought:
        if site is not thread and thread not in work.facts.origins(site.arguments["thread_id"]):
            return None
        ids = _ids(work, node)
        once = work.tree.function(node) is work.tree.function(agent.func)
        once = once and not any(isinstance(a, _LOOPS) for a in work.tree.ancestors(node))
        if ids is None or not once or work.tree.span(node).start > first:
            return None
        if not all(_known(work, value, agent) for value in ids):
            return None
        files += ids
    return agent, files, [node for _, node in brought]


def _attachments(work: Work) -> Iterator[tuple[Site, ast.expr]]:
    """What messages bring, with the call that makes the message or its thread."""
    for site in work.plan.sites:
        if site.operation == "message.create":
            given = site.arguments.get("attachments")
            if given is not None and not is_empty(given):
                yield site, given
        elif site.operation == "thread.create" and "messages" in site.arguments:
            messages = work.literal_of(site.arguments["messages"])
            for message in messages.elts if isinstance(messages, ast.List) else ():
                fields = fields_of(work.literal_of(message)) or {}
                given = fields.get("attachments")
                if given is not None and not is_empty(given):
                    yield site, given


def _runs(work: Work) -> list[Site]:
    return [s for s in work.plan.sites if s.operation.startswith("run.") and _agent_of(s)]


def _agent_of(site: Site) -> ast.expr | None:
    return site.arguments.get("assistant_id", site.arguments.get("agent_id"))


def _pair(work: Work) -> tuple[Site, Site] | None:
    """The one agent and the one thread of the flow, made once, that are only for each other."""
    agents = [s for s in work.plan.sites if s.operation == "agent.create"]
    threads = [s for s in work.plan.sites if s.operation == "thread.create"]
    if len(agents) != 1 or len(threads) != 1 or not _runs(work):
        return None
    agent, thread = agents[0], threads[0]
    kinds = kinds_of(work, agent.arguments.get("tools"))
    if agent.unpacked or _INTERPRETER not in kinds or None in kinds:
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


def _ids(work: Work, node: ast.expr) -> list[ast.expr] | None:
    """The ids of files that are there for the code interpreter only; None for any other."""
    listed = work.literal_of(node)
    if not isinstance(listed, (ast.List, ast.Tuple)) or listed is not node:
        return None
    found = []
    for element in listed.elts:
        fields = fields_of(element)
        if fields is None or set(fields) != {"file_id", "tools"}:
            return None
        if kinds_of(work, fields["tools"]) != {_INTERPRETER}:
            return None
        found.append(fields["file_id"])
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
        elif not isinstance(inner, (ast.Attribute, ast.Constant, ast.expr_context)):
            return False
    return True
