"""A program while it is composed: what it imports, its helpers, and how it says things."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from .axes import AZURE, INSIDE, STREAMS, Choice
from .dialects import block, call, lines, operation
from .topics import TOPICS, Topic


@dataclass
class Draft:
    """One program; the pieces add to it and ask it for expressions."""

    choice: Choice
    random: Random
    topic: Topic = TOPICS[0]
    imports: set[str] = field(default_factory=set)
    constants: list[str] = field(default_factory=list)
    helpers: list[str] = field(default_factory=list)
    client: str = "client"
    thread: str = "thread.id"
    assistant: str = "assistant.id"
    gives: str = "print"
    """How an answer leaves the turn: `print` or `return`."""
    method: bool = False
    """Whether helpers are methods."""
    local_client: bool = False
    """Whether helpers are handed the client."""
    returned: bool = False
    """Whether something is returned from a turn."""

    @property
    def azure(self) -> bool:
        return self.choice["surface"] in AZURE

    @property
    def agents(self) -> str:
        """What the operations hang on."""
        return f"{self.client}.agents" if self.choice["surface"] == "projects" else self.client

    @property
    def asynchronous(self) -> bool:
        return self.choice["mode"] == "async"

    @property
    def tools(self) -> bool:
        return self.choice["tools"] != "none"

    @property
    def streamed(self) -> bool:
        return self.choice["poll"] in STREAMS

    @property
    def told(self) -> bool:
        """Whether nothing is left to read when the run is over."""
        return self.streamed or self.choice["poll"] in INSIDE

    @property
    def wait(self) -> str:
        """What stands before a call that goes over the wire."""
        return "await " if self.asynchronous else ""

    @property
    def define(self) -> str:
        return "async def" if self.asynchronous else "def"

    @property
    def quiet(self) -> bool:
        return self.choice["comments"] == "none"

    def raw(self, name: str, /, **arguments: str) -> str:
        """A call, not awaited."""
        path, first = operation(self.choice["surface"], name)
        if self.azure:
            arguments = {
                ("agent_id" if key == "assistant_id" else key): value
                for key, value in arguments.items()
            }
        place = f"{self.agents}.{path}"
        if self.choice["client"] == "alias":
            place = place.replace(f"{self.client}.beta.threads", "threads")
        chosen = first if self.choice["arguments"] == "positional" else ()
        if name == "assistant.delete" or (name == "thread.delete" and self.random.random() < 0.5):
            chosen = first
        return call(place, chosen, arguments)

    def call(self, name: str, /, **arguments: str) -> str:
        """A call, awaited in asynchronous programs; azure's listings are iterated instead."""
        text = self.raw(name, **arguments)
        if self.azure and name == "message.list":
            return text
        return self.wait + text

    def on_thread(self, name: str, /, **arguments: str) -> str:
        return self.call(name, thread_id=self.thread, **arguments)

    def of_run(self, name: str, run: str = "run.id", **arguments: str) -> str:
        return self.call(name, thread_id=self.thread, run_id=run, **arguments)

    def start(self, name: str = "run.create") -> str:
        return self.on_thread(name, assistant_id=self.assistant, **self.extra)

    @property
    def extra(self) -> dict[str, str]:
        """What else a run is told."""
        kind = self.choice["extra"]
        if kind == "additional":
            return {"additional_instructions": '"Address the user as Jane."'}
        if kind == "instructions":
            return {"instructions": '"Answer in one sentence."'}
        return {"parallel_tool_calls": "False"} if kind == "one-by-one" else {}

    def sleep(self, seconds: str = "1") -> str:
        module = "asyncio" if self.asynchronous else "time"
        self.imports.add(f"import {module}")
        return f"{self.wait}{module}.sleep({seconds})"

    def give(self, value: str) -> str:
        """The answer leaves the turn."""
        if self.gives == "return":
            self.returned = True
            return f"return {value}"
        return f"print({value})"

    def note(self, *texts: str) -> str:
        """A comment, in programs that have some."""
        return "" if self.quiet else f"# {self.random.choice(texts)}"

    def constant(self, text: str) -> None:
        """Something that stands above the rest of the program, once."""
        if text not in self.constants:
            self.constants.append(text)

    def helper(self, name: str, parameters: tuple[str, ...], body: str, doc: str) -> str:
        """Add a function of the program's own; the value is what calls it."""
        told = "" if self.quiet else f'"""{doc}"""'
        given = ["self"] if self.method else [self.client] if self.local_client else []
        head = f"{self.define} {name}({', '.join([*given, *parameters])}):"
        self.helpers.append(block(head, told, body))
        return f"self.{name}" if self.method else name

    def call_helper(self, name: str, *arguments: str) -> str:
        given = [self.client] if self.local_client and not self.method else []
        return f"{self.wait}{name}({', '.join([*given, *arguments])})"

    @property
    def thread_object(self) -> str:
        """The thread where the program has it, else its id."""
        return self.thread.removesuffix(".id")


__all__ = ["Draft", "block", "lines"]
