"""Values that go where inference does not follow them: their new form would be read in the old way.

A legacy object, or a collection of such, is looked at by its readers only as far as they are in
view. So every place that hands one on is asked whether the other end knows what it gets.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from unspool_rules.engine.abroad.exports import is_taken
from unspool_rules.engine.flow.caught import is_caught
from unspool_rules.engine.sites import Site
from unspool_rules.engine.uses import old_messages
from unspool_rules.engine.uses.displays import displays
from unspool_rules.engine.uses.handed_out import may_go
from unspool_rules.engine.uses.kinds import COLLECTIONS, a_noun, held, value_kind
from unspool_rules.engine.uses.old_calls import as_before, has_calls_only
from unspool_rules.engine.uses.returned_dicts import returned, tell_callers
from unspool_rules.engine.uses.unseen_readers import taker
from unspool_rules.engine.work import Work
from unspool_rules.semantics import values
from unspool_rules.semantics.applied import passed_on
from unspool_rules.semantics.dependencies import alias_of, is_dependency, is_followed
from unspool_rules.semantics.functions import parameter_for
from unspool_rules.semantics.members import constructor, family
from unspool_rules.semantics.types import Inst, Types, UserClass, UserFunction
from unspool_rules.semantics.worker_threads import around as thread_of
from unspool_rules.semantics.worker_threads import is_partial
from unspool_rules.syntax.names import last_name

_CONSUMERS = frozenset(
    {
        "all",
        "any",
        "assertIsNone",
        "assertIsNotNone",
        "bool",
        "critical",
        "debug",
        "error",
        "exception",
        "hasattr",
        "id",
        "info",
        "isinstance",
        "len",
        "log",
        "pprint",
        "print",
        "repr",
        "str",
        "sum",
        "type",
        "warning",
        "write",
    }
)
"""Functions that only show or count what they get."""
_KEPT_BY = frozenset({"append", "appendleft", "extend", "insert", "add", "put", "put_nowait"})
_ORDERED_BY = frozenset({"sorted", "max", "min", "sort"})
_METHODS = _KEPT_BY | {
    "cancel",
    "cancelled",
    "clear",
    "copy",
    "count",
    "done",
    "index",
    "remove",
    "reverse",
}
_FAILS = "a list of parts has no `{}`: the program failed where it is called, and still does"
_LOOKING = _CONSUMERS | {"callable", "iscoroutinefunction", "signature", "update_wrapper", "wraps"}
"""Functions that do not call the function they get."""
_IGNORING = frozenset({"target"})
"""Parameters for functions whose results nobody reads."""
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def is_taken_by(work: Work, function: UserFunction, node: ast.expr, call: ast.Call) -> bool:
    """Whether a parameter of a function of the file is known to get the objects of an argument.

    Args:
        call: of the function, or of what is given the function before its arguments: ``submit``.
    """
    if function in work.infer.of(call.func):
        parameter = parameter_for(function.node, node, call, function.bound)
    else:
        later = passed_on(work.tree, call)
        assert later is not None
        parameter = parameter_for(function.node, node, later, function.bound)
    return _gets(work, parameter, node)


def is_taken_by_class(work: Work, made: UserClass, node: ast.expr, call: ast.Call) -> bool:
    """The same of the parameters of a class's ``__init__``; ``cls`` may be a derived class."""
    derived = work.infer.heirs(made.node) if last_name(call.func) == "cls" else ()
    for one in (made.node, *derived):
        function = constructor(work.infer, one)
        if function is None or _makes_otherwise(work, one):
            return False
        if not _gets(work, parameter_for(function, node, call, True), node):
            return False
    return True


def _makes_otherwise(work: Work, node: ast.ClassDef) -> bool:
    """Whether ``__new__`` gets the arguments, too."""
    classes = [one for one in family(work.infer, node) if isinstance(one, ast.ClassDef)]
    return any(getattr(s, "name", "") == "__new__" for one in classes for s in one.body)


