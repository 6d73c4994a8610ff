"""Runs that go on in places from which the new response does not reach who fetches them again.

The id of a run stays the same; each round of tool outputs makes a response with an id of its own.
Where no name takes that one, the program itself keeps which response has followed which, and
fetches the last one wherever it fetched the run.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from unspool_rules.catalogue.groups import POLLS, SUBMITS
from unspool_rules.engine.abroad.exports import is_taken
from unspool_rules.engine.clients.legacy import service_of
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.flow.callers import FUNCTIONS, Function
from unspool_rules.engine.imports.below import function, known, put
from unspool_rules.engine.sites import Site
from unspool_rules.engine.streaming.streams import streams
from unspool_rules.engine.tool_calls.made_with import CREATES, creators_of
from unspool_rules.engine.uses.kinds import value_kind
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.model import Target, TargetService
from unspool_rules.semantics.functions import arguments_for, calls_of
from unspool_rules.semantics.types import Inst, UserFunction
from unspool_rules.syntax.bindings import Binding, How, Variable
from unspool_rules.syntax.layout import Brackets, Item

NOTE = (
    "the program keeps which response has followed which, in this process only: who has the id of "
    "the run elsewhere has that of its first response"
)
_ASKS = (*POLLS, "run.cancel")
"""Operations that are given the last response in place of the run."""
_NEUTRAL = frozenset({"staticmethod", "classmethod"})
_KEPT = "followed_by"
_LATEST = "The last response of those that went on with this one, each with tool outputs."
_LATEST_CODE = '''def {name}(response_id: str) -> str:
    """{meaning}"""
    while response_id in {kept}:
        response_id = {kept}[response_id]
    return response_id
'''
_GOES_ON = "Keeps that a response goes on with the tool outputs of another one, and returns it."
_GOES_ON_CODE = '''def {name}(response_id: str, response: {response}) -> {response}:
    """{meaning}"""
    {kept}[{latest}(response_id)] = response.id
    return response
'''


# -- which runs ------------------------------------------------------------------------------------


def is_kept(work: Work, run_id: ast.expr) -> bool:
    """Whether a run is one of those whose last response the program keeps."""
    if not work.facts.lost:
        return False
    return not set(makers_kept(work)).isdisjoint(creators_of(work.facts, run_id))


def makers_kept(work: Work) -> list[Site]:
    """What makes such runs."""
    return work.once(_makers)


def _makers(work: Work) -> list[Site]:
    return _made(work.facts)


def _made(facts: Facts) -> list[Site]:
    """What makes the runs that are planned so."""
    found: dict[Site, None] = {}
    for site in facts.sites if facts.lost else ():
        if site.operation in SUBMITS and facts.tree.span(site.func).start in facts.lost:
            found.update(dict.fromkeys(creators_of(facts, site.arguments["run_id"])))
    return list(found)


def together(facts: Facts) -> Iterator[tuple[Site, Site]]:
    """What makes, fetches and continues such runs changes at once, or not at all."""
    makers = _made(facts)
    for site in facts.sites if makers else ():
        run_id = site.arguments.get("run_id")
        made = [site] if site in makers else creators_of(facts, run_id) if run_id else []
        if not set(made).isdisjoint(makers):
            yield makers[0], site


def is_fetched(work: Work, run_id: ast.expr) -> bool:
    """Whether such a run is fetched anywhere, by the id that it has at first."""
    makers = set(creators_of(work.facts, run_id))
    return any(
        site.operation in _ASKS
        and not makers.isdisjoint(creators_of(work.facts, site.arguments["run_id"]))
        for site in work.facts.sites
    )


def lost(work: Work, site: Site) -> None:
    """Say that no name takes the new response, so that the file is planned in this way, too."""
    if _can_be_kept(work.facts, work.target, site):
        work.facts.in_vain.add(work.tree.span(site.func).start)


def _can_be_kept(facts: Facts, target: Target, site: Site) -> bool:
    """Whether all that fetches the run is in view, and nothing else asks by its id."""
    makers = creators_of(facts, site.arguments["run_id"])
    if not makers or any(m.operation not in CREATES or streams(m) for m in makers):
        return False
    if any(
        node.attr == "run_id" and _is_told(facts, node) for node in facts.tree.of(ast.Attribute)
    ):
        return False
    module = facts.tree.part_of(site.func)
    for other in facts.sites:
        run_id = other.arguments.get("run_id")
        if run_id is None:
            continue
        made = creators_of(facts, run_id)
        if set(made).isdisjoint(makers):
            if not made and other.operation in _ASKS:
                return False  # it may be that of the same run
            continue
        asks = _ASKS if facts.starts_in_background else POLLS
        if other.operation not in (*asks, *SUBMITS) or streams(other):
            return False
        if service_of(other, target) is TargetService.FOUNDRY:
            return False
        if facts.tree.part_of(other.func) != module or not _is_at_once(facts, other):
            return False
        if not _is_from_here(facts, run_id, set()):
            return False
    return True


def _is_told(facts: Facts, node: ast.Attribute) -> bool:
    """Whether a message may tell of its run, which would be its own response now."""
    known = facts.infer.of(node.value)
    return not known or any(isinstance(t, Inst) and value_kind(t) is not None for t in known)


def _is_at_once(facts: Facts, site: Site) -> bool:
    """Whether a call gives its result where it stands."""
    waited = isinstance(facts.tree.parents.get(site.anchor), ast.Await)
    return site.call is not None and (waited or not (site.asynchronous or site.thread is not None))


def _is_from_here(facts: Facts, node: ast.expr, seen: set[object]) -> bool:
    """Whether a run, or its id, can only be one that this process has made."""
    while isinstance(node, ast.Await) or (isinstance(node, ast.Attribute) and node.attr == "id"):
        node = node.value
    if isinstance(node, ast.Call):
        site = facts.by_call.get(node)
        if site is None:
            return any(isinstance(t, UserFunction) for t in facts.infer.of(node.func))
        again = site.arguments.get("run_id")
        return site.operation in CREATES or (
            again is not None and _is_from_here(facts, again, seen)
        )
    if isinstance(node, ast.Name):
        variable = facts.scopes.variable(node)
        return variable is not None and _is_always(facts, variable, seen)
    if not isinstance(node, ast.Attribute) or not isinstance(node.value, ast.Name):
        return False
    if node.attr in seen:
        return True
    seen.add(node.attr)
    given = [
        statement.value
        for statement in facts.tree.of(ast.Assign)
        if isinstance(statement, ast.Assign)
        and any(isinstance(t, ast.Attribute) and t.attr == node.attr for t in statement.targets)
    ]
    return bool(given) and all(_is_none(v) or _is_from_here(facts, v, seen) for v in given)


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _is_always(facts: Facts, variable: Variable, seen: set[object]) -> bool:
    """Whether all that a name is given is such a run."""
    if variable in seen:
        return True
    seen.add(variable)
    bindings = facts.scopes.bindings(variable)
    for binding in bindings:
        if binding.how is How.PARAMETER and isinstance(binding.node, ast.arg):
            owner = facts.tree.function(binding.node)
            if not isinstance(owner, FUNCTIONS):
                return False
            given = arguments_for(facts.infer, owner, binding.node)
            calls = [call for call, _ in calls_of(facts.infer, owner)]
            if not _is_only_called(facts, owner, calls) or len(given) != len(calls):
                return False
            if not all(_is_from_here(facts, value, seen) for value in given):
                return False
        elif not _is_assigned(facts, binding, seen):
            return False
    return bool(bindings)


def _is_assigned(facts: Facts, binding: Binding, seen: set[object]) -> bool:
    """Whether an assignment, also of several names, gives such a run, or none."""
    if binding.how is not How.ASSIGN or binding.value is None:
        return False
    return _is_none(binding.value) or _is_from_here(facts, binding.value, seen)


def _is_only_called(facts: Facts, function: Function, calls: list[ast.Call]) -> bool:
    """Whether a function is called in view, and handed to nobody who may call it elsewhere."""
    if not calls or {ast.unparse(d) for d in function.decorator_list} - _NEUTRAL:
        return False
    known = {id(call.func) for call in calls}
    uses: list[ast.expr] = [
        node
        for node in facts.tree.of(ast.Attribute)
        if node.attr == function.name and not _is_another(facts, node, function)
    ]
    if not isinstance(facts.tree.parents.get(function), ast.ClassDef):
        variable = facts.scopes.lookup(function.name, facts.scopes.scope_of(function))
        if variable is None or is_taken(facts, variable):
            return False
        uses = list(facts.scopes.uses(variable))
    return all(id(use) in known for use in uses)


def _is_another(facts: Facts, node: ast.Attribute, function: Function) -> bool:
    """Whether an attribute of a function's name is that of another one, or of the SDK."""
    if facts.tree.parents.get(node) in facts.by_call:
        return True
    if isinstance(node.value, ast.Attribute) and node.value.attr == "required_action":
        return True
    found = [t.node for t in facts.infer.of(node) if isinstance(t, UserFunction)]
    return bool(found) and function not in found


