"""What a run is made with, handed on to the function that goes on with its tool outputs.

The response that goes on is given the definition and the options of the run once more. Where these
are names of the function that makes the run, the functions on the way to the outputs get them, too.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Hashable, Mapping

from unspool_rules.engine.definitions.references import written_as
from unspool_rules.engine.flow.callers import FUNCTIONS, Function, all_calls
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls import made_with
from unspool_rules.engine.tool_calls.calls import name_of
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.changed_calls import Text, change, may_change
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.bindings import Variable

_RENAMED = ("assistant", "agent")
"""Names that the names of definitions may get."""


def hand_on(work: Work, site: Site, maker: Site) -> bool:
    """Plan that the names behind a run reach a submission of outputs, as parameters.

    Returns:
        Whether they do; else nothing is planned.
    """
    agent = made_with.agent_of(maker)
    values = made_with.out_of_reach(work.facts, maker, site)
    names = _names(work, [written_as(work, maker, v) if v is agent else v for v in values])
    wanted = {variable.name for variable in names} | set(_RENAMED)
    texts: dict[Hashable, Text] = {variable: _text(variable) for variable in names}
    kept = list(names.values())
    return bool(names) and pass_on(
        work, site, maker, texts, wanted, lambda call: _holds(work, kept, maker, call)
    )


def pass_on(
    work: Work,
    site: Site,
    maker: Site,
    given: Mapping[Hashable, Text],
    wanted: set[str],
    holds: Callable[[ast.Call], bool],
) -> bool:
    """Plan that variables beside a run reach a submission of outputs, as parameters.

    Args:
        work: the plan of the component.
        site: what hands the outputs in.
        maker: what makes the run.
        given: writes the names of the variables.
        wanted: names that the functions on the way must not have.
        holds: whether a call in the function that makes the run has the variables.

    Returns:
        Whether they do; else nothing is planned.
    """
    function = work.tree.function(site.func)
    if not isinstance(function, FUNCTIONS):
        return False
    on_the_way: list[Function] = []
    calls: list[ast.Call] = []
    waiting: list[Function] = [function]
    home = work.tree.function(maker.func)
    while waiting:
        function = waiting.pop()
        if function in on_the_way:
            continue
        if not _takes_more(work, function, wanted):
            return False
        on_the_way.append(function)
        found = all_calls(work, function)
        if not found or not all(may_change(work, call) for call in found):
            return False
        calls += found
        for call in found:
            caller = work.tree.function(call)
            if caller is home:
                if not holds(call):
                    return False
            elif isinstance(caller, FUNCTIONS):
                waiting.append(caller)
            else:
                return False
    for variable, text in given.items():
        for function in on_the_way:
            _add_parameter(work, function, variable, text)
        for call in calls:
            change(work, call).more[variable] = text
    return True


def _text(variable: Variable) -> Text:
    return lambda r: name_of(r, variable)


def _names(work: Work, values: list[ast.expr]) -> dict[Variable, ast.Name]:
    """The variables that values out of reach are, or whose ids they are; none if one is neither."""
    found: dict[Variable, ast.Name] = {}
    for value in values:
        name = value.value if isinstance(value, ast.Attribute) and value.attr == "id" else value
        variable = work.variable_of(name)
        if variable is None or not isinstance(name, ast.Name):
            return {}
        found[variable] = name
    return found


def _holds(work: Work, names: list[ast.Name], maker: Site, call: ast.Call) -> bool:
    """Whether a call in the function that makes the run can give what it was made with."""
    span = work.tree.span
    return span(maker.func).start < span(call).start and all(
        made_with.is_reachable(work.facts, name, maker.func, call.func) for name in names
    )


def _takes_more(work: Work, function: Function, names: set[str]) -> bool:
    """Whether a function can get parameters of such names."""
    args = function.args
    if args.vararg or args.kwarg or args.kwonlyargs or args.posonlyargs or not args.args:
        return False
    said = {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
    said |= {node.arg for node in ast.walk(function) if isinstance(node, ast.arg)}
    return not names & said


def _added(_: Work) -> set[tuple[Function, Hashable]]:
    """Parameters that functions get."""
    return set()


def _add_parameter(work: Work, function: Function, variable: Hashable, text: Text) -> None:
    known = work.once(_added)
    if (function, variable) in known:
        return
    first = not any(other is function for other, _ in known)
    known.add((function, variable))
    args = function.args
    last: ast.AST = args.defaults[-1] if args.defaults else args.args[-1]
    star = "*, " if args.defaults and first else ""
    before = work.plan.replacements.get(last)
    line = work.tree.lines.line_start(work.tree.span(args.args[-1]).start)
    gap = work.tree.source[line : work.tree.span(args.args[-1]).start]
    between = ",\n" + gap if not gap.strip() and not args.defaults else ", "

    def write(r: Rendering) -> str:
        old = before(r) if before is not None else r._splice(last)
        assert isinstance(old, str)
        return f"{old}{between}{star}{text(r)}"

    work.replace(last, write)


__all__ = ["hand_on", "pass_on"]
