"""What is to be done about one component: replacements, or the blockers that forbid them."""

from __future__ import annotations

import ast
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, Protocol

from unspool_rules.model import Blocker, Span
from unspool_rules.syntax.bindings import Variable
from unspool_rules.syntax.layout import Code

if TYPE_CHECKING:
    from unspool_rules.engine.sites import Reference, Site
    from unspool_rules.engine.writing.rendering import Rendering

Writer = Callable[["Rendering"], Code]
"""Makes the new code of a node when edits are asked for."""


class CannotRender(Exception):  # noqa: N818 - the outcome, not a defect
    """The edits would not be right; the fix is not offered."""


class ToolRounds(Protocol):
    """A loop over function calls that takes a legacy loop's place."""

    loop: ast.While | ast.For
    body: list[ast.stmt]
    """What is done about the calls of one response."""
    submits: list[Site]

    @property
    def unanswered(self) -> bool:
        """Whether it may end while calls still wait for their outputs."""

    def name(self, r: Rendering) -> str:
        """The name of the list of calls."""


@dataclass(eq=False, slots=True)
class Plan:
    """All or nothing: with a blocker, nothing of it is done."""

    group: str
    sites: list[Site] = field(default_factory=list)
    givens: list[Site] = field(default_factory=list)
    """Parameters that get its objects from callers out of view."""
    references: list[Reference] = field(default_factory=list)
    replacements: dict[ast.AST, Writer] = field(default_factory=dict)
    old_shapes: set[ast.expr] = field(default_factory=set)
    """Expressions whose objects get the fields that they had, for code that is not in view."""
    rewritten: dict[ast.stmt, Callable[[Rendering], list[str]]] = field(default_factory=dict)
    """Statements that become other statements (lines without the block's indent), or none."""
    inserted: dict[ast.stmt, list[Callable[[Rendering], str]]] = field(default_factory=dict)
    """Lines put before a statement."""
    given_up: set[ast.stmt] = field(default_factory=set)
    """Time-outs of loops that go, and the like: nothing of them is left."""
    emptied: dict[ast.stmt, frozenset[ast.AST]] = field(default_factory=dict)
    """Loops that go, with what is left of them."""
    renames: dict[Variable, tuple[str, str]] = field(default_factory=dict)
    """Variables whose name would lie: the word that lies and the word that is right."""
    carriers: dict[Variable, ast.AST] = field(default_factory=dict)
    """Variables that held a run's id and hold the response, with the places that bind them."""
    carried: set[ast.expr] = field(default_factory=set)
    """Expressions that are the response, where such variables and calls are the id elsewhere."""
    blockers: dict[tuple[Span, str], Blocker] = field(default_factory=dict)
    notes: dict[str, None] = field(default_factory=dict)
    unsafe: bool = False
    waits_for: set[str] = field(default_factory=set)
    """Groups whose own blocker blocks this one: they make the ids that it uses."""
    structured: dict[Site, dict[str, None]] = field(default_factory=dict)
    """Structured inputs that an agent's definition has to declare, by the agent's creation."""
    conversations: set[Site] = field(default_factory=set)
    """Operations that made a thread on the way: a conversation is made before them."""
    revised: set[Site] = field(default_factory=set)
    """Updates whose new version is made of what the latest one says."""
    pages: set[Site] = field(default_factory=set)
    """Listings of items that stay pages, since they are only shown as a whole."""
    reshaped: set[Site] = field(default_factory=set)
    """Listings of run steps whose steps have their old shape, and are followed on their own."""
    dropped: set[ast.alias] = field(default_factory=set)
    """Imported names that nothing uses."""
    also: list[tuple[ast.AST, Callable[[Rendering], None]]] = field(default_factory=list)
    """Further lines to write when edits are asked for, each with a node of the file it is in."""
    acts: bool = False
    """Whether its responses may ask for function calls."""
    rounds: list[ToolRounds] = field(default_factory=list)
    constructions: dict[ast.Call, Writer] = field(default_factory=dict)
    """How a client is made that is replaced; nothing where it stays beside a new one."""
    traces: bool = False
    """Whether it is about the tracing of the calls, and belongs to them all."""
    within: Site | None = None
    """The call around a name that can change by itself, too."""
    tied: set[str] = field(default_factory=set)
    """Groups that can only be applied together with this one."""
    flow: set[str] = field(default_factory=set)
    """Groups that exchange ids with this one."""

    @property
    def blocked(self) -> bool:
        return bool(self.blockers)

    def block(self, span: Span, message: str, cause: Blocker | None = None) -> None:
        self.blockers.setdefault((span, message), Blocker(span, message, cause))

    def snapshot(self) -> dict[str, Any]:
        """What is planned so far, to come back to."""
        return {f.name: copy(getattr(self, f.name)) for f in fields(self)}

    def restore(self, known: dict[str, Any]) -> None:
        """Forget what was planned since."""
        for name, value in known.items():
            setattr(self, name, value)

    def note(self, message: str) -> None:
        """Something a person has to know: the fix is unsafe."""
        self.unsafe = True
        self.notes.setdefault(message)
