"""Arguments that are collected in a dictionary and unpacked in the call: ``create(**params)``."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from unspool_rules.engine.abroad.exports import is_taken
from unspool_rules.engine.attachments import brought_sometimes
from unspool_rules.engine.clients.legacy import service_of
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.flow.later import does, means_the_same, only_asks
from unspool_rules.engine.flow.sometimes import Fate, Put, put_anew
from unspool_rules.engine.flow.spreads import with_spread
from unspool_rules.engine.operations.agents.conditional_fields import in_definition
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.model import Target, TargetService
from unspool_rules.syntax.bindings import How, Variable
from unspool_rules.syntax.layout import Brackets, Code

_LOOPS = (ast.For, ast.AsyncFor, ast.While)
_AGENTS = ("agent.create", "agent.update")
_SHORT = 60
"""How many characters of a value may stand in more than one call."""
_TOGETHER = frozenset({"tools", "tool_resources"})
"""Arguments of an assistant that make one."""


@dataclass(eq=False, slots=True)
class Unpacked:
    """A dictionary of arguments all of whose keys are in view."""

    variable: Variable
    literal: ast.expr
    statements: list[ast.stmt]
    """What goes: the dictionary and what is always put into it."""
    given: dict[str, ast.expr] = field(default_factory=dict)
    sometimes: list[tuple[str, Put]] = field(default_factory=list)
    """Arguments that are given under a condition, by the statement that puts them in."""
    tested: bool = False
    """Whether the code asks if there is anything in it."""
    others: list[Site] = field(default_factory=list)
    """Other calls that unpack the same dictionary."""


def expand(facts: Facts, target: Target) -> dict[Site, Unpacked]:
    """Give calls the arguments that they unpack, where all of them are in view."""
    found: dict[Site, Unpacked] = {}
    for site in facts.sites:
        if len(site.unpacked) != 1 or site.call is None:
            continue
        name = site.unpacked[0]
        one = _read(facts, site, name) if isinstance(name, ast.Name) else None
        if one is None or set(one.given) & set(site.arguments):
            continue
        if one.others and not _is_repeatable(facts, target, site, one):
            continue
        if _is_shaped_later(facts, target, site, one):
            if "assistant_id" in one.given:
                site.arguments["assistant_id"] = one.given["assistant_id"]
                facts.unpacked[one.given["assistant_id"]] = site
            continue
        site.arguments.update(one.given)
        facts.unpacked.update(dict.fromkeys(one.given.values(), site))
        site.unpacked.clear()
        site.sometimes = frozenset(key for key, _ in one.sometimes)
        site.spread = one.variable.name if one.sometimes else ""
        for key, put in one.sometimes:
            site.puts.setdefault(key, []).append(put.value)
        found[site] = one
    for site, one in [*found.items()]:
        if not all(other in found for other in one.others):
            _take_back(facts, site, found.pop(site))
    return found


def together(unpacked: Mapping[Site, Unpacked]) -> Iterator[tuple[Site, Site]]:
    """Calls that unpack one dictionary: it can only go where all of them change."""
    for site, one in unpacked.items():
        yield from ((site, other) for other in one.others)


def _take_back(facts: Facts, site: Site, one: Unpacked) -> None:
    """Leave a call as it is, because another one needs the dictionary."""
    for key, value in one.given.items():
        site.arguments.pop(key, None)
        facts.unpacked.pop(value, None)
    call = site.call
    assert call is not None
    site.unpacked[:] = [k.value for k in call.keywords if k.arg is None]


def _is_repeatable(facts: Facts, target: Target, site: Site, one: Unpacked) -> bool:
    """Whether the values can be written in several calls: short ones, that do nothing."""
    if site.operation not in _AGENTS or service_of(site, target) is TargetService.OPENAI:
        return False
    return not one.sometimes and all(
        not does([*ast.walk(value)])
        and not any(isinstance(n, ast.Call) for n in ast.walk(value))
        and value.lineno == value.end_lineno
        and len(facts.tree.segment(value)) <= _SHORT
        for value in one.given.values()
    )


def _is_shaped_later(facts: Facts, target: Target, site: Site, one: Unpacked) -> bool:
    """Whether fields of an assistant get their form when the program runs: tools with resources.

    These may be given or not, each by itself, so only the dictionary tells which ones are.
    """
    if not facts.keeps_assistants or site.operation not in ("agent.create", "agent.update"):
        return False
    if service_of(site, target) is not TargetService.OPENAI:
        return False
    keys = {key for key, _ in one.sometimes}
    given = keys | one.given.keys()
    if "assistant_id" in keys or not given >= _TOGETHER or not keys & _TOGETHER:
        return False
    blocks = [facts.tree.block_of(put.statement) for key, put in one.sometimes if key in _TOGETHER]
    return len(blocks) == 1 or blocks[0] is not blocks[-1]


def spell_out(work: Work, site: Site, unpacked: Unpacked) -> None:
    """The dictionary goes; it stays for what is given under a condition only."""
    if work.plan.blocked:
        return
    if site.func in work.plan.replacements:
        return  # only the method has another name
    sometimes = unpacked.sometimes
    fates = [
        brought_sometimes.put(work, site, key, put, sometimes)
        or put_anew(work, site, key, put, sometimes)
        for key, put in sometimes
    ]
    if unpacked.tested and Fate.GOES in fates:
        work.block(unpacked.literal, "whether the dictionary is empty is asked, and it would be")
    if work.plan.blocked:
        return
    first, *others = unpacked.statements
    if unpacked.others and not all(other in work.plan.sites for other in unpacked.others):
        work.block(unpacked.literal, "another call is given this dictionary, and stays as it is")
        return
    for statement in others:
        work.remove(statement)
    if Fate.STAYS not in fates:
        work.remove(first)
        return
    name = unpacked.variable.name
    target = first.targets[0] if isinstance(first, ast.Assign) else None
    if target is not None:
        work.replace(target, lambda r: f"{name}: dict[str, {r.imports.need('typing', 'Any')}]")
    if not isinstance(unpacked.literal, ast.IfExp):
        work.replace(unpacked.literal, lambda _: Brackets("", (), "{", "}"))
    if work.foundry(site) and in_definition(site):
        return  # the definition unpacks it
    assert site.call is not None
    for node in (site.call, work.outer(site)):
        writer = work.plan.replacements.get(node)
        if writer is not None:
            work.plan.replacements[node] = _with(writer, name)
            return


def _with(writer: Writer, name: str) -> Writer:
    """The new call with what the dictionary holds now, which goes before a definition's own."""

    def write(r: Rendering) -> Code:
        code = writer(r)
        if isinstance(code, Brackets):
            return replace(code, items=with_spread(code.items, name))
        return code

    return write


