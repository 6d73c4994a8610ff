"""Why a legacy name stays that no plan changes: what it is used for, and what that waits for."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from unspool_rules.catalogue.entry import Entry
from unspool_rules.catalogue.index import lookup
from unspool_rules.catalogue.openai_targets import at_openai
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.plan import Plan
from unspool_rules.engine.sites import Reference, Site
from unspool_rules.model import Blocker
from unspool_rules.semantics.types import Inst

_STEPS = 4
"""How many containers a value is followed through, such as a tool in a tool set."""


def _by_hand(target: str | None) -> str:
    """What the catalogue says of a name that is not rewritten, to stand behind the reason."""
    if not target:
        return ""
    return f"; {target}" if target.startswith("no ") else f"; its new form: `{target}`"


def of_call(site: Site, *, foundry: bool) -> str:
    """Why a call that no planner knows is left alone."""
    entry = lookup(site.symbol)
    target = entry.target if entry is not None else None
    if entry is not None and entry.blocked:
        return entry.blocked
    form = _by_hand(target if foundry else at_openai(target))
    return f"`{site.method.name}` has to be rewritten by hand{form}"


def of_test(names: Iterable[str]) -> str:
    """Why a test for classes is left alone: what stands for them now."""
    known = sorted(names)
    shown = ", ".join(f"`{name.rpartition('.')[2]}`" for name in known) or "this class"
    entry = lookup(known[0]) if known else None
    return f"a test for {shown} has to be written anew{_by_hand(entry.target if entry else None)}"


class Reasons:
    """Finds the reasons in one file's plans."""

    def __init__(
        self,
        facts: Facts,
        plan_of: Mapping[Site, Plan],
        target_of: Callable[[Entry | None], str | None],
    ) -> None:
        self._facts = facts
        self._target_of = target_of
        self._tree = facts.tree
        self._plan_of = plan_of

    def of(self, reference: Reference) -> Blocker:
        """Why a reference that nothing claims stays."""
        node = reference.node
        span = self._tree.span(node)
        entry = lookup(reference.symbol)
        if entry is not None and entry.blocked:
            return Blocker(span, entry.blocked)
        cause = self._taker(self._made(node))
        if cause is not None:
            return Blocker(span, cause.message, cause)
        return Blocker(span, self._plainly(reference) + _by_hand(self._target_of(entry)))

    def of_use(self, name: str, use: ast.expr, cause: Blocker | None) -> Blocker:
        """Why an imported name stays: one of its uses, and what keeps that."""
        span = self._tree.span(use)
        line = self._tree.lines.line_of(span.start) + 1
        text = f"`{name}` is still {self._verb(use)} at line {line}"
        return Blocker(span, f"{text}: {cause.root.message}" if cause else text, cause)

    # -- what a name is used for -------------------------------------------------------------------

    def _made(self, node: ast.AST) -> ast.Call | None:
        """The call that makes an instance of a class."""
        parent = self._tree.parents.get(node)
        return parent if isinstance(parent, ast.Call) and parent.func is node else None

    def _quoted(self, name: str) -> int | None:
        """The line of an annotation in quotes that names something, if there is one."""
        for node in self._tree.nodes:
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                if name in re.findall(r"\w+", node.value) and self._annotates(node):
                    return self._tree.lines.line_of(self._tree.span(node).start) + 1
        return None

    def _tested(self, node: ast.AST) -> bool:
        for parent in self._tree.ancestors(node):
            if isinstance(parent, ast.Call):
                return isinstance(parent.func, ast.Name) and parent.func.id in (
                    "isinstance",
                    "issubclass",
                )
            if not isinstance(parent, (ast.Tuple, ast.BinOp)):
                break
        return isinstance(self._tree.parents.get(node), ast.MatchClass)

    def _annotates(self, node: ast.AST) -> bool:
        child = node
        for parent in self._tree.ancestors(node):
            if isinstance(parent, (ast.arg, ast.AnnAssign)):
                return parent.annotation is child
            if isinstance(parent, (ast.FunctionDef, ast.AsyncFunctionDef)):
                return parent.returns is child
            if isinstance(parent, (ast.stmt, ast.Call)):
                return False
            child = parent
        return False

    def _inherited(self, node: ast.AST) -> bool:
        parent = self._tree.parents.get(node)
        return isinstance(parent, ast.ClassDef) and any(base is node for base in parent.bases)

    def _verb(self, use: ast.AST) -> str:
        node = use
        while isinstance(self._tree.parents.get(node), ast.Attribute):
            node = self._tree.parents[node]
        if self._made(node) is not None:
            return "constructed" if node is use or _is_class(node) else "called"
        if self._tested(node):
            return "tested for"
        if self._inherited(node):
            return "inherited from"
        return "named in an annotation" if self._annotates(node) else "used"

    def _plainly(self, reference: Reference) -> str:
        node = reference.node
        name = reference.symbol.rpartition(".")[2]
        if reference.part:
            return self._part(node)
        if isinstance(node, ast.Constant) and str(node.value).endswith(f".{name}"):
            return (
                f"a test puts something in the place of `{name}` by its path: it follows the code "
                "that is tested, which calls other methods now"
            )
        if isinstance(node, ast.alias):
            if reference.module:
                return f"the module `{name}` is imported as a whole"
            quoted = self._quoted(node.asname or node.name)
            if quoted is not None:
                return f"an annotation in quotes at line {quoted} still names it"
            return "nothing here uses the name, but another file may take it from here"
        if self._made(node) is not None:
            return f"no call that can be migrated takes this `{name}`"
        if self._tested(node):
            return f"what is tested for `{name}` comes from out of view"
        if self._inherited(node):
            return f"what takes the class that inherits from `{name}` is not in view"
        if self._annotates(node):
            return f"what is annotated as `{name}` comes from out of view"
        parent = self._tree.parents.get(node)
        if isinstance(parent, ast.Attribute):
            name = f"{name}.{parent.attr}"
            if isinstance(self._tree.parents.get(parent), ast.Compare):
                return f"what is compared with `{name}` comes from out of view"
        return f"what `{name}` is used for is not in view"

    def _part(self, node: ast.AST) -> str:
        """Why a part of a client that is kept under a name, or passed on, stays."""
        parent = self._tree.parents.get(node)
        shown = " ".join(self._tree.segment(node).split())
        if isinstance(parent, ast.Attribute):
            return f"`{parent.attr}` is none of the methods of `{shown}`: say which is meant"
        if isinstance(parent, ast.keyword):
            parent = self._tree.parents.get(parent)
        if isinstance(parent, (ast.Assign, ast.AnnAssign)):
            target = parent.targets[0] if isinstance(parent, ast.Assign) else parent.target
            return f"`{self._tree.segment(target)}` may be read where it cannot be seen"
        if isinstance(parent, ast.Call):
            taker = ast.unparse(parent.func)
            return f"`{taker}` gets `{shown}`, and what it calls on it is not in view"
        if isinstance(parent, ast.Return):
            return f"what callers do with `{shown}` is not in view"
        return f"what `{shown}` is used for is not in view"

    # -- what takes an instance --------------------------------------------------------------------

    def _taker(self, made: ast.Call | None) -> Blocker | None:
        """What blocks a call that takes the instance, also in a container such as a tool set."""
        seen: set[ast.Call] = set()
        stack = [made] if made is not None else []
        for _ in range(_STEPS):
            if not stack:
                return None
            seen.update(stack)
            for call in stack:
                for site in self._facts.sites:
                    plan = self._plan_of[site]
                    if plan.blocked and self._takes(site, call):
                        return next(iter(plan.blockers.values()))
            stack = [c for call in stack for c in self._containers(call) if c not in seen]
        return None

    def _takes(self, site: Site, made: ast.Call) -> bool:
        return any(
            self._is(node, made)
            for value in (*site.arguments.values(), *site.unpacked)
            for node in ast.walk(value)
        )

    def _is(self, node: ast.AST, made: ast.Call) -> bool:
        return isinstance(node, (ast.Name, ast.Attribute, ast.Call)) and any(
            isinstance(t, Inst) and t.site is made for t in self._facts.infer.of(node)
        )

    def _containers(self, made: ast.Call) -> Iterator[ast.Call]:
        """What an instance is put into: ``toolset.add(tool)``, or an argument of another class."""
        for node in self._tree.nodes:
            if not isinstance(node, ast.Call) or node is made or node in self._facts.by_call:
                continue
            if not any(self._is(a, made) for a in (*node.args, *(k.value for k in node.keywords))):
                continue
            yield node
            if isinstance(node.func, ast.Attribute) and node.func.attr == "add":
                for value in self._facts.infer.of(node.func.value):
                    if isinstance(value, Inst) and value.site is not None:
                        yield value.site


def _is_class(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr[:1].isupper()


__all__ = ["Reasons", "of_call"]
