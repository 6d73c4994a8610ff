"""What a response is asked for with where a run was made: options, messages, who answers."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from unspool_rules.engine.attachments import conversation_files, run_files, run_stores
from unspool_rules.engine.definitions import file as definitions_file
from unspool_rules.engine.definitions import own_tools
from unspool_rules.engine.definitions.known_fields import is_defined, lacks
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
from unspool_rules.engine.operations.runs import added_instructions
from unspool_rules.engine.operations.runs.in_background import in_background
from unspool_rules.engine.operations.runs.options import options_of
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.shaped.runs import Given, beside_agent, shaped_options
from unspool_rules.engine.sites import Site
from unspool_rules.engine.steps.includes import included
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.engine.writing.writers import code_of
from unspool_rules.syntax.layout import Brackets, Code, Item, flat, listing, mapping

_NONE = (
    "this may be None: a run then had what its assistant has, and a response has nothing; "
    "give it only where it is set"
)
_NOT_GIVEN = "this may be `NOT_GIVEN`: give it only where it is set"
_NO_TEXT = "this may be None: a message needs a text; give it only where it is set"
_SAID = "the extra instructions are a developer message now, which stays in the conversation"
_TOOLS = "tools of this response are known here, and more may be among the arguments unpacked here"
_ABSENT = ast.Constant(None)
_LEGACY = {"instructions": "instructions", "text": "response_format"}
_SINGLE = frozenset({"model", "instructions", "temperature", "top_p"})
_BESIDE = (
    "instructions beside an agent are refused: they belong to its definition, which is not in view"
)

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
    asked = _Asked(work, site, agent)
    if not (asked.of_agent() if work.foundry(site) else asked.of_definition(thread)):
        return None
    asked.settle(shapes=shapes)
    return None if work.plan.blocked else (asked.func, asked.arguments, asked.used)


class _Asked:
    """What a response is asked for with, in the place of a run."""

    def __init__(self, work: Work, site: Site, agent: ast.expr) -> None:
        self.work = work
        self.site = site
        self.agent = agent
        self.options = options_of(work, site, agent)
        self.messages = work.take(site, "additional_messages")
        self._extra = work.take(site, "additional_instructions")
        self._override = work.take(site, "instructions")
        self.items = items_of(work, self.messages) if self.messages is not None else None
        self.name: Text | None = None
        """The name of an agent of Foundry."""
        self.caller: Text | None = None
        """The definition that takes the place of an assistant of OpenAI."""
        self.unpacked = definitions_file.is_unpacked(work, site, agent)
        """Whether that is unpacked into the call."""
        self.inputs: list[tuple[str, ast.expr]] = []
        """Structured inputs."""
        self.said: ast.expr | None = None
        """Instructions that become a message."""
        self.sometimes = False
        """Whether they may be None."""
        self.added: ast.expr | None = None
        """Instructions that go behind those of the definition."""
        self.optional: list[str] = []
        """Options that are given where they are not None."""
        self.reaching: Writer | None = None
        """Tools that reach the files of the conversation."""
        self.shaped: Given | None = None
        """Options that get their new shape when the program runs."""
        self._has_files = False
        self._unsure: list[tuple[ast.expr, str]] = []

    # -- planning ----------------------------------------------------------------------------------

    def of_agent(self) -> bool:
        """Let an agent of Foundry answer; False where it is not known how it is named."""
        for key, value in (
            ("additional_instructions", self._extra),
            ("instructions", self._override),
        ):
            if value is None:
                continue
            if structured(self.work, self.agent, key):
                self.inputs.append((key, value))
            elif key == "additional_instructions":
                self.said = value
            else:
                self.work.block(value, _BESIDE)
        self.name = name_of(self.work, self.agent)
        return self.name is not None

    def of_definition(self, thread: ast.expr | None) -> bool:
        """Let a definition answer; False where none is known.

        Args:
            thread: what names the run's thread where the response is asked for.
        """
        work = self.work
        if self._override is not None and self._extra is None:
            self.options.append(("instructions", self._override, code_of(self._override)))
        caller = assistant_of(work, self.site, self.agent)
        if caller is None:
            return False
        if not self.unpacked and _waits_otherwise(work, self.site, self.agent):
            self.unpacked, caller = True, _keywords(caller)
        self.caller = caller
        if not self._take_tools(caller, thread):
            return False
        for number in range(len(self.options)):
            self._judge(number, caller)
        self._add_instructions()
        return True

    def _add_instructions(self) -> None:
        """Let the response have the run's additional instructions, behind its own ones."""
        work, extra, override = self.work, self._extra, self._override
        if extra is None:
            return
        for value in (extra, override):
            if value is not None and may_be_missing(work, value):
                self._unsure.append((value, _NOT_GIVEN))
        if override is not None and may_be_none(work, override):
            self._unsure.append((override, _NONE))
        self.added = extra

    def _take_tools(self, caller: Text, thread: ast.expr | None) -> bool:
        """The tools of the response: the run's own ones, and those that reach files."""
        work, site, agent, unpacked = self.work, self.site, self.agent, self.unpacked
        given = work.take(site, "tools")
        made = None
        if given is not None:
            made = own_tools.of_run(work, site, agent, given, caller, unpacked=unpacked)
            if made is None:
                return False

        def tools() -> Writer | None:
            if made is not None:
                return made(True)
            return run_files.tools_of(work, agent, caller, unpacked=unpacked)

        files = run_files.reaching(work, site, agent, tools)
        stores = run_stores.searched(work, site, agent, tools)
        if files is not None and stores is not None:
            work.block(stores[0], "the thread has files and vector stores: keep one of them")
        for reached in (files, stores):
            if reached is not None:
                self.options.append(("tools", *reached))
        named = thread or site.arguments.get("thread_id")
        reached_by = next((write for key, _, write in self.options if key == "tools"), None)
        self.reaching = conversation_files.reaching(
            work, site, agent, named, lambda: reached_by or tools()
        )
        if given is not None and made is not None and reached_by is None:
            self.options.append(("tools", given, made(False)))
        self._has_files = (files or stores or self.reaching) is not None
        return True

    def _judge(self, number: int, caller: Text) -> None:
        """Ask of an option whether it is given at all, and what comes where it is not."""
        work, agent, unpacked = self.work, self.agent, self.unpacked
        key, value, write = self.options[number]
        if key in definitions_file.DEFINED and may_be_missing(work, value):
            self._unsure.append((value, _NOT_GIVEN))
        if key not in definitions_file.DEFINED or not may_be_none(work, value):
            return
        if not unpacked and key in _LEGACY and lacks(work, agent, _LEGACY[key]):
            return  # there is nothing that None would take away
        if key == "text" and unpacked and is_plain(value):
            self.optional.append(key)
            self.options[number] = (key, value, _where_set(value, write))
        elif key in _SINGLE and unpacked:
            self.optional.append(key)
        elif key not in _SINGLE or not (is_plain(value) or is_env(value)):
            self._unsure.append((value, _NONE))
        elif is_defined(work, agent, key):
            self.options[number] = (key, value, _or_defined(caller, key, value))
        else:
            self._unsure.append((value, _NONE))

    def settle(self, *, shapes: bool) -> None:
        """Shape the options when the program runs, if need be, or block on what is not sure.

        Args:
            shapes: whether that may be.
        """
        work, site, said = self.work, self.site, self.said
        self.sometimes = said is not None and may_be_none(work, said)
        if said is not None and self.sometimes:
            if self.messages is not None or not is_plain(said):
                self._unsure.append((said, _NO_TEXT))
        if shapes and self.caller is None:
            self.shaped = beside_agent(work, site)
        elif shapes and self.caller is not None and not site.sometimes:
            self.shaped = shaped_options(
                work, site, self.caller, unpacked=self.unpacked, needed=bool(self._unsure)
            )
        if self.shaped is None:
            for value, reason in self._unsure:
                work.block(value, reason)
            if said is not None:
                work.note(_SAID)
        elif self._has_files:
            work.block(site.anchor, _TOOLS)

    # -- writing -----------------------------------------------------------------------------------

    def func(self, r: Rendering) -> str:
        if self.caller is None or self.unpacked:
            return f"{r.openai(self.site)}.responses.create"
        return self.caller(r)

    def arguments(self, r: Rendering) -> list[Item]:
        if self.shaped is not None and self.caller is not None:
            cut = [r.item("truncation=", w(r), v) for k, v, w in self.options if k == "truncation"]
            return [self.shaped[0](r), *cut, *self._wanted(r)]
        found: list[Item] = [self.shaped[0](r)] if self.shaped is not None else []
        found += self._input(r)
        if self.added is not None and not self.unpacked:
            found.append(self._instructions(r, "instructions=", self.added))
        changed = definitions_file.DEFINED if self.unpacked else frozenset()
        found += [
            r.item(f"{key}=", write(r), value)
            for key, value, write in self._options()
            if key not in changed
        ]
        if self.reaching is not None and not self.unpacked:
            found.append(Item(self.reaching(r), "tools="))
        found += self._wanted(r)
        if self.name is not None:
            found.append(self._reference(r, self.name))
        elif self.unpacked and self.caller is not None:
            anew = [r.item(f'"{k}": ', w(r), v) for k, v, w in self._options() if k in changed]
            if self.reaching is not None:
                anew.append(Item(self.reaching(r), '"tools": '))
            pairs = [(key, write(r)) for key, _, write in self.options if key in self.optional]
            anew += [only_given(pairs)] if pairs else []
            known = self.caller(r)
            if self.added is not None and self._override is not None:
                anew.append(self._instructions(r, '"instructions": ', self.added))
            elif self.added is not None:
                known = added_instructions.unpacked(r, known, self.added)
            found.append(definitions_file.unpacked(r, known, self.agent, anew))
        return found

    def _instructions(self, r: Rendering, prefix: str, added: ast.expr) -> Item:
        """The run's own instructions, or those of the definition, and what it adds to them."""
        own, caller = self._override, self.caller
        assert caller is not None
        code = added_instructions.written(self.work, r, self.agent, caller, own, added)
        return r.item(prefix, code, own, added)

    def _options(self) -> list[tuple[str, ast.expr, Writer]]:
        """The options that are given in any case, and as they are."""
        others = {*self.optional, *(("tools",) if self.reaching is not None else ())}
        return [option for option in self.options if option[0] not in others]

    def _input(self, r: Rendering) -> Iterator[Item]:
        messages, said = self.messages, self.said
        given: list[Code] = []
        if said is not None:
            given.append(mapping([("role", '"developer"'), ("content", r.code(said))]))
        if self.items is not None and messages is not None:
            code = self.items(r)
            if given and isinstance(messages, ast.List) and not isinstance(code, str):
                given += [i.value for i in code.items]
                yield r.item("input=", listing(given), messages, said)
            elif given:
                yield r.item("input=", listing([*given, f"*{r.text(messages)}"]), said)
            else:
                yield r.item("input=", code, messages)
        elif said is not None:
            code = _where_text(r, listing(given), said) if self.sometimes else listing(given)
            yield r.item("input=", code, said)

    def _wanted(self, r: Rendering) -> list[Item]:
        """What the program needs of the response, beside what the run was given."""
        found = [Item("True", "background=")] if self.site in in_background(self.work) else []
        asked = included(self.work, self.site)
        if asked:
            found.append(Item(listing(f'"{name}"' for name in asked), "include="))
        return found

    def _reference(self, r: Rendering, name: Text) -> Item:
        """The agent of Foundry, and its structured inputs."""
        reference = namesakes.reference(self.work, r, self.agent, name(r))
        body: list[tuple[str, Code]] = [(r.target.reference_key, reference)]
        if self.inputs:
            inputs = mapping([(k, r.code(v)) for k, v in self.inputs])
            body.append(("structured_inputs", inputs))
        return r.item("extra_body=", mapping(body), self.agent, *(v for _, v in self.inputs))

    @property
    def used(self) -> tuple[ast.expr | None, ...]:
        """The legacy arguments that are written."""
        shaped = self.shaped[1] if self.shaped is not None else ()
        values = (*(v for _, v in self.inputs), *(v for _, v, _ in self.options), *shaped)
        told = (self.said, self.added, self._override if self.added is not None else None)
        return self.agent, self.messages, *told, *values


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


__all__ = ["Request", "request_of"]