def _read(facts: Facts, site: Site, name: ast.Name) -> Unpacked | None:
    """The dictionary behind ``**name``; None where what it holds is not certain."""
    variable = facts.scopes.variable(name)
    bindings = facts.scopes.bindings(variable) if variable is not None else []
    if variable is None or len(bindings) != 1 or bindings[0].how is not How.ASSIGN:
        return None
    binding = bindings[0]
    statement = binding.statement
    if binding.path or not isinstance(statement, (ast.Assign, ast.AnnAssign)):
        return None
    if binding.value is None or not _is_own(facts, variable, statement):
        return None  # anything can put more into what the module holds
    pairs = _pairs(binding.value)
    chosen = _chosen(binding.value, statement)
    if pairs is None and not chosen:
        return None
    if isinstance(statement, ast.Assign) and len(statement.targets) != 1:
        return None
    found = Unpacked(variable, binding.value, [statement], pairs or {}, chosen)
    for use in facts.scopes.uses(variable):
        if use is name or use is binding.node:
            continue
        other = _unpacked_by(facts, use)
        if other is not None:
            found.others.append(other)
        elif _is_test(facts, use):
            found.tested = True
        elif not _put(facts, site, use, found):
            return None
    if found.tested and (found.given or found.others):
        return None  # it is empty by then
    if found.others and len(found.statements) > 1:
        return None  # what one call puts in is not for the other
    return found if _may_move(facts, site, found) else None


def _unpacked_by(facts: Facts, use: ast.Name) -> Site | None:
    """The call that a dictionary is unpacked into."""
    keyword = facts.tree.parents.get(use)
    call = facts.tree.parents.get(keyword) if isinstance(keyword, ast.keyword) else None
    if not isinstance(keyword, ast.keyword) or keyword.arg is not None:
        return None
    return facts.by_call.get(call) if isinstance(call, ast.Call) else None


def _chosen(node: ast.expr, statement: ast.stmt) -> list[tuple[str, Put]]:
    """What ``{"key": value} if test else {}`` holds, under its condition."""
    if not isinstance(node, ast.IfExp):
        return []
    sides = [side for side in (node.body, node.orelse) if _pairs(side) != {}]
    if len(sides) != 1 or not isinstance(sides[0], ast.Dict) or _pairs(sides[0]) is None:
        return []
    found = []
    for key, value in zip(sides[0].keys, sides[0].values, strict=True):
        assert isinstance(key, ast.Constant)
        found.append((str(key.value), Put(statement, None, key, value)))
    return found


def _is_test(facts: Facts, use: ast.Name) -> bool:
    """``if params:``"""
    test: ast.expr = use
    above = facts.tree.parents.get(test)
    if isinstance(above, ast.UnaryOp) and isinstance(above.op, ast.Not):
        test, above = above, facts.tree.parents.get(above)
    return isinstance(above, (ast.If, ast.IfExp)) and above.test is test


