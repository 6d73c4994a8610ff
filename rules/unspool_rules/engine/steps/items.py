"""What is read of run steps: of the items of a response's output."""

from __future__ import annotations

import ast

from unspool_rules.catalogue.steps import (
    CALL_TYPE,
    CALLS,
    CLASSES,
    DETAILS,
    FIELDS,
    GONE,
    TESTS,
    TYPE,
    UNTYPED,
)
from unspool_rules.engine.abroad.read_abroad import read_in_old_way
from unspool_rules.engine.flow.bindings import binding_of
from unspool_rules.engine.flow.callers import FUNCTIONS
from unspool_rules.engine.sites import Site
from unspool_rules.engine.steps.activities import Activities
from unspool_rules.engine.steps.counted_on import CountedOn
from unspool_rules.engine.steps.elements import ELEMENTS
from unspool_rules.engine.steps.includes import VAGUE, include
from unspool_rules.engine.steps.maybe import maybe_there
from unspool_rules.engine.steps.tests import StepTests, default_of
from unspool_rules.engine.uses.named import never_there
from unspool_rules.engine.uses.shown import shower
from unspool_rules.engine.waiting.sync_loops import sync_loops
from unspool_rules.engine.work import Work, is_empty, is_missing
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.semantics.functions import calls_of
from unspool_rules.semantics.types import Class
from unspool_rules.syntax.names import last_name