# -- writing ---------------------------------------------------------------------------------------


def id_given(work: Work, r: Rendering, run_id: ast.expr) -> Item:
    """What a response is asked for, or cancelled, by in the place of a run."""
    item = r.item("", r.code(run_id), run_id)
    return Item(Brackets(latest(r), (item,))) if is_kept(work, run_id) else item


def latest(r: Rendering) -> str:
    """The name of the function that gives the id of the last response."""
    return _functions(r)[0]


def goes_on(r: Rendering) -> str:
    """The name of the function that keeps which response follows another."""
    return _functions(r)[1]


def _functions(r: Rendering) -> tuple[str, str]:
    """Both functions, of this migration or of an earlier one."""
    names = known(r)
    if _LATEST in names and _GOES_ON in names:
        return names[_LATEST], names[_GOES_ON]
    kept = r.made_at(_KEPT, r.module.body[0])
    put(r, f"{kept}: dict[str, str] = {{}}")
    name = function(r, "latest_response", _LATEST, _LATEST_CODE, kept=kept)
    response = r.imports.need("openai.types.responses", "Response")
    others = {"kept": kept, "latest": name, "response": response}
    return name, function(r, "goes_on", _GOES_ON, _GOES_ON_CODE, None, **others)


__all__ = [
    "NOTE",
    "goes_on",
    "id_given",
    "is_fetched",
    "is_kept",
    "latest",
    "lost",
    "makers_kept",
    "together",
]
