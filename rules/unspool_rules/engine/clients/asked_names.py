"""What a program asks its client for: ``hasattr(client, "threads")``.

What is asked for is there wherever the calls behind the question could be made. The client that
takes the old one's place, or what is left of a part, would answer otherwise.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Mapping

from unspool_rules.engine.facts import Facts
from unspool_rules.engine.plan import Plan
from unspool_rules.engine.sites import Site
from unspool_rules.semantics import outlines
from unspool_rules.semantics.kinds import client_of
from unspool_rules.semantics.types import Inst

_NEW = "azure.ai.projects.AIProjectClient"
_NOTE = "`{}` was true where the calls behind it could be made: it is so always now"
_OTHER = (
    "the old client has no `{}`, and the new one has: say anew what the program does where there "
    "is one"
)
_MIXED = "this is asked of a client, or of another object: say what each of them has"


def answer(facts: Facts, plan_of: Mapping[Site, Plan]) -> set[ast.AST]:
    """Plan the answers of such questions, with the calls that go through the client.

    Returns:
        What is not asked any more.
    """
    parts = {r.node: r for r in facts.references if r.part}
    answered: set[ast.AST] = set()
    for call, asked, name in _questions(facts):
        known = facts.infer.of(asked)
        classes = {t.cls for t in known if isinstance(t, Inst)}
        sorts = {sort for cls in classes for sort in _sorts(facts, asked, cls)}
        plans = list({id(p): p for s, p in plan_of.items() if s.sort in sorts}.values())
        if not plans:
            continue
        if not all(isinstance(t, Inst) for t in known):
            for plan in plans:
                plan.block(facts.tree.span(call), _MIXED)
            continue
        if not all(_has(cls, name) for cls in classes):
            for plan in plans if "agents" in sorts and _has(_NEW, name) else ():
                plan.block(facts.tree.span(call), _OTHER.format(name))
            continue
        answered.add(asked)
        for plan in plans:
            plan.note(_NOTE.format(" ".join(facts.tree.segment(call).split())))
            plan.replacements[call] = lambda _: "True"
        _leave_out(facts, call, plans)
        part = parts.get(asked)
        if part is not None:
            plans[0].references.append(part)
    return answered


def _questions(facts: Facts) -> Iterator[tuple[ast.Call, ast.expr, str]]:
    for call in facts.tree.of(ast.Call):
        if isinstance(call.func, ast.Name) and call.func.id == "hasattr" and len(call.args) == 2:
            name = call.args[1]
            if isinstance(name, ast.Constant) and isinstance(name.value, str):
                yield call, call.args[0], name.value


def _sorts(facts: Facts, asked: ast.expr, cls: str) -> Collection[str]:
    """The clients, by their sorts, of whose class or part a value is; none for other values."""
    if any(client_of(t) == "agents" for t in facts.infer.of(asked)):
        return ("agents",)
    module, _, name = cls.rpartition(".")
    if name.endswith("Operations") and module.startswith("azure.ai.agents"):
        return ("agents", "project")
    if name.endswith("Operations") and module.startswith("azure.ai.projects"):
        return ("project",)
    if module.startswith("openai.resources.beta") and "chat" not in module:
        return ("openai", "azure-openai")
    return ()


def _has(cls: str, name: str) -> bool:
    return outlines.method(cls, name) is not None or any(
        name in (*outline.attributes, *outline.properties) for outline in outlines.lineage(cls)
    )


def _leave_out(facts: Facts, call: ast.Call, plans: list[Plan]) -> None:
    """``if hasattr(agents, …): agents.enable_auto_function_calls(…)``, where the call goes."""
    statement = facts.tree.parents.get(call)
    if not isinstance(statement, ast.If) or statement.test is not call or statement.orelse:
        return
    through = {facts.tree.statement(s.func): s for s in facts.sites}
    gone = [through.get(inner) for inner in statement.body]
    if not all(s is not None and s.operation == "functions.auto" for s in gone):
        return
    for plan in plans:
        if all(inner in plan.rewritten for inner in statement.body):
            plan.rewritten[statement] = lambda r: r.comments_within(r.lines_span(statement))
