"""Runs become responses, and what waits for them goes."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

from unspool_rules.engine.content import fields_of, items_of
from unspool_rules.engine.definitions import assistant_of, name_of, structured
from unspool_rules.engine.exports import is_taken
from unspool_rules.engine.facts import Site
from unspool_rules.engine.formats import text_format, tool_choice
from unspool_rules.engine.loops import WaitLoop
from unspool_rules.engine.rendering import Rendering
from unspool_rules.engine.steps import included
from unspool_rules.engine.toolmodels.changes import is_of_mcp
from unspool_rules.engine.tools import openai_tools
from unspool_rules.engine.work import Work, is_empty
from unspool_rules.syntax.layout import Brackets, Code, Item, lay_out, listing, mapping
from unspool_rules.syntax.scopes import Variable

STREAMS = "streamed runs become `responses.create(stream=True)`; their events have other names"
CREATES = ("run.create", "run.process", "thread_run.create", "thread_run.process")

_PLAIN = {
    "metadata": "metadata",
    "parallel_tool_calls": "parallel_tool_calls",
    "max_completion_tokens": "max_output_tokens",
}
_OVERRIDES = ("model", "temperature", "top_p")


def create(work: Work, site: Site) -> None:
    _take_resources(work, site)
    thread = work.take(site, "thread_id")
    agent = work.take(site, "agent_id", "assistant_id")
    refuse_streaming(work, site)
    work.refuse(
        site,
        {
            "event_handler": STREAMS,
            "body": "a raw body has the old shape",
            "include": "`include` names other things for a response",
            "toolset": "functions are not called by the SDK any more: the loop has to be written",
            "tool_resources": "resources belong to the tools of the agent's definition",
            "reasoning_effort": "the reasoning effort is part of the agent's definition",
        },
    )
    if thread is None or agent is None:
        work.block(site.anchor, "thread and agent are not both given by name or position")
        return
    request = request_of(work, site, agent)
    if request is None:
        return
    func, arguments, used = request
    work.write_call(
        site,
        func,
        lambda r: [r.item("conversation=", r.code(thread), thread), *arguments(r)],
        used=(thread, *used),
    )
    rename_run(work, site)


def refuse_streaming(work: Work, site: Site) -> None:
    """Block on ``stream=True``: what comes back is looked at elsewhere."""
    stream = work.take(site, "stream")
    if stream is not None and not (isinstance(stream, ast.Constant) and stream.value is False):
        work.block(stream, STREAMS)


def _take_resources(work: Work, site: Site) -> None:
    if is_of_mcp(work, site.arguments.get("tool_resources")):
        work.used.setdefault(site, set()).add("tool_resources")
        del site.arguments["tool_resources"]


def create_with_thread(work: Work, site: Site) -> None:
    """A thread made on the way: a conversation is made in the statement before."""
    agent = work.take(site, "agent_id", "assistant_id")
    refuse_streaming(work, site)
    work.refuse(
        site,
        {
            "event_handler": STREAMS,
            "body": "a raw body has the old shape",
            "toolset": "functions are not called by the SDK any more: the loop has to be written",
            "tool_resources": "resources belong to the tools of the agent's definition",
        },
    )
    if agent is None:
        work.block(site.anchor, "the agent is not given by name or position")
        return
    conversation = made_on_the_way(work, site)
    if conversation is None:
        return
    request = request_of(work, site, agent)
    if request is None:
        return
    func, arguments, used = request
    work.write_call(
        site,
        func,
        lambda r: [conversation(r), *arguments(r)],
        used=(site.arguments.get("thread"), *used),
    )
    rename_run(work, site)


_BEFORE = (ast.Assign, ast.AnnAssign, ast.Expr, ast.Return, ast.withitem, ast.For, ast.AsyncFor)


def made_on_the_way(work: Work, site: Site) -> Callable[[Rendering], Item] | None:
    """Make the conversation that a run brings with it in the statement before.

    Returns:
        The argument that names the conversation.
    """
    thread = work.take(site, "thread")
    given = _thread_fields(work, thread)
    if given is None:
        return None
    items, metadata = given
    outer = work.outer(site)
    statement = work.tree.statement(outer)
    parent = work.tree.parents.get(outer)
    first = not isinstance(parent, ast.withitem) or parent in getattr(statement, "items", ())[:1]
    if not isinstance(parent, _BEFORE) or not first or not work.alone(statement):
        work.block(
            site.anchor, "there is no place here for a statement that makes the conversation"
        )
        return None
    work.plan.conversations.add(site)
    wait = "await " if site.asynchronous else ""

    def making(r: Rendering) -> str:
        found: list[Item] = []
        if items is not None:
            found.append(Item(items(r), "items="))
        if metadata is not None:
            found.append(Item(r.code(metadata), "metadata="))
        head = f"{r.conversation(site)} = {wait}"
        made = Brackets(f"{r.openai(site)}.conversations.create", tuple(found))
        column = len(r.tree.indent(statement)) + len(head)
        return head + lay_out(made, indent="", column=column, limit=r.limit)

    work.plan.inserted.setdefault(statement, []).append(making)
    return lambda r: r.item("conversation=", f"{r.conversation(site)}.id", thread)


def _thread_fields(
    work: Work, thread: ast.expr | None
) -> tuple[Callable[[Rendering], Code] | None, ast.expr | None] | None:
    """Items and metadata of a thread that is described in place."""
    if thread is None:
        return None, None
    literal = work.literal_of(thread)
    fields = fields_of(literal)
    if fields is None or not set(fields) <= {"messages", "metadata", "tool_resources"}:
        work.block(thread, "the thread is not described in place")
        return None
    resources = fields.get("tool_resources")
    if resources is not None and not is_empty(resources):
        work.block(
            resources, "a conversation has no tool resources: they belong to the agent's tools"
        )
        return None
    messages = fields.get("messages")
    if messages is None or is_empty(messages):
        return None, fields.get("metadata")
    items = items_of(work, messages)
    return None if items is None else (items, fields.get("metadata"))


Request = tuple[
    Callable[[Rendering], str],
    Callable[[Rendering], list[Item]],
    tuple[ast.expr | None, ...],
]


def request_of(work: Work, site: Site, agent: ast.expr) -> Request | None:
    """The new call without its conversation: function, arguments, legacy arguments used."""
    options = _options(work, site)
    messages = work.take(site, "additional_messages")
    extra = work.take(site, "additional_instructions")
    override = work.take(site, "instructions")
    items = items_of(work, messages) if messages is not None else None
    foundry = work.foundry(site)
    inputs: list[tuple[str, ast.expr]] = []
    said: ast.expr | None = None
    if foundry:
        for key, value in (("additional_instructions", extra), ("instructions", override)):
            if value is None:
                continue
            if structured(work, agent, key):
                inputs.append((key, value))
            elif key == "additional_instructions":
                said = value
            else:
                work.block(
                    value,
                    "instructions beside an agent are refused: they belong to its definition, "
                    "which is not in view",
                )
        name = name_of(work, agent)
        if name is None:
            return None
    else:
        said = extra
        if override is not None:
            options.append(("instructions", override, lambda r, v=override: r.code(v)))  # type: ignore[misc]
        caller = assistant_of(work, agent)
        if caller is None:
            return None
    if said is not None:
        work.note(
            "the extra instructions are a developer message now, which stays in the conversation"
        )
    if work.plan.blocked:
        return None

    def arguments(r: Rendering) -> list[Item]:
        found: list[Item] = []
        given: list[Code] = []
        if said is not None:
            given.append(mapping([("role", '"developer"'), ("content", r.code(said))]))
        if items is not None and messages is not None:
            code = items(r)
            if given and isinstance(messages, ast.List) and not isinstance(code, str):
                given += [i.value for i in code.items]
                found.append(r.item("input=", listing(given), messages, said))
            elif given:
                found.append(r.item("input=", listing([*given, f"*{r.text(messages)}"]), said))
            else:
                found.append(r.item("input=", code, messages))
        elif given:
            found.append(r.item("input=", listing(given), said))
        found += [r.item(f"{key}=", write(r), value) for key, value, write in options]
        asked = included(work, site)
        if asked:
            found.append(Item(listing(f'"{name}"' for name in asked), "include="))
        if foundry:
            assert name is not None
            body: list[tuple[str, Code]] = [
                (
                    r.target.reference_key,
                    mapping([("name", name(r)), ("type", '"agent_reference"')]),
                )
            ]
            if inputs:
                body.append(("structured_inputs", mapping([(k, r.code(v)) for k, v in inputs])))
            found.append(r.item("extra_body=", mapping(body), agent, *(v for _, v in inputs)))
        return found

    def func(r: Rendering) -> str:
        if foundry:
            return f"{r.openai(site)}.responses.create"
        assert caller is not None
        return caller(r)

    used = (agent, messages, said, *(v for _, v in inputs), *(v for _, v, _ in options))
    return func, arguments, used


Option = tuple[str, ast.expr, Callable[[Rendering], Code]]


def _options(work: Work, site: Site) -> list[Option]:
    found: list[Option] = []
    for old, new in _PLAIN.items():
        value = work.take(site, old)
        if value is not None:
            found.append((new, value, lambda r, v=value: r.code(v)))  # type: ignore[misc]
    if work.take(site, "max_prompt_tokens") is not None:
        work.note("`max_prompt_tokens` has no counterpart and is gone")
    truncation = work.take(site, "truncation_strategy")
    if truncation is not None:
        fields = fields_of(truncation) or {}
        kind = work.string_value(fields.get("type"))
        if kind in ("auto", "disabled") and set(fields) == {"type"}:
            found.append(("truncation", truncation, lambda _, k=kind: f'"{k}"'))  # type: ignore[misc]
        else:
            work.block(truncation, "a response truncates by itself or not at all")
    choice = work.take(site, "tool_choice")
    if choice is not None:
        written = tool_choice(work, choice)
        if written is not None:
            found.append(("tool_choice", choice, written))
    for name in (*_OVERRIDES, "tools", "response_format"):
        value = work.take(site, name)
        if value is None:
            continue
        if work.foundry(site):
            if not (name == "response_format" and work.string_value(value) == "auto"):
                work.block(
                    value, f"`{name}` beside an agent is refused: it belongs to the definition"
                )
        elif name == "tools":
            tools = openai_tools(work, value, None)
            if tools is not None:
                found.append(("tools", value, tools))
        elif name == "response_format":
            text = text_format(work, value)
            if text is not None:
                found.append(("text", value, text))
        else:
            found.append((name, value, lambda r, v=value: r.code(v)))  # type: ignore[misc]
    return found


def rename_run(work: Work, site: Site) -> None:
    work.rename_result(site, "run", "response")
    work.note(
        "a response is finished when the call returns; requests that fail raise openai's errors"
    )


def get(work: Work, site: Site) -> None:
    """A poll: its loop goes when it only waits; a lone refresh of a finished response goes, too."""
    run_id = work.take(site, "run_id")
    work.take(site, "thread_id")
    work.transport(site)
    if run_id is None:
        work.block(site.anchor, "the run's id is not given by name or position")
        return
    name = work.binding_name(site)
    variable = work.facts.scopes.variable(name) if name is not None else None
    statement = work.tree.statement(site.anchor)
    if variable is not None and _refreshes(work, run_id):
        assert isinstance(run_id, ast.Attribute)
        same = work.variable_of(run_id.value) == variable
        if not same and (source := _copied(work, variable)) is not None:
            for use in work.facts.scopes.uses(variable):
                if isinstance(use.ctx, ast.Load):
                    work.replace(use, lambda r: r.names.get(source, source.name))
            same = True
        elif not same:
            known = run_id.value
            work.replace(work.outer(site), lambda r: r.code(known))
            work.plan.renames[variable] = ("run", "response")
        loop = _loop_of(work, site)
        if loop is None:
            if same:
                work.remove(statement)
            return
        if _waits(work, loop, variable, site):
            return
        if work.plan.blocked or work.foundry(site):
            return
        work.plan.replacements.pop(work.outer(site), None)
    elif variable is None and _read_at_once(work, site, run_id):
        return
    if work.foundry(site):
        work.block(
            site.anchor,
            "a response is finished when `responses.create` returns, and fetching it by an id "
            "from elsewhere is not certain to work beside an agent",
        )
        return
    _retrieve(work, site, run_id)
    if variable is not None:
        work.plan.renames[variable] = ("run", "response")


def _read_at_once(work: Work, site: Site, run_id: ast.expr) -> bool:
    """``retrieve(run_id=run.id).status`` reads the run that it brings up to date."""
    known = run_id.value if isinstance(run_id, ast.Attribute) else None
    if not (isinstance(known, ast.Name) and _refreshes(work, run_id)):
        return False
    run = work.variable_of(known)
    work.replace(work.outer(site), lambda r: r.code(known))
    loop = _loop_of(work, site)
    if loop is None or run is None or _waits(work, loop, run, site):
        return True
    if not work.plan.blocked:
        work.plan.replacements.pop(work.outer(site), None)
    return work.plan.blocked


def _copied(work: Work, variable: Variable) -> Variable | None:
    """The variable of the run that ``status = retrieve(run_id=run.id)`` only brings up to date.

    Then the second variable can go: the response it would hold is the first one.
    """
    if is_taken(work.facts, variable):
        return None
    sources: set[Variable | None] = set()
    for binding in work.facts.scopes.bindings(variable):
        value = binding.value.value if isinstance(binding.value, ast.Await) else binding.value
        poll = work.facts.by_call.get(value) if isinstance(value, ast.Call) else None
        run_id = poll.arguments.get("run_id") if poll is not None else None
        if poll is None or poll.operation != "run.get" or not isinstance(run_id, ast.Attribute):
            return None
        if binding.path or not work.alone(work.tree.statement(poll.func)):
            return None
        sources.add(work.variable_of(run_id.value))
    source = sources.pop() if len(sources) == 1 else None
    if source is None or source.scope is not variable.scope:
        return None
    return source if len(work.facts.scopes.bindings(source)) == 1 else None


def _retrieve(work: Work, site: Site, run_id: ast.expr) -> None:
    work.write_call(
        site,
        lambda r: f"{r.openai(site)}.responses.retrieve",
        lambda r: [r.item("", r.code(run_id), run_id)],
        used=(run_id,),
    )


def _refreshes(work: Work, run_id: ast.expr) -> bool:
    """Whether ``run = get(run_id=run.id)`` brings a run up to date that is finished by then."""
    if not (isinstance(run_id, ast.Attribute) and run_id.attr == "id"):
        return False
    makers = work.facts.origins(run_id.value)
    polls = ("run.get", "run.submit", "run.submit_poll", "run.poll")
    created = [m for m in makers if m.operation in CREATES]
    return bool(created) and all(m.operation in (*CREATES, *polls) for m in makers)


def _loop_of(work: Work, site: Site) -> ast.While | ast.For | None:
    for parent in work.tree.ancestors(site.anchor):
        if isinstance(parent, (ast.While, ast.For)):
            return parent
        if isinstance(parent, (ast.FunctionDef, ast.AsyncFunctionDef, ast.AsyncFor, ast.ClassDef)):
            return None
    return None


def _waits(work: Work, loop: ast.While | ast.For, variable: Variable, site: Site) -> bool:
    """Plan the removal of a waiting loop; block where it does more."""
    creating = [
        s
        for s in work.plan.sites
        if s.operation in CREATES and any(a is loop for a in work.tree.ancestors(s.anchor))
    ]
    if creating:
        if work.outer(site) not in work.plan.replacements:
            work.remove(work.tree.statement(site.anchor))
        return True
    polls = [
        s
        for s in work.plan.sites
        if s.operation == "run.get"
        and any(a is loop for a in work.tree.ancestors(s.anchor))
        and work.outer(s) not in work.plan.replacements
    ]
    wait = WaitLoop(work, loop, variable, polls)
    if wait.refusals:
        if work.foundry(site):
            for refusal in wait.refusals:
                work.block(refusal.node, refusal.reason)
        return False
    if not work.alone(loop):
        work.block(loop, "the loop shares its line with another statement")
        return True
    if wait.timed:
        work.note("the loop's own time-out is gone: give the client a `timeout=` instead")
    work.plan.rewritten[loop] = wait.lines
    work.plan.given_up.update(wait.given_up)
    return True


def poll(work: Work, site: Site) -> None:
    """``runs.poll`` waits; a response is finished already."""
    run_id = work.take(site, "run_id")
    name = work.binding_name(site)
    variable = work.facts.scopes.variable(name) if name is not None else None
    if run_id is not None and variable is not None and _refreshes(work, run_id):
        assert isinstance(run_id, ast.Attribute)
        known = run_id.value
        work.take(site, "thread_id")
        work.transport(site)
        if work.variable_of(known) == variable:
            work.remove(work.tree.statement(site.anchor))
        else:
            work.replace(work.outer(site), lambda r: r.code(known))
            work.plan.renames[variable] = ("run", "response")
        return
    if run_id is not None and not work.foundry(site):
        work.take(site, "thread_id")
        _retrieve(work, site, run_id)
        return
    work.block(site.anchor, "the run that is waited for is not in view")


def _blocked(reason: str) -> Callable[[Work, Site], None]:
    def plan(work: Work, site: Site) -> None:
        work.block(site.anchor, reason)

    return plan


PLANNERS: Mapping[str, Callable[[Work, Site], None]] = {
    "run.create": create,
    "run.process": create,
    "thread_run.create": create_with_thread,
    "thread_run.process": create_with_thread,
    "run.get": get,
    "run.poll": poll,
    "run.list": _blocked("responses cannot be listed: keep their ids yourself"),
    "run.update": _blocked("a response's metadata is set when it is made and not changed later"),
}
