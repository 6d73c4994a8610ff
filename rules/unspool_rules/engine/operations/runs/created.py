"""Runs become responses, and what waits for them goes."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

from unspool_rules.engine.attachments import conversation_files, run_files, run_stores
from unspool_rules.engine.definitions import file as definitions_file
from unspool_rules.engine.definitions import own_tools
from unspool_rules.engine.definitions.file import definition_first
from unspool_rules.engine.definitions.references import Text, assistant_of, name_of, structured
from unspool_rules.engine.flow.absent import (
    is_env,
    is_plain,
    may_be_missing,
    may_be_none,
    only_given,
)
from unspool_rules.engine.messages.content import items_of
from unspool_rules.engine.operations.agents import namesakes
from unspool_rules.engine.operations.runs.brought_threads import made_on_the_way
from unspool_rules.engine.operations.runs.in_background import NOTE as BACKGROUND
from unspool_rules.engine.operations.runs.in_background import in_background
from unspool_rules.engine.operations.runs.listed_responses import keep
from unspool_rules.engine.operations.runs.options import options_of
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.shaped.runs import Given, beside_agent, shaped_options
from unspool_rules.engine.sites import Site
from unspool_rules.engine.steps.includes import included
from unspool_rules.engine.toolmodels.mcp import take_resources
from unspool_rules.engine.work import Work, is_missing
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.engine.writing.writers import code_of
from unspool_rules.syntax.layout import Brackets, Code, Item, flat, listing, mapping

STREAMS = "streamed runs become `responses.create(stream=True)`; their events have other names"
_REFUSED = {
    "event_handler": STREAMS,
    "body": "a raw body has the old shape",
    "toolset": "functions are not called by the SDK any more: the loop has to be written",
    "tool_resources": "resources belong to the tools of the agent's definition",
}
"""Arguments that nothing takes the place of, and why."""
_NONE = (
    "this may be None: a run then had what its assistant has, and a response has nothing; "
    "give it only where it is set"
)
_NOT_GIVEN = "this may be `NOT_GIVEN`: give it only where it is set"
_NO_TEXT = "this may be None: a message needs a text; give it only where it is set"
_SAID = "the extra instructions are a developer message now, which stays in the conversation"
_TOOLS = "tools of this response are known here, and more may be among the arguments unpacked here"
_FINISHED = "a response is finished when the call returns; requests that fail raise openai's errors"
_ABSENT = ast.Constant(None)
_LEGACY = {"instructions": "instructions", "text": "response_format"}
_SINGLE = frozenset({"model", "instructions", "temperature", "top_p"})


def create(work: Work, site: Site) -> None:
    take_resources(work, site)
    thread = work.take(site, "thread_id")
    agent = work.take(site, "agent_id", "assistant_id")
    refuse_streaming(work, site)
    work.refuse(site, {**_REFUSED, "include": "`include` names other things for a response"})
    if thread is None or agent is None:
        work.block(site.anchor, "thread and agent are not both given by name or position")
        return
    _respond(
        work, site, agent, lambda r: r.item("conversation=", r.code(thread), thread), used=thread
    )


def _respond(
    work: Work,
    site: Site,
    agent: ast.expr,
    conversation: Callable[[Rendering], Item],
    *,
    used: ast.expr | None,
) -> None:
    """The response in the place of a run, with the agent's or the definition's arguments."""
    whole = not site.operation.startswith("thread_run.") or "thread" in site.arguments
    request = request_of(work, site, agent, shapes=whole)
    if request is None:
        return
    func, arguments, taken = request
    work.write_call(
        site,
        func,
        lambda r: definition_first([conversation(r), *arguments(r)]),
        used=(used, *taken),
    )
    keep(work, site)
    rename_run(work, site)


def refuse_streaming(work: Work, site: Site) -> None:
    """Block on ``stream=True``: what comes back is looked at elsewhere."""
    stream = work.take(site, "stream")
    if stream is not None and not (isinstance(stream, ast.Constant) and stream.value is False):
        work.block(stream, STREAMS)


def create_with_thread(work: Work, site: Site) -> None:
    """A thread made on the way: a conversation is made in the statement before."""
    agent = work.take(site, "agent_id", "assistant_id")
    refuse_streaming(work, site)
    work.refuse(site, _REFUSED)
    if agent is None:
        work.block(site.anchor, "the agent is not given by name or position")
        return
    conversation = made_on_the_way(work, site)
    if conversation is None:
        return
    _respond(work, site, agent, conversation, used=site.arguments.get("thread"))


Request = tuple[
    Callable[[Rendering], str],
    Callable[[Rendering], list[Item]],
    tuple[ast.expr | None, ...],
]


def request_of(
    work: Work,
    site: Site,
    agent: ast.expr,
    thread: ast.expr | None = None,
    *,
    shapes: bool = False,
) -> Request | None:
    """The new call without its conversation: function, arguments, legacy arguments used.

    Args:
        site: what makes the run.
        thread: what names its thread where the response is asked for, if that is elsewhere.
        shapes: whether options that are not in view get their new shape when the program runs.
    """
    options = options_of(work, site, agent)
    messages = work.take(site, "additional_messages")
    extra = work.take(site, "additional_instructions")
    override = work.take(site, "instructions")
    items = items_of(work, messages) if messages is not None else None
    foundry = work.foundry(site)
    caller: Text | None = None
    unpacked = definitions_file.is_unpacked(work, site, agent)
    inputs: list[tuple[str, ast.expr]] = []
    said: ast.expr | None = None
    optional: list[str] = []
    reaching: Writer | None = None
    files = stores = None
    shaped: Given | None = None
    unsure: list[tuple[ast.expr, str]] = []
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
        shaped = beside_agent(work, site) if shapes else None
    else:
        said = extra
        if override is not None:
            options.append(("instructions", override, code_of(override)))
        caller = assistant_of(work, site, agent)
        if caller is None:
            return None
        if not unpacked and _waits_otherwise(work, site, agent):
            unpacked, caller = True, _keywords(caller)
        whole, who = unpacked, caller
        given_tools = work.take(site, "tools")
        if given_tools is not None:
            made = own_tools.of_run(work, site, agent, given_tools, caller, unpacked=unpacked)
            if made is None:
                return None

        def tools_reaching() -> Writer | None:
            if given_tools is not None and made is not None:
                return made(True)
            return run_files.tools_of(work, agent, who, unpacked=whole)

        files = run_files.reaching(work, site, agent, tools_reaching)
        stores = run_stores.searched(work, site, agent, tools_reaching)
        if files is not None and stores is not None:
            work.block(stores[0], "the thread has files and vector stores: keep one of them")
        for reached in (files, stores):
            if reached is not None:
                options.append(("tools", *reached))
        named = thread or site.arguments.get("thread_id")
        reached_by = next((write for key, _, write in options if key == "tools"), None)
        reaching = conversation_files.reaching(
            work, site, agent, named, lambda: reached_by or tools_reaching()
        )
        if given_tools is not None and made is not None and reached_by is None:
            options.append(("tools", given_tools, made(False)))
        for number, (key, value, _) in enumerate(options):
            if key in definitions_file.DEFINED and may_be_missing(work, value):
                unsure.append((value, _NOT_GIVEN))
            if key not in definitions_file.DEFINED or not may_be_none(work, value):
                continue
            if not unpacked and key in _LEGACY and _lacks(work, agent, _LEGACY[key]):
                continue  # there is nothing that None would take away
            if key == "text" and unpacked and is_plain(value):
                optional.append(key)
                options[number] = (key, value, _where_set(value, options[number][2]))
            elif key in _SINGLE and unpacked:
                optional.append(key)
            elif key not in _SINGLE or not (is_plain(value) or is_env(value)):
                unsure.append((value, _NONE))
            elif _is_defined(work, agent, key):
                options[number] = (key, value, _or_defined(caller, key, value))
            else:
                unsure.append((value, _NONE))
    sometimes = said is not None and may_be_none(work, said)
    if said is not None:
        if sometimes and (messages is not None or not is_plain(said)):
            unsure.append((said, _NO_TEXT))
    if shapes and not foundry and caller is not None and not site.sometimes:
        shaped = shaped_options(work, site, who, unpacked=whole, needed=bool(unsure))
    if shaped is None:
        for value, reason in unsure:
            work.block(value, reason)
        if said is not None:
            work.note(_SAID)
    elif (files or stores or reaching) is not None:
        work.block(site.anchor, _TOOLS)
    if work.plan.blocked:
        return None

    def arguments(r: Rendering) -> list[Item]:
        if shaped is not None and not foundry:
            cut = [r.item("truncation=", w(r), v) for k, v, w in options if k == "truncation"]
            return [shaped[0](r), *cut, *wanted(r)]
        found: list[Item] = [shaped[0](r)] if shaped is not None else []
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
        elif given and said is not None:
            code = _where_text(r, listing(given), said) if sometimes else listing(given)
            found.append(r.item("input=", code, said))
        changed = definitions_file.DEFINED if unpacked else frozenset()
        found += [
            r.item(f"{key}=", write(r), value)
            for key, value, write in options
            if key not in changed and key not in optional and not replaced(key)
        ]
        if reaching is not None and not unpacked:
            found.append(Item(reaching(r), "tools="))
        found += wanted(r)
        if foundry:
            assert name is not None
            body: list[tuple[str, Code]] = [
                (r.target.reference_key, namesakes.reference(work, r, agent, name(r)))
            ]
            if inputs:
                body.append(("structured_inputs", mapping([(k, r.code(v)) for k, v in inputs])))
            found.append(r.item("extra_body=", mapping(body), agent, *(v for _, v in inputs)))
        elif unpacked:
            assert caller is not None
            anew = [
                r.item(f'"{k}": ', w(r), v)
                for k, v, w in options
                if k in changed and k not in optional and not replaced(k)
            ]
            if reaching is not None:
                anew.append(Item(reaching(r), '"tools": '))
            anew += set_only(r)
            found.append(definitions_file.unpacked(r, caller(r), agent, anew))
        return found

    def wanted(r: Rendering) -> list[Item]:
        """What the program needs of the response, beside what the run was given."""
        found = [Item("True", "background=")] if site in in_background(work) else []
        asked = included(work, site)
        if asked:
            found.append(Item(listing(f'"{name}"' for name in asked), "include="))
        return found

    def replaced(key: str) -> bool:
        return key == "tools" and reaching is not None

    def set_only(r: Rendering) -> list[Item]:
        pairs = [(key, write(r)) for key, _, write in options if key in optional]
        return [only_given(pairs)] if pairs else []

    def func(r: Rendering) -> str:
        if caller is None or unpacked:
            return f"{r.openai(site)}.responses.create"
        return caller(r)

    used = (agent, messages, said, *(v for _, v in inputs), *(v for _, v, _ in options))
    used = (*used, *(shaped[1] if shaped is not None else ()))
    return func, arguments, used


def _where_text(r: Rendering, code: Code, text: ast.expr) -> Code:
    """An input that is left out where there is no text for it."""
    parts = (Item(code), Item(r.text(text), "if "), Item(r.imports.need("openai", "omit"), "else "))
    return Brackets("", parts, commas=False)


def _waits_otherwise(work: Work, site: Site, agent: ast.expr) -> bool:
    """Whether a definition calls an asynchronous client, and its run is made by another, or so."""
    made = [m for m in work.facts.origins(agent) if m.operation in definitions_file.MADE]
    return any(m.asynchronous is not site.asynchronous for m in made)


def _keywords(caller: Text) -> Text:
    """What a definition calls its client with."""
    return lambda r: f"{caller(r)}.keywords"


def _is_defined(work: Work, agent: ast.expr, key: str) -> bool:
    """Whether a definition that is made in the code surely has a field."""
    makers = work.facts.origins(agent)
    return bool(makers) and all(
        m.operation == "agent.create"
        and not m.unpacked
        and not is_missing(m.arguments.get(key, _ABSENT))
        for m in makers
    )


def _lacks(work: Work, agent: ast.expr, key: str) -> bool:
    """Whether a definition that is made in the code surely does not have a field."""
    makers = work.facts.origins(agent)
    return bool(makers) and all(
        m.operation == "agent.create"
        and not m.unpacked
        and key not in m.sometimes
        and is_missing(m.arguments.get(key, _ABSENT))
        for m in (*makers, *(s for s in work.plan.sites if s.operation == "agent.update"))
    )


def _where_set(value: ast.expr, write: Callable[[Rendering], Code]) -> Callable[[Rendering], Code]:
    """What is made of a value that the run sets, and None where it does not."""

    def new(r: Rendering) -> Code:
        code = write(r)
        text = code if isinstance(code, str) else flat(code)
        return f"{text} if {r.text(value)} is not None else None"

    return new


def _or_defined(caller: Text, key: str, value: ast.expr) -> Callable[[Rendering], Code]:
    """What the run sets, or what the definition has where that is None."""

    def write(r: Rendering) -> Code:
        text = r.text(value)
        if is_env(value):
            return f'{text[:-1].rstrip().rstrip(",")}, {caller(r)}.keywords["{key}"])'
        return f'{text} if {text} is not None else {caller(r)}.keywords["{key}"]'

    return write


def rename_run(work: Work, site: Site) -> None:
    work.rename_result(site, "run", "response")
    work.note(BACKGROUND if site in in_background(work) else _FINISHED)


def _blocked(reason: str) -> Callable[[Work, Site], None]:
    def plan(work: Work, site: Site) -> None:
        work.block(site.anchor, reason)

    return plan


PLANNERS: Mapping[str, Callable[[Work, Site], None]] = {
    "run.create": create,
    "run.process": create,
    "thread_run.create": create_with_thread,
    "thread_run.process": create_with_thread,
    "run.update": _blocked("a response's metadata is set when it is made and not changed later"),
}
