"""The outputs of tool calls: every place that builds one takes the shape of a new input item."""

from __future__ import annotations

import ast
from collections.abc import Mapping

from unspool_rules.engine.flow.absent import is_said_to_be_none
from unspool_rules.engine.functions.execution import execute_all
from unspool_rules.engine.tool_calls.output_shapes import (
    OTHERWISE,
    OUTPUT,
    REFUSED,
    VAGUE,
    Shape,
    plain_fields,
)
from unspool_rules.engine.tool_calls.strange_calls import refuse_strangers
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.semantics.functions import arguments_for
from unspool_rules.semantics.types import Class, UserFunction
from unspool_rules.syntax.bindings import Binding, How, Variable
from unspool_rules.syntax.layout import Brackets, Code, Item, listing
from unspool_rules.syntax.names import last_name

_LISTS = {"list", "List", "Sequence", "Iterable", "MutableSequence"}
_SHOWN = {
    "print",
    "len",
    "bool",
    "str",
    "info",
    "debug",
    "warning",
    "error",
    "log",
    "pprint",
    "format",
    "repr",
    "list",
}


class Outputs:
    """Follows a list of outputs to where it is made."""

    def __init__(self, work: Work, shape: Shape = OUTPUT) -> None:
        self.work = work
        self.shape = shape
        self.tree = work.tree
        self._seen: set[object] = set()
        self._odd = False  # something else than outputs is among them
        self._untold = False  # a function gives outputs, and does not say their type
        self._unset = False  # one of them may be None, which no output is

    # -- lists -------------------------------------------------------------------------------------

    def take(self, node: ast.expr) -> None:
        """Plan the new shape of all that the list may hold; block where that is not known."""
        if node in self._seen:
            return
        self._seen.add(node)
        if isinstance(node, (ast.List, ast.Tuple)):
            for element in node.elts:
                if isinstance(element, ast.Starred):
                    self.take(element.value)
                else:
                    self.element(element)
            self._listed(node)
        elif isinstance(node, (ast.ListComp, ast.GeneratorExp)):
            self.element(node.elt)
            self._comprehended(node)
        elif isinstance(node, ast.Name):
            self._variable(node, listed=True)
        elif isinstance(node, (ast.Await, ast.Starred)):
            self.take(node.value)
        elif isinstance(node, ast.IfExp):
            self.take(node.body)
            self.take(node.orelse)
        elif isinstance(node, ast.BoolOp):
            for value in node.values:
                self.take(value)
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            self.take(node.left)
            self.take(node.right)
        elif isinstance(node, ast.Call):
            self._call(node, listed=True)
        else:
            self.work.block(node, VAGUE)

    def _call(self, node: ast.Call, *, listed: bool) -> None:
        name = last_name(node.func)
        if listed and name in ("list", "tuple") and isinstance(node.func, ast.Name):
            for argument in node.args[:1]:
                self.take(argument)
            return
        if listed and name == "gather":
            for argument in node.args:
                if isinstance(argument, ast.Starred):
                    self.take(argument.value)
                else:
                    self.element(argument)
            return
        if listed and name == "execute_tool_calls" and execute_all(self.work, node):
            return
        functions = [t for t in self.work.infer.of(node.func) if isinstance(t, UserFunction)]
        if not functions:
            self.work.block(node, VAGUE)
        for function in functions:
            self._returns(function.node, node, listed=listed)

    def _returns(
        self,
        function: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda,
        call: ast.Call,
        *,
        listed: bool,
    ) -> None:
        if function in self._seen:
            return
        self._seen.add(function)
        if isinstance(function, ast.Lambda):
            (self.take if listed else self.element)(function.body)
            return
        returns = self.work.infer.stores.results.get(function, ())
        values = [r.value for r in returns if isinstance(r, ast.Return) and r.value is not None]
        if not values or len(values) != len(list(returns)):
            self.work.block(call, VAGUE)
        for value in values:
            (self.take if listed else self.element)(value)
        self._untold |= function.returns is None and not listed
        self._annotation(function.returns, listed=listed)

    def _variable(self, name: ast.Name, *, listed: bool) -> None:
        variable = self.work.variable_of(name)
        if variable is None:
            self.work.block(name, VAGUE)
            return
        if (variable, listed) in self._seen:
            return
        self._seen.add((variable, listed))
        for binding in self.work.facts.scopes.bindings(variable):
            self._binding(binding, variable, name, listed=listed)
        for use in self.work.facts.scopes.uses(variable):
            if isinstance(use.ctx, ast.Load) and use is not name:
                self._use(use, listed=listed)

    def _binding(
        self, binding: Binding, variable: Variable, name: ast.Name, *, listed: bool
    ) -> None:
        follow = self.take if listed else self.element
        if binding.how is How.ASSIGN and binding.value is not None and not binding.path:
            follow(binding.value)
            self._declare(binding, variable, listed=listed)
        elif binding.how is How.ANNOTATION:
            self._annotation(binding.annotation, listed=listed)
        elif binding.how is How.OTHER and isinstance(binding.statement, ast.AugAssign) and listed:
            self.take(binding.statement.value)
        elif binding.how is How.PARAMETER and isinstance(binding.node, ast.arg):
            function = self.tree.parents[self.tree.parents[binding.node]]
            assert isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda))
            given = arguments_for(self.work.infer, function, binding.node)
            if not given:
                self.work.note(f"`{variable.name}` must hold `{self.shape.item}` items now")
            for argument in given:
                follow(argument)
            self._annotation(binding.annotation, listed=listed)
        else:
            self.work.block(name, VAGUE)

    def _use(self, use: ast.Name, *, listed: bool) -> None:
        parent = self.tree.parents.get(use)
        if isinstance(parent, ast.Attribute) and listed:
            call = self.tree.parents.get(parent)
            if isinstance(call, ast.Call) and call.func is parent and len(call.args) == 1:
                if parent.attr == "append":
                    self.element(call.args[0])
                    self._appended(call, parent, call.args[0])
                    return
                if parent.attr == "extend":
                    self.take(call.args[0])
                    return
        if isinstance(parent, ast.keyword):
            parent = self.tree.parents.get(parent)
        if isinstance(parent, ast.Call):
            name = last_name(parent.func)
            mine = self.work.facts.by_call.get(parent) in self.work.plan.sites
            if mine or name in _SHOWN or (not listed and name == "append"):
                return
            if any(isinstance(t, UserFunction) for t in self.work.infer.of(parent.func)):
                return
        if isinstance(
            parent,
            (
                ast.Expr,
                ast.If,
                ast.IfExp,
                ast.While,
                ast.UnaryOp,
                ast.BoolOp,
                ast.FormattedValue,
                ast.Return,
                ast.Compare,
                ast.List,
                ast.Starred,
                ast.Dict,
            ),
        ) and not (isinstance(parent, ast.Dict) and listed):
            return
        self.work.block(use, OTHERWISE)

    def _listed(self, node: ast.List | ast.Tuple) -> None:
        """Write the whole list, so that its brackets stand where a formatter puts them."""
        written = self.work.plan.replacements
        if not isinstance(node, ast.List) or "#" in self.tree.segment(node):
            return
        if node.elts and all(element in written for element in node.elts):
            self.work.propose(node, lambda r: listing(r.code(e) for e in node.elts))

    def _comprehended(self, node: ast.ListComp | ast.GeneratorExp) -> None:
        """Write the whole comprehension, so that its lines break where a formatter breaks them."""
        if node.elt not in self.work.plan.replacements or "#" in self.tree.segment(node):
            return
        if isinstance(node, ast.GeneratorExp) and not self.tree.segment(node).startswith("("):
            return

        def write(r: Rendering) -> Code:
            clauses = [Item(r.code(node.elt))]
            for part in node.generators:
                word = "async for" if part.is_async else "for"
                source = r.text(part.iter)
                clauses.append(Item(source, f"{word} {r.text(part.target)} in "))
                clauses += [Item(f"if {r.text(test)}") for test in part.ifs]
            opening, closing = ("[", "]") if isinstance(node, ast.ListComp) else ("(", ")")
            return Brackets("", tuple(clauses), opening, closing, commas=False)

        self.work.replace(node, write)

    def _appended(self, call: ast.Call, func: ast.Attribute, output: ast.expr) -> None:
        """Write the whole call, so that its brackets stand where a formatter puts them."""
        writer = self.work.plan.replacements.get(output)
        if writer is None or "#" in self.tree.segment(call):
            return

        def write(r: Rendering) -> Code:
            return Brackets(r.text(func), (Item(r.code(output)),))

        self.work.replace(call, write)

    # -- one output --------------------------------------------------------------------------------

    def element(self, node: ast.expr) -> None:
        """Plan the new shape of one output."""
        if node in self._seen:
            return
        self._seen.add(node)
        if isinstance(node, ast.Dict):
            self._dict(node)
        elif isinstance(node, ast.Call):
            names = {
                t.name.rpartition(".")[2]
                for t in self.work.infer.of(node.func)
                if isinstance(t, Class)
            }
            fields = {k.arg: k.value for k in node.keywords if k.arg is not None}
            if names == {self.shape.model} and self._knows(fields) and not node.args:
                self._write(node, fields)
            else:
                self._call(node, listed=False)
        elif isinstance(node, ast.Await):
            self.element(node.value)
        elif isinstance(node, ast.IfExp):
            self.element(node.body)
            self.element(node.orelse)
        elif isinstance(node, ast.Name):
            self._variable(node, listed=False)
        else:
            self.work.block(node, VAGUE)

    def _dict(self, node: ast.Dict) -> None:
        fields: dict[str, ast.expr] = {}
        for key, value in zip(node.keys, node.values, strict=True):
            if not (isinstance(key, ast.Constant) and isinstance(key.value, str)):
                self.work.block(node, VAGUE)
                return
            fields[key.value] = value
        fields = plain_fields(self.work, self.shape, node, fields)
        appended = isinstance(self.tree.parents.get(node), ast.Call)
        if appended and self.shape is OUTPUT and "tool_call_id" not in fields:
            self._odd = True
            self.work.note(REFUSED)
            return
        if not self._knows(fields) or not set(self.shape.keys) <= set(fields):
            wanted = " and ".join(k.removeprefix("tool_call_") for k in self.shape.keys)
            self.work.block(node, f"this output of a tool call has other fields than {wanted}")
            return
        if "#" not in self.tree.segment(node) or len(fields) > len(self.shape.keys):
            self._write(node, fields)
            return
        if self.shape is OUTPUT:
            refuse_strangers(self.work, fields["tool_call_id"])
        keys = [k for k in node.keys if isinstance(k, ast.Constant)]
        self.work.replace(keys[0], lambda r: self._first(keys[0]))
        for key in keys[1:]:
            if key.value == "tool_call_id":
                self.work.replace(key, lambda _: f'"{self.shape.keys["tool_call_id"]}"')

    def _first(self, key: ast.Constant) -> str:
        """The first key of a dict that keeps its lines, behind the type of the item."""
        new = self.shape.keys[str(key.value)]
        span = self.tree.span(key)
        line = self.tree.source[self.tree.lines.line_start(span.start) : span.start]
        gap = "\n" + line if not line.strip() else " "
        return f'"type": "{self.shape.item}",{gap}"{new}"'

    def _knows(self, fields: Mapping[str, ast.expr]) -> bool:
        return set(fields) <= {*self.shape.keys, *self.shape.dropped}

    def _write(self, node: ast.expr, fields: dict[str, ast.expr]) -> None:
        if not set(self.shape.keys) <= set(fields):
            self.work.block(node, "this output of a tool call does not name its call")
            return
        for name, judge in self.shape.dropped.items():
            if name in fields:
                judge(self.work, fields[name])
        if self.shape is OUTPUT:
            refuse_strangers(self.work, fields["tool_call_id"])
        self._unset |= self.shape is OUTPUT and is_said_to_be_none(self.work, fields["output"])
        kept = [(new, fields[old]) for old, new in self.shape.keys.items()]

        def write(r: Rendering) -> Code:
            used = [value for _, value in kept]
            below = r.leftovers(node, used) if isinstance(node, ast.Call) else ()
            items = (
                Item(f'"{self.shape.item}"', '"type": '),
                *(r.item(f'"{new}": ', r.code(value), value) for new, value in kept),
            )
            return Brackets("", items, "{", "}", below=below)

        self.work.replace(node, write)

    # -- types -------------------------------------------------------------------------------------

    def _declare(self, binding: Binding, variable: Variable, *, listed: bool) -> None:
        """Annotate a variable, so that what it holds is known to be input items."""
        statement = binding.statement
        if isinstance(statement, ast.AnnAssign):
            self._annotation(statement.annotation, listed=listed)
            return
        literal = (ast.List, ast.ListComp, ast.Dict)
        if not (
            isinstance(statement, ast.Assign)
            and len(statement.targets) == 1
            and isinstance(statement.value, literal)
            and isinstance(binding.node, ast.Name)
        ):
            return
        values = (b.value for b in self.work.facts.scopes.bindings(variable))
        if not listed and not all(isinstance(v, ast.Dict) for v in values):
            return  # a function made one of them, and did not say so
        if self.work.facts.scopes.scope_of(binding.node) is not variable.scope:
            return  # declared ``global``: no place for an annotation
        target, value = binding.node, statement.value
        name = variable.name

        def write(r: Rendering) -> str:
            untold = self._untold or self._unset
            if self._odd or (untold and isinstance(value, ast.List) and not value.elts):
                return name
            vague = self._unset or (self._untold and isinstance(value, ast.ListComp))
            return f"{name}: {_type(r, listed=listed, vague=vague)}"

        self.work.plan.replacements.setdefault(target, write)

    def _annotation(self, node: ast.expr | None, *, listed: bool) -> None:
        if node is None:
            return
        if listed:
            head = node.value if isinstance(node, ast.Subscript) else None
            name = last_name(head)
            if name not in _LISTS:
                return
        self.work.plan.replacements.setdefault(node, lambda r: _type(r, listed=listed))


def _type(r: Rendering, *, listed: bool, vague: bool = False) -> str:
    names = ("typing", "Any") if vague else ("openai.types.responses", "ResponseInputItemParam")
    return f"list[{r.imports.need(*names)}]" if listed else r.imports.need(*names)
