"""What an operation's planner works with: one component's plan and the facts around it."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from unspool_rules.engine.abroad.exports import is_taken
from unspool_rules.engine.clients.legacy import has_project, service_of
from unspool_rules.engine.clients.moved_files import may_move
from unspool_rules.engine.clients.project_functions import by_function
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.plan import Plan, Writer
from unspool_rules.engine.sites import Site
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.model import Target, TargetService
from unspool_rules.semantics.constants import enum_value, string_value
from unspool_rules.semantics.kinds import kind_of
from unspool_rules.semantics.types import Inst
from unspool_rules.semantics.worker_threads import limit_of
from unspool_rules.syntax.bindings import How, Variable
from unspool_rules.syntax.layout import Brackets, Code, Item
from unspool_rules.syntax.names import last_name

T = TypeVar("T")

_TO_AZURE = {
    "headers": "headers",
    "params": "params",
    "extra_headers": "headers",
    "extra_query": "params",
}
"""Arguments about the request, for methods of azure-core clients."""
_TO_OPENAI = {
    "headers": "extra_headers",
    "params": "extra_query",
    "extra_headers": "extra_headers",
    "extra_query": "extra_query",
    "timeout": "timeout",
}
_DROPPED = {
    "content_type",
    "polling_interval",
    "poll_interval_ms",
    "sleep_interval",
    "poll_interval",
    "logging_enable",
}
_LISTS = {"list", "List", "Sequence", "Iterable", "Any", "object"}
"""Names in annotations of what may be no text."""


class Work:
    """Shared by the planners of one component's sites and uses."""

    def __init__(self, facts: Facts, target: Target, plan: Plan) -> None:
        self.facts = facts
        self.tree = facts.tree
        self.infer = facts.infer
        self.target = target
        self.plan = plan
        self.used: dict[Site, set[str]] = {}
        self.tried: set[Site] = set()
        """Submissions of tool outputs whose loops were looked at."""
        self.claimed: set[ast.AST] = set()
        """Expressions that were dealt with together with what is read of them."""
        self.shaped: set[ast.AST] = set()
        """Unpacked mappings that get their new shape when the program runs."""
        self._made: dict[object, Any] = {}

    def once(self, make: Callable[[Work], T]) -> T:
        """What a function makes of the component: made when it is first asked for, and kept."""
        if make not in self._made:
            self._made[make] = make(self)
        found: T = self._made[make]
        return found

    # -- saying ----------------------------------------------------------------------------------

    def block(self, node: ast.AST, message: str) -> None:
        self.plan.block(self.tree.span(node), message)

    def note(self, message: str) -> None:
        self.plan.note(message)

    def replace(self, node: ast.AST, writer: Writer) -> None:
        self.plan.replacements[node] = writer

    def propose(self, node: ast.AST, writer: Writer) -> None:
        """A new form for a node, unless another is planned already."""
        self.plan.replacements.setdefault(node, writer)

    # -- a site's arguments ------------------------------------------------------------------------

    def take(self, site: Site, *names: str) -> ast.expr | None:
        """An argument by any of its names on the surfaces; it counts as dealt with."""
        taken = self.used.setdefault(site, set())
        for name in names:
            if name in site.arguments:
                taken.add(name)
                value = site.arguments[name]
                if not is_missing(value):
                    return value
        return None

    def refuse(self, site: Site, reasons: dict[str, str]) -> None:
        """Block on arguments that have no new place."""
        for name, reason in reasons.items():
            value = self.take(site, name)
            if value is not None and not is_empty(value):
                self.block(value, reason)

    def transport(self, site: Site) -> list[tuple[str, ast.expr]]:
        """Arguments about the request, under their new names; the rest must be dealt with."""
        found: list[tuple[str, ast.expr]] = []
        to_azure = self.foundry(site) and site.operation.startswith("agent.")
        taken = self.used.setdefault(site, set())
        for name, value in site.arguments.items():
            if name in taken:
                continue
            if to_azure and name in _TO_AZURE:
                found.append((_TO_AZURE[name], value))
            elif not to_azure and name in _TO_OPENAI:
                found.append((_TO_OPENAI[name], value))
            elif name not in _DROPPED and not is_missing(value):
                self.block(value, f"`{name}` of `{site.method.name}` has no known counterpart")
        for value in site.unpacked:
            if value in self.shaped:
                continue
            self.block(value, "unpacked arguments: which ones they are is not known here")
        return found

    # -- writing ---------------------------------------------------------------------------------

    def service(self, site: Site) -> TargetService:
        return service_of(site, self.target)

    def foundry(self, site: Site) -> bool:
        return self.service(site) is TargetService.FOUNDRY

    def require_project(self, site: Site) -> bool:
        if not has_project(self.facts, site) and not by_function(self.facts, site, self.target):
            self.block(
                site.func,
                "agents need an `AIProjectClient`, and this client is made elsewhere or in a way "
                "that shows no place for one",
            )
            return False
        if not site.azure:
            self.note(
                "the new `AIProjectClient` reads the project's endpoint from "
                "`FOUNDRY_PROJECT_ENDPOINT` and signs in with Entra ID, not with an API key"
            )
            if by_function(self.facts, site, self.target):
                self.note(
                    "a function makes the project's client where it is needed: take the old client "
                    "out where nothing else goes through it"
                )
            if not may_move(self.facts, site):
                self.note(
                    "files that are not for agents are uploaded through the old client, too: those "
                    "for agents have to go through the project's OpenAI client"
                )
        return True

    def write_call(
        self,
        site: Site,
        func: Callable[[Rendering], str],
        items: Callable[[Rendering], Iterable[Item]],
        used: Iterable[ast.expr | None] = (),
        tail: str = "",
        node: ast.AST | None = None,
    ) -> None:
        """Replace a site's call by a new call."""
        call = site.call
        assert call is not None
        extra = self.transport(site)
        kept = [*used, *(v for _, v in extra)]

        def write(r: Rendering) -> Code:
            arguments = list(items(r))
            arguments += [r.item(f"{k}=", r.code(v), v) for k, v in extra]
            return Brackets(func(r), tuple(arguments), tail=tail, below=r.leftovers(call, kept))

        self.replace(node or call, write)

    # -- values ------------------------------------------------------------------------------------

    def kinds(self, node: ast.expr) -> set[str]:
        return {k for k in map(kind_of, self.infer.of(node)) if k is not None}

    def is_text(self, node: ast.expr) -> bool:
        """Whether an expression is certainly a string."""
        if isinstance(node, (ast.JoinedStr,)):
            return True
        if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Mod)):
            return self.is_text(node.left) or self.is_text(node.right)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr in ("format", "strip", "join", "replace", "lower", "dedent"):
                return True
        types = [t for t in self.infer.of(node) if t != Inst("None")]
        if any(isinstance(n, ast.Name) and n.id in _LISTS for n in self._declared(node)):
            return False
        return bool(types) and all(isinstance(t, Inst) and t.cls == "str" for t in types)

    def _declared(self, node: ast.expr) -> Iterable[ast.AST]:
        """What the annotations of a variable are made of."""
        variable = self.variable_of(node)
        for binding in self.facts.scopes.bindings(variable) if variable is not None else ():
            said = binding.annotation or getattr(binding.node, "annotation", None)
            yield from ast.walk(said) if said is not None else ()

    def variable_of(self, node: ast.expr) -> Variable | None:
        return self.facts.scopes.variable(node) if isinstance(node, ast.Name) else None

    def literal_of(self, node: ast.expr) -> ast.expr:
        """The one expression that a variable is assigned, or the expression itself."""
        variable = self.variable_of(node)
        if variable is None:
            return node
        bindings = self.facts.scopes.bindings(variable)
        if len(bindings) == 1 and bindings[0].how is How.ASSIGN and not bindings[0].path:
            return bindings[0].value or node
        return node

    def enum_value(self, node: ast.expr) -> str | None:
        """The string that a legacy enum member stands for."""
        return enum_value(self.infer, node)

    def string_value(self, node: ast.expr | None) -> str | None:
        """The value of a string literal or legacy enum member."""
        return string_value(self.infer, node)

    def outer(self, site: Site) -> ast.expr:
        """The call with what puts it into a thread, and what waits for it."""
        assert site.call is not None
        call = site.thread or site.call
        limit = limit_of(self.tree, call) if site.thread is not None else None
        parent = self.tree.parents.get(limit or call)
        return parent if isinstance(parent, ast.Await) else call

    def must_await(self, site: Site) -> bool:
        """Whether the new code needs the result at hand; blocks where a coroutine is passed on."""
        if site.asynchronous and self.outer(site) is site.call:
            self.block(site.anchor, "the call is passed on without being awaited here")
            return False
        return True

    def binding_name(self, site: Site) -> ast.Name | None:
        """The one name that the site's result is assigned to."""
        node = self.outer(site)
        parent = self.tree.parents.get(node)
        if isinstance(parent, ast.Assign) and len(parent.targets) == 1 and parent.value is node:
            target = parent.targets[0]
            return target if isinstance(target, ast.Name) else None
        if isinstance(parent, ast.AnnAssign) and parent.value is node:
            return parent.target if isinstance(parent.target, ast.Name) else None
        return None

    def rename_result(self, site: Site, old: str, new: str) -> None:
        """Let a word give way to another in the name that the site's result has."""
        name = self.binding_name(site)
        variable = self.facts.scopes.variable(name) if name is not None else None
        if variable is not None:
            self.plan.renames[variable] = (old, new)

    def read_once(self, node: ast.expr) -> bool:
        """Whether a name is read in one place only."""
        variable = self.variable_of(node)
        uses = () if variable is None else self.facts.scopes.uses(variable)
        return sum(isinstance(use.ctx, ast.Load) for use in uses) == 1

    def result_used(self, site: Site) -> bool:
        """Whether anything is done with the site's result."""
        node = self.outer(site)
        parent = self.tree.parents.get(node)
        if isinstance(parent, ast.Expr):
            return False
        name = self.binding_name(site)
        if name is None:
            return True
        variable = self.facts.scopes.variable(name)
        if variable is None or is_taken(self.facts, variable):
            return True
        return any(isinstance(u.ctx, (ast.Load, ast.Del)) for u in self.facts.scopes.uses(variable))

    def alone(self, statement: ast.stmt) -> bool:
        """Whether a statement shares its lines with no other code."""
        return self.tree.stands_alone(statement)

    def remove(self, statement: ast.stmt) -> None:
        """Take a statement away; its comments stay."""
        if not self.alone(statement):
            self.block(statement, "the statement shares its line with another")
            return
        self.plan.rewritten[statement] = lambda r: r.comments_within(r.lines_span(statement))


def is_missing(node: ast.expr) -> bool:
    """``NOT_GIVEN``, ``omit`` and ``None`` mean that an argument is not given."""
    if isinstance(node, ast.Constant) and node.value is None:
        return True
    return last_name(node) in ("NOT_GIVEN", "omit", "_Unset")


def is_empty(node: ast.expr) -> bool:
    """An empty list or dict, or nothing."""
    if isinstance(node, (ast.List, ast.Tuple)):
        return not node.elts
    return (isinstance(node, ast.Dict) and not node.keys) or is_missing(node)
