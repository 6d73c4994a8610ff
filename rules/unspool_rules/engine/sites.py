"""One legacy operation, or one legacy class that the code names, at its place."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

from unspool_rules.semantics.types import Method
from unspool_rules.syntax.bindings import Variable


@dataclass(eq=False, slots=True)
class Site:
    """One legacy operation at one place: a call, or a method named without a call."""

    operation: str
    func: ast.Attribute | ast.Name
    call: ast.Call | None
    method: Method
    client: ast.expr | None
    """The expression of the client at the root of the chain, possibly behind an alias."""
    sort: str
    """``agents``, ``project``, ``openai`` or ``azure-openai``."""
    alias: Variable | None
    """The variable that holds a part of the client, such as ``threads = client.beta.threads``."""
    asynchronous: bool
    probable: bool
    wrapper: str = ""
    """``with_raw_response`` or the like, when the chain goes through one."""
    arguments: dict[str, ast.expr] = field(default_factory=dict)
    unpacked: list[ast.expr] = field(default_factory=list)
    """Arguments whose names are not known: ``*args`` and ``**kwargs``."""
    sometimes: frozenset[str] = frozenset()
    """Names of arguments that are given under a condition only."""
    puts: dict[str, list[ast.expr]] = field(default_factory=dict)
    """What is given under a condition, by the names of the arguments."""
    spread: str = ""
    """The dictionary that holds those."""
    module: ast.expr | None = None
    """What names the ``openai`` module, when the call goes through that and no client."""
    thread: ast.Call | None = None
    """The call that puts this one into a thread, such as ``asyncio.to_thread(…)``."""

    @property
    def rootless(self) -> bool:
        """Whether nothing in the file says which client the call goes through."""
        return self.client is None and self.module is None

    @property
    def anchor(self) -> ast.expr:
        return self.call if self.call is not None else self.func

    @property
    def called(self) -> ast.Call:
        """The call; only for operations that are called here, as those are that get planned."""
        assert self.call is not None
        return self.call

    @property
    def azure(self) -> bool:
        return self.sort in ("agents", "project")

    @property
    def symbol(self) -> str:
        return self.method.qualified


@dataclass(eq=False, slots=True)
class Reference:
    """A legacy class or module that the code names: an import, a constructor, an annotation."""

    node: ast.AST
    symbol: str
    module: bool = False
    part: bool = False
    """A part of a client, such as ``client.beta.threads``, that is kept or passed on."""