def _is_own(facts: Facts, variable: Variable, statement: ast.stmt) -> bool:
    """Whether only the code around can put something into the dictionary."""
    function = facts.tree.function(statement)
    return not is_taken(facts, variable) and all(
        facts.tree.function(use) is function for use in facts.scopes.uses(variable)
    )


def _pairs(node: ast.expr) -> dict[str, ast.expr] | None:
    if isinstance(node, ast.Dict):
        found: dict[str, ast.expr] = {}
        for key, value in zip(node.keys, node.values, strict=True):
            if not (isinstance(key, ast.Constant) and isinstance(key.value, str)):
                return None
            found[key.value] = value
        return found
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "dict" and not node.args:
        if all(k.arg is not None for k in node.keywords):
            return {str(k.arg): k.value for k in node.keywords}
    return None


def _put(facts: Facts, site: Site, use: ast.Name, found: Unpacked) -> bool:
    """Take what a statement puts into the dictionary; False where it does anything else."""
    puts = _puts(facts, use)
    always = any(_comes_by(facts, p.statement, site) for p in puts.values())
    if any(
        facts.tree.span(p.statement).start > facts.tree.span(site.func).start for p in puts.values()
    ):
        return False
    for key, put in puts.items():
        if key in found.given or (always and any(key == known for known, _ in found.sometimes)):
            return False
        if always:
            found.given[key] = put.value
        else:
            found.sometimes.append((key, put))
    if always:
        found.statements.append(next(iter(puts.values())).statement)
    return bool(puts) and (always or len(puts) == 1)


def _comes_by(facts: Facts, statement: ast.stmt, site: Site) -> bool:
    """Whether whoever comes to the call has come by an earlier statement, in the same round."""
    above = facts.tree.parents[statement]
    last = facts.tree.statement(site.func)
    on_the_way = {last, *facts.tree.ancestors(last)}
    for name in ("body", "orelse", "finalbody"):
        block = getattr(above, name, None)
        if isinstance(block, list) and statement in block:
            return any(other in on_the_way for other in block)
    return False


def _puts(facts: Facts, use: ast.Name) -> dict[str, Put]:
    """``params["key"] = value``, ``params.update(key=value)`` or ``params.update({…})``."""
    item = facts.tree.parents.get(use)
    store = facts.tree.parents.get(item) if item is not None else None
    if (
        isinstance(item, ast.Subscript)
        and item.value is use
        and isinstance(item.slice, ast.Constant)
        and isinstance(item.slice.value, str)
        and isinstance(store, ast.Assign)
        and store.targets == [item]
    ):
        return {item.slice.value: Put(store, use, item.slice, store.value)}
    statement = facts.tree.parents.get(store) if store is not None else None
    if not (
        isinstance(item, ast.Attribute)
        and item.attr == "update"
        and isinstance(store, ast.Call)
        and store.func is item
        and isinstance(statement, ast.Expr)
    ):
        return {}
    found: dict[str, Put] = {}
    given, named = store.args, store.keywords
    if len(given) == 1 and not named and isinstance(given[0], ast.Dict):
        for key, value in zip(given[0].keys, given[0].values, strict=True):
            if not isinstance(key, ast.Constant) or not isinstance(key.value, str):
                return {}
            found[key.value] = Put(statement, use, key, value)
    elif not given:
        for keyword in named:
            if keyword.arg is None:
                return {}
            found[keyword.arg] = Put(statement, use, None, keyword.value)
    return found


def _may_move(facts: Facts, site: Site, found: Unpacked) -> bool:
    """Whether the values mean the same in the call as where the dictionary is made."""
    tree = facts.tree
    first = found.statements[0]
    last = tree.statement(site.func)
    if tree.function(first) is not tree.function(last):
        return False
    above = set(tree.ancestors(first))
    if tree.parents[first] not in set(tree.ancestors(last)):
        return False
    plain = all(isinstance(value, ast.Constant) for value in found.given.values())
    if plain and not found.sometimes and len(found.statements) == 1:
        return True
    if any(isinstance(a, _LOOPS) and a not in above for a in tree.ancestors(last)):
        return False
    own: set[ast.AST] = {*found.statements, *(put.statement for _, put in found.sometimes)}
    inside = {a for a in tree.ancestors(site.func) if isinstance(a, ast.Try) or only_asks(a)}
    return all(
        means_the_same(facts, place, last, own if does(values) else own | inside, values)
        for place, values in _by_statement(facts, found).items()
    )


def _by_statement(facts: Facts, found: Unpacked) -> dict[ast.stmt, list[ast.AST]]:
    """What the values are made of, by the statement that puts them in."""
    placed: dict[ast.stmt, list[ast.AST]] = {}
    for value in found.given.values():
        placed.setdefault(facts.tree.statement(value), []).extend(ast.walk(value))
    return placed