class Steps:
    """Follows steps, their details and calls, by what is read of them."""

    def __init__(self, work: Work, makers: list[Site]) -> None:
        self.work = work
        self.tree = work.tree
        self.asked = StepTests(work)
        self.counted = CountedOn(work)
        self.makers = makers
        self.reads = False
        """Whether anything is read of a step, rather than all of it shown."""
        self.paged = False
        """Whether a loop goes over one page of them."""

    def include(self, *names: str) -> None:
        include(self.work, self.makers, *names)

    def sync_loops(self, site: Site, outer: ast.expr) -> bool:
        """The items are at hand: loops over them are no longer asynchronous."""
        origins = self.work.facts.origins
        return sync_loops(self.work, lambda n: n is outer or site in origins(n)) is None

    # -- places ------------------------------------------------------------------------------------

    def follow(self, node: ast.expr, kind: str) -> None:
        """Plan what is done with a value."""
        self.work.claimed.add(node)
        parent = self.tree.parents.get(node)
        if isinstance(parent, ast.Assign) and len(parent.targets) == 1:
            target = parent.targets[0]
            if isinstance(target, ast.Name) and self.name(target, kind):
                return
        elif isinstance(parent, (ast.For, ast.AsyncFor, ast.comprehension)) and parent.iter is node:
            self.paged |= kind == "steps" and getattr(node, "attr", "") == "data"
            target = parent.target
            if kind == "numbered" and isinstance(target, ast.Tuple) and len(target.elts) == 2:
                target, kind = target.elts[1], "steps"
            if kind in ELEMENTS and isinstance(target, ast.Name):
                if self.name(target, ELEMENTS[kind]):
                    return
        elif isinstance(parent, ast.Subscript) and isinstance(parent.slice, ast.Slice):
            if kind in ELEMENTS:
                self.follow(parent, kind)
                return
        elif isinstance(parent, ast.Subscript) and isinstance(parent.slice, ast.Constant):
            if kind in ELEMENTS and isinstance(parent.slice.value, int):
                self.follow(parent, ELEMENTS[kind])
                return
        elif (
            (isinstance(parent, ast.BoolOp) and self._or_nothing(parent, node, kind))
            or self.asked.is_looked_at(node, parent)
            or self._whole(node, parent, kind)
            or (isinstance(parent, ast.Attribute) and self._dumped(parent, node, kind))
        ):
            return
        elif isinstance(parent, ast.Call) and last_name(parent.func) in ("list", "reversed"):
            if kind in ELEMENTS and parent.args == [node]:
                self.follow(parent, kind)
                return
        elif isinstance(parent, ast.Call) and last_name(parent.func) == "enumerate":
            if kind == "steps" and parent.args[:1] == [node]:
                self.follow(parent, "numbered")
                return
        self.reads = True
        self._read(node, kind)

    def name(self, target: ast.Name, kind: str) -> bool:
        """Follow every use of a name that was bound here."""
        facts = self.work.facts
        variable = facts.scopes.variable(target)
        if variable is None:
            return False
        for use in facts.scopes.uses(variable):
            if not isinstance(use.ctx, ast.Load):
                continue
            binding = binding_of(facts, use)
            if binding is None:
                return False
            if binding.node is target:
                self.follow(use, kind)
        return True

    def _or_nothing(self, parent: ast.BoolOp, node: ast.expr, kind: str) -> bool:
        """``step.get("step_details") or {}``: what is read of an item is always there."""
        if not isinstance(parent.op, ast.Or) or parent.values[0] is not node:
            return False
        if len(parent.values) != 2 or not is_empty(parent.values[1]):
            return False
        self.work.replace(parent, lambda r: r.code(node))
        self.follow(parent, kind)
        return True

    def _dumped(self, parent: ast.Attribute, node: ast.expr, kind: str) -> bool:
        """``json.dumps(call.as_dict())`` that is only shown."""
        call = self.tree.parents.get(parent)
        if parent.attr not in ("as_dict", "to_dict", "model_dump") or kind not in ("step", "call"):
            return False
        if not isinstance(call, ast.Call) or call.func is not parent or call.args or call.keywords:
            return False
        above = self.tree.parents.get(call)
        if isinstance(above, ast.Call) and last_name(above.func) == "dumps":
            above = self.tree.parents.get(above)
        if not self.asked.shown(above):
            return False
        self.work.claimed.update((parent, call))
        self.work.replace(call, lambda r: f'{r.operand(node)}.to_dict(mode="json")')
        self.work.note("the dump of an item has other fields than that of a step")
        return True

    def _whole(self, node: ast.expr, parent: ast.AST | None, kind: str) -> bool:
        """What is returned, or given to a function that only shows it."""
        if isinstance(parent, ast.Return) and kind in ("steps", "step"):
            if read_in_old_way(self.work, parent, {"page"}) is not None or self._is_read(parent):
                return False
            self.work.note("callers outside this file now get items instead of run steps")
            return True
        if isinstance(parent, ast.Call) and parent.args[:1] == [node] and kind != "steps":
            return shower(self.work, parent) is not None
        return False

    def _is_read(self, place: ast.Return) -> bool:
        """Whether callers in view do more with what a function returns than hand it out of view."""
        function, infer = self.tree.function(place), self.work.infer
        if not isinstance(function, FUNCTIONS):
            return False
        for call, _ in calls_of(infer, function):
            around = self.tree.parents.get(call)
            if isinstance(around, ast.Expr):
                continue
            if not isinstance(around, ast.Call) or not isinstance(around.func, ast.Attribute):
                return True
            if infer.of(around.func):
                return True
        return False

    # -- reads -------------------------------------------------------------------------------------

    def _read(self, node: ast.expr, kind: str) -> None:
        parent = self.tree.parents.get(node)
        if isinstance(parent, ast.Call) and getattr(parent.func, "id", "") == "isinstance":
            if self._isinstance(parent, node, kind):
                return
        outer, key = self.asked.key(node)
        if outer is None or key is None:
            self.work.block(node, VAGUE)
            return
        self.work.claimed.add(outer)
        if isinstance(outer, ast.Call):
            self.work.claimed.add(outer.func)
        if (kind, key) == ("steps", "data"):
            self.work.replace(outer, lambda r: r.code(node))
            self.follow(outer, "steps")
            return
        reader = {"step": self._step, "details": self._details, "call": self._call}.get(kind)
        if reader is not None:
            reader(outer, key, node)
        elif kind in ("activity", "definition", "schema", "argument"):
            Activities(self).read(outer, key, node, kind)
        elif kind.startswith("detail "):
            self._detail(outer, key, node, kind.removeprefix("detail "))
        elif (kind, key) in FIELDS:
            self._put(outer, node, FIELDS[kind, key])
        elif (kind, key) == ("result", "content"):
            self._content(outer, node)
        else:
            self._gone(outer, key)

    def _put(self, outer: ast.expr, node: ast.expr, name: str) -> None:
        self.work.replace(outer, lambda r: f"{r.operand(node)}.{name}")

    def _gone(self, outer: ast.expr, key: str) -> None:
        self.work.block(outer, GONE.get(key, f"an item has no counterpart of a step's `{key}`"))

    def _step(self, outer: ast.expr, key: str, node: ast.expr) -> None:
        if key == "id":
            self._put(outer, node, "id")
        elif key == "status":
            self.work.replace(outer, lambda r: f'getattr({r.text(node)}, "status", None)')
        elif key == "type":
            self._type(outer, node)
        elif key == "step_details":
            self.work.replace(outer, lambda r: r.code(node))
            self.follow(outer, "details")
        elif (given := never_there(self.work, outer, node, key)) is not None:
            other = given
            self.work.replace(outer, lambda r: r.text(other))
        else:
            self._gone(outer, key)

    def _type(self, outer: ast.expr, node: ast.expr) -> None:
        compare = self.tree.parents.get(outer)
        if isinstance(compare, ast.Compare) and compare.left is outer and len(compare.ops) == 1:
            test = TESTS.get(self.work.string_value(compare.comparators[0]) or "")
            operator = compare.ops[0]
            if test is not None and isinstance(operator, (ast.Eq, ast.NotEq)):
                no = "not " if isinstance(operator, ast.NotEq) else ""
                self.work.replace(compare, lambda r: no + test.format(r.operand(node)))
                return
        elif self.asked.shown(compare) or self.asked.only_shown(compare):
            self._put(outer, node, "type")
            return
        self._old_type(outer, node, TYPE)

    def _details(self, outer: ast.expr, key: str, node: ast.expr) -> None:
        if key == "type":
            self._type(outer, node)
        elif key == "tool_calls":
            inside = self.asked.inside(outer, node, "tool_calls")
            default = default_of(outer)
            other = "None" if default is not None and is_missing(default) else "[]"

            def write(r: Rendering) -> str:
                item, only = r.operand(node), self.counted.of(outer)
                if inside and only is None:
                    return f"[{item}]"
                parent = self.tree.parents.get(outer)
                test = '.endswith("_call")' if only is None else f' == "{only}"'
                text = f"[{item}] if {item}.type{test} else {other}"
                return text if self._bare(outer, parent) else f"({text})"

            self.work.replace(outer, write)
            self.counted.enter(outer)
            self.follow(outer, "calls")
            self.counted.leave()
        elif key == "message_creation":
            inner, name = self.asked.key(outer)
            if inner is None or name != "message_id":
                self.work.block(outer, VAGUE)
                return
            self.work.claimed.add(inner)
            if self.asked.inside(outer, node, "message_creation"):
                self._put(inner, node, "id")
            else:
                self.work.replace(inner, lambda r: f"str({r.operand(node)}.id)")
        elif key == "activities":
            Activities(self).take(outer, node, known=self.asked.inside(outer, node, "activities"))
        else:
            self._gone(outer, key)

    def _bare(self, node: ast.expr, parent: ast.AST | None) -> bool:
        """Whether an expression needs no brackets at its place."""
        loop = isinstance(parent, (ast.For, ast.AsyncFor)) and parent.iter is node
        return loop or isinstance(parent, ast.Assign)

    def _call(self, outer: ast.expr, key: str, node: ast.expr) -> None:
        if key == "id":
            self._put(outer, node, "id")
        elif key == "type":
            self._call_type(outer, node)
        elif key in CALLS:
            item, calls = CALLS[key], self.counted.calls
            kept = isinstance(self.tree.parents.get(outer), ast.Assign)

            def write(r: Rendering) -> str:
                if not kept or self.counted.of(calls) == item:
                    return r.text(node)
                return f'{r.text(node)} if {r.operand(node)}.type == "{item}" else None'

            self.work.replace(outer, write)
            self.follow(outer, f"detail {key}")
        elif ("mcp", key) in FIELDS and self.asked.narrowed(node, "mcp", tested=True):
            self._put(outer, node, key)
        elif key == "status" or (("mcp", key) in FIELDS and isinstance(outer, ast.Call)):
            default = default_of(outer)
            other = ast.unparse(default) if default is not None else "None"
            self.work.replace(outer, lambda r: f'getattr({r.text(node)}, "{key}", {other})')
        else:
            self.work.block(outer, UNTYPED)

    def _call_type(self, outer: ast.expr, node: ast.expr) -> None:
        compare = self.tree.parents.get(outer)
        if isinstance(compare, ast.Compare) and compare.left is outer and len(compare.ops) == 1:
            value = self.work.string_value(compare.comparators[0])
            item = CALLS.get(value or "")
            if item is not None and isinstance(compare.ops[0], (ast.Eq, ast.NotEq)):
                self._put(outer, node, "type")
                self.work.replace(compare.comparators[0], lambda _: f'"{item}"')
            elif value is not None:
                self.work.block(compare, UNTYPED)
            else:
                self._old_type(outer, node, CALL_TYPE)
        elif self.asked.shown(compare):
            self._put(outer, node, "type")
        else:
            self._old_type(outer, node, CALL_TYPE)

    def _old_type(self, outer: ast.expr, node: ast.expr, form: str) -> None:
        """A type that is kept, or looked up: its old name."""
        parent = self.tree.parents.get(outer)
        whole = outer
        if isinstance(parent, ast.Attribute) and not hasattr(str, parent.attr):
            whole = parent
            if parent.attr != "value":
                self.work.block(parent, "the types of items have other names")
        self.work.claimed.add(whole)
        self.work.replace(whole, lambda r: form.format(r.operand(node)))

    def _isinstance(self, test: ast.Call, node: ast.expr, kind: str) -> bool:
        names = {
            t.name.rpartition(".")[2]
            for t in self.work.infer.of(test.args[-1])
            if isinstance(t, Class)
        }
        name = names.pop() if len(names) == 1 else ""
        if kind == "details" and name in DETAILS:
            form = TESTS[DETAILS[name]]
            self.work.replace(test, lambda r: form.format(r.operand(node)))
            return True
        if kind == "call" and name in CLASSES:
            item = CALLS[CLASSES[name]]
            self.work.replace(test, lambda r: f'{r.operand(node)}.type == "{item}"')
            return True
        self.work.block(test, UNTYPED)
        return True

    def _detail(self, outer: ast.expr, key: str, node: ast.expr, kind: str) -> None:
        field = FIELDS.get((kind, key))
        if field is None:
            self._gone(outer, key)
            return
        if not self.asked.narrowed(node, kind):
            if maybe_there(self.work, outer, node, CALLS[kind], field):
                return
            if not self.counted.take(node, kind, CALLS[kind]):
                self.work.block(outer, "which kind of call this is has not been tested here")
                return
        if field not in ("results", "outputs") or self.asked.known(outer):
            self._put(outer, node, field)
        else:
            bare = self._bare(outer, self.tree.parents.get(outer))
            form = "{0}.{1} or []" if bare else "({0}.{1} or [])"
            self.work.replace(outer, lambda r: form.format(r.operand(node), field))
        if field in ("results", "outputs"):
            name = (
                "file_search_call.results"
                if field == "results"
                else "code_interpreter_call.outputs"
            )
            self.include(name)
            self.follow(outer, field)

    def _content(self, outer: ast.expr, node: ast.expr) -> None:
        """``result.content[0].text`` is the result's text."""
        first = self.tree.parents.get(outer)
        whole: ast.expr = outer
        if isinstance(first, ast.Subscript) and isinstance(first.slice, ast.Constant):
            if first.slice.value == 0:
                self.work.claimed.add(first)
                text = self.tree.parents.get(first)
                whole = first
                if isinstance(text, ast.Attribute) and text.attr == "text":
                    self.work.claimed.add(text)
                    whole = text
        elif not self.asked.tested(outer, first):
            self.work.block(outer, VAGUE)
            return
        self._put(whole, node, "text")