def _gets(work: Work, parameter: ast.arg | None, node: ast.expr) -> bool:
    known: Types = frozenset()
    if parameter is not None:
        scopes = work.facts.scopes
        variable = scopes.lookup(parameter.arg, scopes.scope_of(parameter))
        known = work.infer.variable(variable) if variable is not None else known
    return {v.site for v in held(work.infer.of(node))} <= {v.site for v in held(known)}


class Followed:
    """Whether the values of the file's components reach only places that are in view."""

    def __init__(self, works: dict[Site, Work]) -> None:
        self._works = works
        self._work = next(iter(works.values()))  # any: only what they share is asked

    def look(self, node: ast.expr) -> None:
        """Block the components of what an expression holds, where it is lost sight of."""
        work = self._work
        if isinstance(node, (ast.Name, ast.Attribute, ast.Lambda)):
            self._handed_on(node)
        sites = self._sites(node)
        if not sites or isinstance(node, ast.Starred):
            return
        if all(node in self._works[site].plan.old_shapes for site in sites):
            return
        parent = work.tree.parents.get(node)
        lost = self._lost(node, parent, sites)
        if lost is None or self._gone(node):
            return
        kinds = {k for v in held(work.infer.of(node)) if (k := value_kind(v)) is not None}
        if self._work.facts.keeps_calls and kinds <= {"call", "function"}:
            return  # they have the fields that they had
        owners = {id(w): w for w in (self._works[s] for s in sites)}.values()
        call = work.tree.parents.get(parent) if isinstance(parent, ast.keyword) else parent
        call = taker(work, node) if isinstance(parent, ast.Dict) else call
        if len(owners) == 1 and isinstance(call, ast.Call) and node is not call.func:
            owner = next(iter(owners))
            if as_before(owner, node, call, kinds, many=True):
                return
            if old_messages.as_before(owner, node, call, kinds, many=True):
                return
        taken_by = call if isinstance(call, ast.Call) else None
        given = returned(work, node, kinds)
        if given is not None:
            for owner in owners:
                tell_callers(owner, kinds)
            return
        for owner in owners:
            if not may_go(owner, kinds, taken_by):
                owner.block(node, f"{a_noun(kinds)} {lost}")

    def _sites(self, node: ast.expr) -> set[Site]:
        return self._of(self._work.infer.of(node))

    def _of(self, types: Types) -> set[Site]:
        if not types:
            return set()
        by_call = self._work.facts.by_call
        sites = {by_call[v.site] for v in held(types) if v.site is not None and v.site in by_call}
        return {site for site in sites if not self._is_kept(site)}

    def _is_kept(self, site: Site) -> bool:
        """Whether what a site gives is as it was: assistants of the program's file, old steps."""
        if site in self._works and site in self._works[site].plan.reshaped:
            return True
        kept = self._work.facts.keeps_assistants and site.operation.startswith("agent.")
        return kept and not self._work.foundry(site)

    def _handed_on(self, node: ast.expr) -> None:
        """Block where a function is called out of view and gives an object of a component."""
        if isinstance(getattr(node, "ctx", None), (ast.Store, ast.Del)):
            return
        parent = self._work.tree.parents.get(node)
        named = ""
        if isinstance(parent, ast.Dict):
            self._unfollowed(node, parent)
            return
        if isinstance(parent, ast.keyword):
            named, parent = parent.arg or "", self._work.tree.parents.get(parent)
        if not isinstance(parent, ast.Call) or parent.func is node or named in _IGNORING:
            return
        callees = self._work.infer.of(parent.func)
        name = getattr(parent.func, "id", "")
        known = name in ("map", "filter") or getattr(parent.func, "attr", name) in _LOOKING
        if is_dependency(parent) and self._is_injected(parent):
            return
        if not known and not any(isinstance(c, UserFunction) for c in callees):
            self._unfollowed(node, parent)

    def _is_injected(self, mark: ast.Call) -> bool:
        """Whether what a dependency gives is a parameter's, and only that of handlers in view."""
        if is_followed(self._work.tree, mark):
            return True
        alias = alias_of(self._work.infer, mark)
        return alias is not None and not is_taken(self._work.facts, alias)

    def _unfollowed(self, node: ast.expr, parent: ast.Call | ast.Dict) -> None:
        functions = [f for f in self._work.infer.of(node) if isinstance(f, UserFunction)]
        if not functions:
            return
        called = f"`{ast.unparse(parent.func)}`" if isinstance(parent, ast.Call) else ""
        through = called or "a dictionary"
        outer = parent if is_partial(parent) else node
        runner = thread_of(self._work.tree, outer) or parent
        known = self._given_by(self._work.infer.of(runner))
        for function in functions:
            sites = self._given_by(self._work.infer.returns(function.node)) - known
            for owner in {id(w): w for w in (self._works[s] for s in sites)}.values():
                owner.block(node, f"what this gives is not followed through {through}")

    def _given_by(self, types: Types) -> set[Site]:
        """Where the objects come from that a function gives, at once or awaited."""
        awaited = (values.awaited(t) for t in types if isinstance(t, Inst))
        return self._of(types) | self._of(frozenset().union(*awaited))

    def _gone(self, node: ast.expr) -> bool:
        """Whether the place is rewritten anyway, by someone who has looked at it."""
        around = list(self._work.tree.ancestors(node))
        for work in {id(w): w for w in self._works.values()}.values():
            answering = {r.loop for r in work.plan.rounds if any(s in around for s in r.body)}
            for above in around:
                if above in work.plan.replacements and not has_calls_only(work, above):
                    return True
                if above in work.plan.rewritten and above not in answering:
                    return True
        return False

    def _lost(self, node: ast.expr, parent: ast.AST | None, sites: set[Site]) -> str | None:
        if isinstance(parent, ast.Assign):
            return self._into(parent.targets, sites)
        if isinstance(parent, (ast.For, ast.AsyncFor, ast.comprehension)) and parent.iter is node:
            return self._into([parent.target], sites)
        if isinstance(parent, ast.AugAssign):
            return self._into([parent.target], sites)
        if isinstance(parent, ast.Match):
            return None if _plain(parent) else "is taken apart by patterns"
        if isinstance(parent, ast.keyword):
            parent = self._work.tree.parents.get(parent)
        if isinstance(parent, ast.Starred):
            above = self._work.tree.parents.get(parent)
            parent = above if isinstance(above, ast.Call) else None
        if isinstance(parent, ast.Call) and parent.func is not node:
            return self._given(node, parent, sites)
        if isinstance(parent, ast.Attribute) and self._is_collection(node):
            return self._method(parent, sites)
        if isinstance(parent, (ast.Dict, ast.DictComp)) or (
            isinstance(parent, ast.BinOp)
            and not isinstance(parent.op, ast.Mod)
            and not sites <= self._sites(parent)
        ):
            return "is kept where its readers are not known"
        return None

    def _is_collection(self, node: ast.expr) -> bool:
        names = {t.cls for t in self._work.infer.of(node) if isinstance(t, Inst)}
        return bool(names & set(COLLECTIONS)) and "str" not in names

    def _holds(self, node: ast.expr, sites: set[Site]) -> bool:
        """Whether a value is, or may be, a collection that holds what comes of the sites."""
        found = (t for t in self._work.infer.of(node) if isinstance(t, Inst))
        return bool(sites & self._of(frozenset(t for t in found if t.cls in COLLECTIONS)))

    def _into(self, targets: list[ast.expr], sites: set[Site]) -> str | None:
        known: set[Site] = set()
        for target in targets:
            for leaf in _leaves(target):
                known |= self._sites(leaf)
        return None if sites <= known else "is kept where its readers are not known"

    def _method(self, node: ast.Attribute, sites: set[Site]) -> str | None:
        call = self._work.tree.parents.get(node)
        if not isinstance(call, ast.Call) or call.func is not node:
            return None
        if node.attr == "sort":
            return self._sorted_by(call, sites)
        if node.attr in _METHODS or sites <= self._sites(call):
            return None
        if self._fails(node):
            for site in sites:
                self._works[site].note(_FAILS.format(node.attr))
            return None
        return f"is read by `{node.attr}`, and what comes of it is not in view"

    def _fails(self, method: ast.Attribute) -> bool:
        """``message.content.strip()``, of a list of parts before and after."""
        types = self._work.infer.of(method.value)
        return (
            all(isinstance(t, Inst) and t.cls == "list" for t in types)
            and {value_kind(t) for t in held(types)} == {"part"}
            and hasattr(str, method.attr)
            and not hasattr(list, method.attr)
            and not is_caught(self._work, method)
        )

    def _given(self, node: ast.expr, call: ast.Call, sites: set[Site]) -> str | None:
        if call in self._work.facts.by_call:
            return None
        name = last_name(call.func)
        callees = self._work.infer.of(call.func)
        single = not self._holds(node, sites)
        users = [c for c in callees if isinstance(c, (UserFunction, UserClass))]
        if single:  # a class that gets one is judged elsewhere
            users = [c for c in users if isinstance(c, UserFunction)]
        if users:
            lost = any(not self._taken(c, node, call, sites) for c in users)
            shown = name or ast.unparse(call.func)
            return f"is passed to `{shown}` in a way that is not followed" if lost else None
        if name in _CONSUMERS or displays(self._work, call):
            return None
        if single:
            return self._mapped(name, call, sites)  # what it is given to is judged elsewhere
        if name in _KEPT_BY:
            return "is put into a list whose readers are not known"
        if sites <= self._sites(call):
            return self._mapped(name, call, sites)
        if name == "map" and call.args and call.args[0] is not node:
            return self._mapped(name, call, sites)
        shown = ast.unparse(call.func)
        return f"is given to `{shown}`, and what it does with it is not in view"

    def _mapped(self, name: str, call: ast.Call, sites: set[Site]) -> str | None:
        if name in ("map", "filter") and call.args:
            return self._applied(call.args[0], sites)
        if name in _ORDERED_BY:
            return self._sorted_by(call, sites)
        return None

    def _sorted_by(self, call: ast.Call, sites: set[Site]) -> str | None:
        for keyword in call.keywords:
            if keyword.arg == "key":
                return self._applied(keyword.value, sites)
        return None

    def _applied(self, function: ast.expr, sites: set[Site]) -> str | None:
        """Whether a function that is called with each item knows what it gets."""
        if isinstance(function, ast.Name) and function.id in _CONSUMERS:
            return None
        if isinstance(function, ast.Constant) and function.value is None:
            return None
        users = [c for c in self._work.infer.of(function) if isinstance(c, UserFunction)]
        for user in users:
            args = [*user.node.args.posonlyargs, *user.node.args.args]
            first = args[1 if user.bound else 0 :][:1]
            if first and sites <= self._known(first[0]):
                return None
        return f"is given to `{ast.unparse(function)}`, and what it does with it is not in view"

    def _taken(
        self, callee: UserFunction | UserClass, node: ast.expr, call: ast.Call, sites: set[Site]
    ) -> bool:
        """Whether a parameter of a function of the file is known to get the value."""
        function: ast.AST | None = callee.node
        bound = isinstance(callee, UserClass) or callee.bound
        if isinstance(callee, UserClass):
            function = constructor(self._work.infer, callee.node)
        if not isinstance(function, _FUNCTIONS):
            return False
        parameter = parameter_for(function, node, call, bound)
        return parameter is not None and sites <= self._known(parameter)

    def _known(self, parameter: ast.arg) -> set[Site]:
        scopes = self._work.facts.scopes
        variable = scopes.lookup(parameter.arg, scopes.scope_of(parameter))
        return self._of(self._work.infer.variable(variable)) if variable is not None else set()


def _leaves(target: ast.expr) -> Iterator[ast.expr]:
    if isinstance(target, (ast.Tuple, ast.List)):
        for element in target.elts:
            yield from _leaves(element)
    else:
        yield target.value if isinstance(target, ast.Starred) else target


def _plain(match: ast.Match) -> bool:
    """Whether nothing is taken out of what is matched."""
    taking = (ast.MatchClass, ast.MatchSequence, ast.MatchMapping, ast.MatchStar)
    for case in match.cases:
        for pattern in ast.walk(case.pattern):
            if isinstance(pattern, taking) or (isinstance(pattern, ast.MatchAs) and pattern.name):
                return False
    return True
