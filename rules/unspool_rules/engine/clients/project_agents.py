"""The ``agents`` of a project client under names that then hold the project client itself.

``agents_client = project_client.agents`` can go to functions, attributes and results. The new
``agents`` has no conversations and no responses, so what such a name holds becomes the project's
client; this is right only where every use of every such name is in view.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Mapping

from unspool_rules.engine.clients import project_agents_abroad as abroad
from unspool_rules.engine.clients.entered_agents import stands_for_project
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.plan import Plan, Writer
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work
from unspool_rules.model import Target
from unspool_rules.semantics.functions import arguments_for, parameter_for
from unspool_rules.semantics.kinds import client_of, is_agents
from unspool_rules.semantics.members import constructor
from unspool_rules.semantics.types import Inst, Type, Types, UserClass, UserFunction
from unspool_rules.syntax.tree import FunctionNode

_CONTAINERS = (ast.Tuple, ast.IfExp, ast.BoolOp, ast.NamedExpr)
_TESTS = (ast.If, ast.While, ast.Assert, ast.UnaryOp, ast.Compare)
_ANNOTATED = (
    "what is annotated here becomes a project's client, which the annotation does not allow"
)


def hand_over_project(
    facts: Facts, plan_of: Mapping[Site, Plan], target: Target, gone: Collection[ast.AST]
) -> None:
    """Make project clients of the kept ``agents``, where a call goes through one of them.

    Args:
        facts: what the file holds.
        plan_of: the plan of each site; all those of a project client change together.
        target: what fixes are written for.
        gone: parts whose names are removed, since only calls that change go through them.
    """
    projects = [s for s in facts.sites if s.sort == "project"]
    if not projects:
        return
    held = [s for s in facts.sites if s.client is not None and _holds(facts, s.client)]
    work = Work(facts, target, plan_of[held[0] if held else projects[0]])
    for call, name in abroad.readers(facts):
        work.block(call, abroad.READ.format(name))
    for site in held:
        if site.client is not None and abroad.gives(facts, site.client):
            Work(facts, target, plan_of[site]).block(site.client, abroad.GIVEN)
    if not held:
        for argument in abroad.arguments(facts):
            if argument not in gone:
                work.block(argument, abroad.TAKEN)
        return
    handing = _Handing(facts, work, {s.func for s in facts.sites}, gone)
    handing.annotations()
    for node in facts.tree.nodes:
        if isinstance(node, ast.expr) and isinstance(getattr(node, "ctx", ast.Load()), ast.Load):
            if _holds(facts, node):
                handing.judge(node)
        elif isinstance(node, ast.arg):
            handing.parameter(node)


def _holds(facts: Facts, node: ast.expr) -> bool:
    return any(is_agents(t) for t in facts.infer.of(node))


def _is_declared(value: Type) -> bool:
    """Whether only an annotation says that a value is an ``AgentsClient``."""
    return isinstance(value, Inst) and value.site is None and client_of(value) == "agents"


class _Handing:
    def __init__(
        self, facts: Facts, work: Work, sites: Collection[ast.AST], gone: Collection[ast.AST]
    ) -> None:
        self.facts = facts
        self.tree = facts.tree
        self.work = work
        self.sites = sites
        self.gone = gone
        self.renamed: set[ast.AST] = set()
        """Annotations with an ``AgentsClient`` that is the project's client then."""

    def annotations(self) -> None:
        """What is annotated as an ``AgentsClient`` and gets the ``agents`` of a project."""
        for reference in self.facts.references:
            node = reference.node
            if not reference.symbol.endswith(".AgentsClient") or not isinstance(node, ast.expr):
                continue
            holder = self._annotated(node)
            if holder is None or not any(is_agents(t) for t in holder[1]):
                continue
            package = "azure.ai.projects.aio" if ".aio" in reference.symbol else "azure.ai.projects"
            quote = self.tree.quote(node)
            self.renamed.add(holder[0])
            self.work.replace(node, _client(package, quote))

    def _annotated(self, node: ast.expr) -> tuple[ast.AST, Types] | None:
        """The whole annotation around a class, and the types of what it annotates."""
        infer, scopes = self.facts.infer, self.facts.scopes
        whole: ast.AST = node
        for above in self.tree.ancestors(node):
            if isinstance(above, ast.arg):
                variable = scopes.lookup(above.arg, scopes.scope_of(above))
                return whole, infer.variable(variable) if variable is not None else frozenset()
            if isinstance(above, ast.AnnAssign) and above.annotation is whole:
                return whole, infer.of(above.target) | infer.of(above.value)
            if isinstance(above, ast.stmt):
                return None
            whole = above
        return None

    def _allows(self, annotation: ast.expr | None) -> bool:
        """Whether an annotation allows a project's client."""
        if annotation is None or annotation in self.renamed:
            return True
        return ast.unparse(annotation).rpartition(".")[2] in ("Any", "object")

    def judge(self, node: ast.expr) -> None:
        """One expression that gives ``agents``: where they go, and what gives them instead."""
        if node in self.gone or self._is_root(node):
            return
        if isinstance(self.tree.parents.get(node), ast.withitem):
            return
        project = stands_for_project(self.facts, node)
        if project is not None:
            self._goes(node, node)
            self.work.replace(node, lambda r: r.code(project))
        elif isinstance(node, ast.Attribute) and any(
            client_of(t) for t in self.facts.infer.of(node.value)
        ):
            self._goes(node, node)
            self.work.replace(node, lambda r: r.code(node.value))
            text = " ".join(self.tree.segment(node).split())
            self.work.note(f"what held `{text}` holds the project's client now")
        elif not all(is_agents(t) or _is_declared(t) for t in self.facts.infer.of(node)):
            self.work.block(
                node,
                "one way this is the `agents` of a project, another way something else: give "
                "it the client of a project each way",
            )
        elif isinstance(node, (ast.Name, ast.Attribute, *_CONTAINERS, ast.Call, ast.Await)):
            self._goes(node, node)
        else:
            self.work.block(
                node,
                "the `agents` of a project come out of an expression that is not followed: give "
                "them a name first",
            )

    def parameter(self, node: ast.arg) -> None:
        """A parameter that is given ``agents``: by callers in view, or nobody knows by whom."""
        function = self.tree.function(node)
        scopes = self.facts.scopes
        variable = scopes.lookup(node.arg, scopes.scope_of(node))
        if function is None or variable is None:
            return
        if not any(is_agents(t) for t in self.facts.infer.variable(variable)):
            return
        if not self._allows(node.annotation):
            self.work.block(node, _ANNOTATED)
        given = arguments_for(self.facts.infer, function, node)
        if not given:
            self.work.block(
                node,
                "callers in other files give the `agents` of a project, which are no client of "
                "their own any more: give the project's client",
            )
        elif not all(_holds(self.facts, argument) for argument in given):
            self.work.block(
                node,
                "some callers give the `agents` of a project and others another client: give each "
                "the client of a project",
            )

    def _is_root(self, node: ast.expr) -> bool:
        """Whether a call that changes goes through the expression."""
        above: ast.AST | None = node
        while isinstance(above, ast.expr):
            if above in self.sites:
                return True
            above = self.tree.parents.get(above)
            if not isinstance(above, ast.Attribute):
                return False
        return False

    def _goes(self, node: ast.expr, value: ast.expr) -> None:
        """Where a value goes must take a project client just as well."""
        parent = self.tree.parents.get(node)
        if isinstance(parent, ast.keyword):
            parent = self.tree.parents.get(parent)
        if isinstance(parent, _CONTAINERS):
            self._goes(parent, value)
        elif isinstance(parent, (ast.Assign, ast.AnnAssign, ast.Return, ast.Expr, *_TESTS)):
            if isinstance(parent, ast.AnnAssign) and not self._allows(parent.annotation):
                self.work.block(value, _ANNOTATED)
            taken = abroad.takers(self.facts, parent)
            if taken is not None:
                self.work.block(
                    value,
                    f"other files take `{taken}`, which would become a project's client: let them "
                    "take the project's client itself first",
                )
        elif isinstance(parent, ast.Await):
            self._goes(parent, value)
        elif not (isinstance(parent, ast.Call) and self._takes(parent, node)):
            self.work.block(value, abroad.TAKEN)

    def _takes(self, call: ast.Call, node: ast.expr) -> bool:
        """Whether a function of the file gets the value under a name."""
        infer = self.facts.infer
        for callee in infer.of(call.func):
            function: FunctionNode | None
            if isinstance(callee, UserClass):
                function, bound = constructor(infer, callee.node), True
            elif isinstance(callee, UserFunction):
                function, bound = callee.node, callee.bound
            else:
                return False
            if function is None:
                return False
            parameter = parameter_for(function, node, call, bound)
            if parameter is None or parameter in (function.args.vararg, function.args.kwarg):
                return False
        return bool(infer.of(call.func))


def _client(package: str, quote: str) -> Writer:
    """The new client's class in an annotation, in quotes as it was."""
    return lambda r: f"{quote}{r.imports.need(package, 'AIProjectClient')}{quote}"
