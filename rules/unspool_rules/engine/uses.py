"""Every use of a legacy value: rewritten by the catalogue's outcome for it, or a blocker."""

from __future__ import annotations

import ast

from unspool_rules.catalogue.citations import KINDS as ANNOTATIONS
from unspool_rules.catalogue.results import (
    CLASS_KINDS,
    METHODS,
    PART_TYPES,
    RESULTS,
    Form,
    Gone,
    Keep,
    Known,
    Outcome,
    Same,
)
from unspool_rules.catalogue.symbols import is_legacy_symbol
from unspool_rules.engine import calls, citations, functions
from unspool_rules.engine.content import text_test
from unspool_rules.engine.facts import Site
from unspool_rules.engine.reasons import of_test
from unspool_rules.engine.rendering import Rendering
from unspool_rules.engine.work import Work
from unspool_rules.semantics import outlines, values
from unspool_rules.semantics.kinds import kind_of
from unspool_rules.semantics.types import Class, Inst, Type, UserFunction
from unspool_rules.syntax.layout import Brackets, Code, Item, call, comprehension

_PAGES = {
    "ItemPaged",
    "AsyncItemPaged",
    "SyncCursorPage",
    "AsyncCursorPage",
    "AsyncPaginator",
    "OpenAIPageableListOfThreadMessage",
    "OpenAIPageableListOfAgent",
}
LAST = {
    "get_last_message_by_role",
    "get_last_text_message_by_role",
    "get_last_message_text_by_role",
}
_NEVER = {"expired", "cancelling"}
"""States of a run that a response is never in; what waits for tool outputs is looked at apart."""
FETCHED = frozenset({"agent.get", "agent.list"})
"""Operations whose results are agents, not versions of agents."""
_OF_BOTH = frozenset({"id", "name", "object"})
_OF_VERSIONS = frozenset({"description", "metadata", "created_at"})
UNKNOWN = "value"
"""A result, or a part of one, that the catalogue has no row for: every use of it blocks."""
_UNCHANGED = {
    "AgentsClient",
    "FileInfo",
    "FileListResponse",
    "FileDeletionStatus",
    "VectorStore",
    "VectorStoreDeletionStatus",
    "VectorStoreFile",
    "VectorStoreFileBatch",
    "VectorStoreFileCount",
    "VectorStoreFileDeletionStatus",
    "VectorStoreDeleted",
    "VectorStoreFileDeleted",
    "FileCounts",
}
"""Results whose attributes have the same names in the new service."""
_OBJECTS = {
    "thread",
    "run",
    "agent",
    "message",
    "step",
    "error",
    "usage",
    "incomplete",
    "page",
    "part",
    *calls.KINDS,
}
_SPEAKERS = {
    "print",
    "log",
    "debug",
    "info",
    "warning",
    "error",
    "exception",
    "critical",
    "write",
    "pprint",
    "str",
    "repr",
    "len",
    "bool",
    "type",
    "list",
    "reversed",
    "sorted",
    "iter",
    "next",
    "enumerate",
    "tuple",
    "append",
    "any",
    "all",
    "isinstance",
    "hasattr",
    "cast",
    "zip",
    "filter",
    "max",
    "min",
}
_IS_TEXT = 'part.type == "output_text" or part.type == "input_text"'
_DUMPED = "what is printed of whole objects has other fields now"


def value_kind(value: Type) -> str | None:
    """The kind of a value, insides of results and pages included."""
    kind = kind_of(value)
    if kind is not None or not isinstance(value, Inst):
        return kind
    if value.site is None:
        return None
    names = [outline.name.rpartition(".")[2] for outline in outlines.lineage(value.cls)]
    if not names:
        return None
    if any(name in _PAGES for name in names):
        return "page"
    for name in names:
        if name in CLASS_KINDS:
            return CLASS_KINDS[name]
    if (
        is_legacy_symbol(value.cls)
        and ".operations" not in value.cls
        and ".resources" not in value.cls
    ):
        return UNKNOWN if names[0] not in _UNCHANGED else None
    return None


class Uses:
    """Judges the uses of one component's values."""

    def __init__(self, work: Work, made: set[Site]) -> None:
        self.work = work
        self.tree = work.tree
        self._made = made
        self._done: set[ast.AST] = set()

    def judge(self, node: ast.expr) -> None:
        """Look at one expression that holds a value of the component."""
        types = [t for t in self.work.infer.of(node) if self._mine(t)]
        kinds = {k for k in map(value_kind, types) if k is not None}
        if not kinds or node in self._done or self._taken_over(node):
            return
        if node in citations.claimed(self.work):
            return
        parent = self.tree.parents.get(node)
        if isinstance(parent, ast.Attribute) and parent.value is node:
            if isinstance(parent.ctx, ast.Load):
                self._attribute(parent, node, kinds)
            else:
                self.work.block(parent, f"`{parent.attr}` of a result is assigned to")
            return
        if isinstance(parent, ast.Subscript) and parent.value is node and kinds & _OBJECTS:
            self._by_key(parent, node, kinds)
        if "agent-id" in kinds and isinstance(node, (ast.Name, ast.Attribute)):
            made = not (isinstance(node, ast.Attribute) and node.attr == "id")
            if made and not self._foundry(node):
                self._definition_use(node)
        if isinstance(parent, ast.Compare) and parent.left is node and "part" not in kinds:
            self._compare(parent, node)
        if kinds & ANNOTATIONS:
            citations.whole(self.work, node)
        if kinds & _OBJECTS:
            self._whole(node, parent, kinds)

    def _taken_over(self, node: ast.expr) -> bool:
        """Whether the name was given another value right before, one that is no result."""
        if not isinstance(node, ast.Name):
            return False
        variable = self.work.variable_of(node)
        if variable is None or len(self.work.facts.scopes.bindings(variable)) < 2:
            return False
        binding = citations.binding_of(self.work.facts, node)
        return (
            binding is not None
            and isinstance(binding.value, (ast.Call, ast.Constant, ast.JoinedStr))
            and not binding.path
            and isinstance(binding.statement, ast.Assign)
            and not any(self._mine(t) for t in self.work.infer.of(binding.value))
        )

    def _mine(self, value: Type) -> bool:
        if not isinstance(value, Inst) or value.site is None:
            return False
        return self.work.facts.by_call.get(value.site) in self._made

    def _by_key(self, node: ast.Subscript, base: ast.expr, kinds: set[str]) -> None:
        """``message["id"]``: azure models are mappings, too, and the new ones are not."""
        key = self.work.string_value(node.slice)
        if key is None:
            return
        self._done.add(node)
        outcomes = {RESULTS.get((kind, key)) for kind in kinds}
        outcome = outcomes.pop() if len(outcomes) == 1 else None
        plain = kinds <= {"thread", "run", "message", "error", "usage"}
        if not isinstance(outcome, Keep) or not plain:
            self.work.block(node, f"`{key}` is read by its key, which new objects do not have")
            return
        if outcome.note:
            self.work.note(outcome.note)
        name = outcome.name
        self._put(node, lambda r: f"{r.operand(base)}.{name}")

    # -- attributes --------------------------------------------------------------------------------

    def _attribute(self, node: ast.Attribute, base: ast.expr, kinds: set[str]) -> None:
        if citations.attribute(self.work, node, base, kinds - {"agent-id"}):
            return
        for kind in sorted(kinds):
            if kind == "message" and node.attr == "content" and self._content(node, base):
                continue
            if calls.attribute(self.work, node, base, kind):
                continue
            if kind == "agent" and node.attr == "id":
                self._agent_id(node, base)
                continue
            if kind in ("thread-id", "run-id", "agent-id", "message-id", "step"):
                if kind == "step":
                    self.work.block(node, "run steps are the items of `response.output`")
                continue
            if kind == UNKNOWN:
                names = {
                    t.cls.rpartition(".")[2]
                    for t in self.work.infer.of(base)
                    if isinstance(t, Inst)
                }
                self.work.block(
                    node,
                    f"`{node.attr}` of `{'`, `'.join(sorted(names))}` has no known counterpart",
                )
                continue
            if kind == "part" and node.attr == "type":
                self._part_type(node, base)
                continue
            if kind == "part" and node.attr == "text":
                self._part_text(node, base)
                continue
            if kind == "page" and node.attr in LAST and self._page_last(node, base):
                continue
            if kind == "page" and self._page_of(base) != "message":
                if node.attr == "data":
                    self._apply(node, base, Same(), kind)
                elif node.attr not in ("__iter__",):
                    self.work.block(node, f"`{node.attr}` of this listing has no counterpart")
                continue
            if kind == "agent" and self._fetched(node, base):
                continue
            called = isinstance(self.tree.parents.get(node), ast.Call)
            outcome = RESULTS.get((kind, node.attr))
            if outcome is None and called:
                outcome = METHODS.get((kind, node.attr))
            if kind == "agent" and not self._foundry(base) and not isinstance(outcome, Known):
                outcome = self._definition(node.attr)
            if outcome is None:
                self.work.block(
                    node, f"`{node.attr}` of a {self._word(kind)} has no known counterpart"
                )
            else:
                self._apply(node, base, outcome, kind)

    def _has(self, node: ast.AST) -> bool:
        return node in self.work.plan.replacements

    def _plain(self, node: ast.Attribute, base: ast.expr) -> bool:
        """A method of strings, on what may be a string, too, or on an enum of strings."""
        if not hasattr(str, node.attr) or not isinstance(self.tree.parents.get(node), ast.Call):
            return False
        names = [t.cls for t in self.work.infer.of(base) if isinstance(t, Inst)]
        return "str" in names

    def _definition(self, name: str) -> Outcome:
        if name == "name":
            return Known("name", "a definition in the code has no name")
        return Gone(f"a definition in the code has no `{name}`")

    def _word(self, kind: str) -> str:
        return {"error": "run's error", "part": "content part", "page": "listing"}.get(kind, kind)

    def _foundry(self, base: ast.expr) -> bool:
        sites = self.work.facts.origins(base)
        return all(self.work.foundry(s) for s in sites)

    def _page_of(self, base: ast.expr) -> str | None:
        for value in self.work.infer.of(base):
            if isinstance(value, Inst):
                for item in values.elements(value):
                    return kind_of(item)
        return None

    def _apply(self, node: ast.Attribute, base: ast.expr, outcome: Outcome, kind: str) -> None:
        if not isinstance(outcome, Keep):
            self._done.add(node)
        if isinstance(outcome, Keep):
            if outcome.note:
                self.work.note(outcome.note)
            if outcome.name != node.attr:
                name = outcome.name
                self._put(node, lambda r: f"{r.operand(base)}.{name}")
            if (kind, node.attr) == ("run", "status"):
                self._status(node)
        elif isinstance(outcome, Same):
            self._put(node, lambda r: r.text(base))
        elif isinstance(outcome, Form):
            if outcome.note:
                self.work.note(outcome.note)
            self._texts(node, base)
        elif isinstance(outcome, Known):
            self._known(node, base, outcome)
        else:
            self.work.block(node, outcome.reason)

    def _put(self, node: ast.expr, writer: object) -> None:
        self.work.plan.replacements.setdefault(node, writer)  # type: ignore[arg-type]

    def _fetched(self, node: ast.Attribute, base: ast.expr) -> bool:
        """Attributes of an agent that is got or listed: those of its latest version.

        Returns:
            Whether the attribute is dealt with.
        """
        made = {s.operation for s in self.work.facts.origins(base)}
        fetched = made & FETCHED
        if not fetched or node.attr in _OF_BOTH or not self._foundry(base):
            return False
        if made - fetched:
            self.work.block(
                node,
                f"one way the agent is got here and another way made: `{node.attr}` stands in "
                "different places of the two results",
            )
            return True
        if node.attr not in _OF_VERSIONS:
            return False
        self._put(node, lambda r: f"{r.operand(base)}.versions.latest.{node.attr}")
        return True

    def _known(self, node: ast.Attribute, base: ast.expr, outcome: Known) -> None:
        """The value is the argument that the object was made with."""
        sites = self.work.facts.origins(base)
        names = (
            ("agent_id", "assistant_id") if outcome.parameter == "agent" else (outcome.parameter,)
        )
        sites = [s for s in sites if s.operation not in ("run.get", "run.poll")] or sites
        given = [s.arguments.get(n) for s in sites for n in names if n in s.arguments]
        made = self.work.plan.conversations
        if outcome.parameter == "thread_id" and len(sites) == 1 and sites[0] in made:
            site = sites[0]
            if self.tree.function(site.func) is self.tree.function(node):
                self._put(node, lambda r: f"{r.conversation(site)}.id")
                return
        first = given[0] if given else None
        if (
            first is None
            or len({ast.dump(v) for v in given if v is not None}) != 1
            or not self._reachable(first, node)
        ):
            self.work.block(node, outcome.reason)
            return
        value = first
        self._put(node, lambda r: r.text(value))

    def _reachable(self, value: ast.expr, place: ast.expr) -> bool:
        """Whether the expression means the same at another place."""
        scopes = self.work.facts.scopes
        here = scopes.scope_of(place)
        for node in ast.walk(value):
            if isinstance(node, ast.Name):
                variable = scopes.variable(node)
                if variable != scopes.lookup(node.id, here):
                    return False
                if variable is not None and len(scopes.bindings(variable)) != 1:
                    return False
            elif isinstance(node, (ast.Call, ast.Await)):
                return False
        same = self.tree.function(value) is self.tree.function(place)
        names = [n for n in ast.walk(value) if isinstance(n, ast.Name) and n.id == "self"]
        return same or not names

    def _agent_id(self, node: ast.Attribute, base: ast.expr) -> None:
        self._done.add(node)
        call = self._call_around(node)
        site = self.work.facts.by_call.get(call) if call is not None else None
        if not self._foundry(base):
            if site is None and not self._unsaid(node):
                if self._definition_may_go(node):
                    self._put(node, lambda r: r.text(base))
                else:
                    self.work.block(node, "a definition in the code has no id")
            return
        if site is None and self._is_spoken(node):
            return  # shown to a person: ``id`` is "name:version"
        self._put(node, lambda r: f"{r.operand(base)}.name")

    def _definition_may_go(self, node: ast.expr) -> bool:
        """Whether the definition itself can take the place of the assistant's id.

        It can where the value is only handed on: to a name, an attribute of the class, a caller
        or a function of the file, none of them annotated.
        """
        parent = self.tree.parents.get(node)
        if isinstance(parent, ast.Assign):
            return all(self._unannotated(t) for t in parent.targets)
        if isinstance(parent, ast.Return):
            return getattr(self.tree.function(node), "returns", None) is None
        if isinstance(parent, (ast.If, ast.While, ast.BoolOp, ast.UnaryOp, ast.IfExp, ast.Compare)):
            return True
        call = self._call_around(node)
        if call is None:
            return False
        if call in self.work.facts.by_call:
            return True
        functions = [t for t in self.work.infer.of(call.func) if isinstance(t, UserFunction)]
        return bool(functions) and all(
            a.annotation is None
            for f in functions
            for a in (*f.node.args.posonlyargs, *f.node.args.args, *f.node.args.kwonlyargs)
            if a.arg != "self" and self._holds_id(a)
        )

    def _holds_id(self, node: ast.arg) -> bool:
        scope = self.work.facts.scopes.scope_of(node)
        variable = self.work.facts.scopes.lookup(node.arg, scope)
        return variable is not None and any(
            kind_of(t) == "agent-id" for t in self.work.infer.variable(variable)
        )

    def _unannotated(self, target: ast.expr) -> bool:
        if isinstance(target, ast.Name):
            variable = self.work.facts.scopes.variable(target)
            return variable is not None and all(
                b.annotation is None for b in self.work.facts.scopes.bindings(variable)
            )
        if isinstance(target, ast.Attribute):
            owner = self.tree.owner(target)
            stores = self.work.infer.stores.attributes.get(target.attr, ())
            mine = [s for s in stores if s.owner is owner]
            return owner is not None and bool(mine) and all(s.annotation is None for s in mine)
        return False

    def _definition_use(self, node: ast.expr) -> None:
        """A name that held an assistant's id and now holds its definition."""
        if not (self._definition_may_go(node) or self._unsaid(node)):
            self.work.block(node, "a definition in the code has no id")

    def _unsaid(self, node: ast.expr) -> bool:
        """A statement that only prints the id goes with the id."""
        statement = self.tree.statement(node)
        call = statement.value if isinstance(statement, ast.Expr) else None
        if not isinstance(call, ast.Call) or not self._is_spoken(node):
            return False
        told = [
            n
            for argument in (*call.args, *(k.value for k in call.keywords))
            for n in ast.walk(argument)
            if isinstance(n, (ast.Name, ast.Call))
        ]
        base = node.value if isinstance(node, ast.Attribute) else node
        if any(n is not base for n in told) or not self.work.alone(statement):
            return False
        self.work.remove(statement)
        self.work.note(
            "lines that only printed the assistant's id are gone: there is no id any more"
        )
        return True

    def _call_around(self, node: ast.expr) -> ast.Call | None:
        parent = self.tree.parents.get(node)
        if isinstance(parent, ast.keyword):
            parent = self.tree.parents.get(parent)
        return parent if isinstance(parent, ast.Call) and parent.func is not node else None

    def _is_spoken(self, node: ast.expr) -> bool:
        """Whether the value only goes into printed text."""
        for parent in self.tree.ancestors(node):
            if isinstance(parent, ast.Call):
                func = parent.func
                name = func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")
                return name in (
                    "print",
                    "info",
                    "debug",
                    "warning",
                    "error",
                    "log",
                    "write",
                    "pprint",
                )
            if isinstance(parent, ast.stmt):
                return False
        return False

    # -- status ------------------------------------------------------------------------------------

    def _status(self, node: ast.Attribute) -> None:
        """A response's status may be None: where a string is needed, it is made one."""
        parent = self.tree.parents.get(node)
        if isinstance(parent, ast.Compare):
            self._compare(parent, node)
        elif isinstance(parent, (ast.BinOp, ast.Attribute)) and not (
            isinstance(parent, ast.Attribute) and parent.attr == "value"
        ):
            self._put(node, lambda r: f"str({r._splice(node)})")
        elif isinstance(parent, ast.Attribute):
            self._put(parent, lambda r: r.text(node))

    def _compare(self, compare: ast.Compare, node: ast.expr) -> None:
        """Comparisons with values that a response's status never has."""
        if calls.status(self.work, compare, node):
            return
        for other in (compare.left, *compare.comparators):
            if other is node:
                continue
            if self.work.string_value(other) == "requires_action" and self._counts(compare):
                self.work.block(
                    compare,
                    "a response has no status `requires_action`: its tool calls are "
                    "`function_call` items of `response.output`",
                )
            for member in ast.walk(other):
                if isinstance(member, ast.Attribute):
                    text = self.work.enum_value(member)
                    if text is not None:
                        self._put(member, lambda _, t=text: f'"{t}"')

        self._never(compare, node)

    def _never(self, compare: ast.Compare, node: ast.expr) -> None:
        """A test that only asks for states that a response is never in has no other outcome."""
        others = [o for o in (compare.left, *compare.comparators) if o is not node]
        if len(others) != 1 or not isinstance(node, ast.Attribute) or not self._counts(compare):
            return
        names = calls.strings(self.work, others[0])
        if names and names <= _NEVER:
            shown = " or ".join(f"`{name}`" for name in sorted(names))
            always = isinstance(compare.ops[0], (ast.NotEq, ast.NotIn))
            text = " ".join(self.tree.segment(compare).split())
            self.work.note(
                f"a response never has the status {shown}: `{text}` is "
                f"{'always' if always else 'never'} true"
            )

    def _counts(self, compare: ast.Compare) -> bool:
        """Whether the comparison still stands after the plan (not in a loop that goes)."""
        return not any(
            isinstance(a, ast.stmt) and a in self.work.plan.rewritten
            for a in self.tree.ancestors(compare)
        )

    # -- content -----------------------------------------------------------------------------------

    def _content(self, node: ast.Attribute, base: ast.expr) -> bool:
        """``message.content[0].text.value``: the first text of the message."""
        subscript = self.tree.parents.get(node)
        if not (
            isinstance(subscript, ast.Subscript)
            and isinstance(subscript.slice, ast.Constant)
            and subscript.slice.value == 0
        ):
            return False
        text = self.tree.parents.get(subscript)
        if not (isinstance(text, ast.Attribute) and text.attr == "text"):
            return False
        value = self.tree.parents.get(text)
        if isinstance(value, ast.Attribute) and value.attr == "annotations":
            self._done |= {node, subscript, text}
            citations.of_first(self.work, value, base)
            return True
        whole: ast.expr = text
        if isinstance(value, ast.Attribute) and value.attr == "value":
            whole = value
        self._done |= {node, subscript, text}

        def write(r: Rendering) -> Code:
            texts = comprehension(
                "part.text", "for part in", f"{r.operand(base)}.content", _IS_TEXT, lazy=True
            )
            return call("next", [Item(texts), Item('""')])

        self._put(whole, write)
        return True

    def _page_last(self, node: ast.Attribute, base: ast.expr) -> bool:
        """``messages.get_last_…_by_role(role)`` of a hub beta's listing."""
        called = self.tree.parents.get(node)
        if not isinstance(called, ast.Call) or len(called.args) + len(called.keywords) != 1:
            return False
        role = called.args[0] if called.args else called.keywords[0].value
        value = self.work.string_value(role)
        self._done.add(node)
        text = node.attr != "get_last_message_by_role"

        def write(r: Rendering) -> Code:
            shown = f'"{value}"' if value is not None else r.text(role)
            item, part = r.inner("item", role), r.inner("part", role)
            clauses = [Item(part if text else item), Item(f"for {item} in {r.text(base)}")]
            clauses.append(Item(f"if {item}.role == {shown}"))
            if text:
                clauses.append(Item(f"for {part} in reversed({item}.content)"))
                clauses.append(Item(f"if {text_test(value, part)}"))
            found = Brackets("", tuple(clauses), commas=False)
            return call("next", [Item(found), Item("None")])

        self._put(called, write)
        return True

    def _texts(self, node: ast.Attribute, base: ast.expr) -> None:
        """``message.text_messages``: the text parts, or whether there are any."""
        parent = self.tree.parents.get(node)
        asked = (isinstance(parent, (ast.If, ast.IfExp, ast.While)) and parent.test is node) or (
            isinstance(parent, ast.comprehension) and node in parent.ifs
        )

        def write(r: Rendering) -> Code:
            source = f"{r.operand(base)}.content"
            if asked:
                test = f"({_IS_TEXT} for part in {source})"
                return f"any{test}"
            return comprehension("part", "for part in", source, _IS_TEXT)

        self._put(node, write)

    def _part_type(self, node: ast.Attribute, base: ast.expr) -> None:
        self._done.add(node)
        compare = self.tree.parents.get(node)
        if isinstance(compare, ast.Compare) and len(compare.ops) == 1 and compare.left is node:
            value = self.work.string_value(compare.comparators[0])
            test = PART_TYPES.get(value or "")
            if test is not None and isinstance(compare.ops[0], (ast.Eq, ast.NotEq)):
                no = "not " if isinstance(compare.ops[0], ast.NotEq) else ""
                if value != "text":
                    self.work.block(
                        compare, "images in answers are annotations and output items now"
                    )
                    return
                bare = not no and self._is_test(compare)

                def write(r: Rendering) -> Code:
                    written = test.format(r.operand(base))
                    return written[1:-1] if bare and written.startswith("(") else no + written

                self._put(compare, write)
                return
        if self._is_spoken(node):
            return
        self.work.block(node, "the types of content parts have other names")

    def _is_test(self, node: ast.expr) -> bool:
        """Whether an expression is the whole condition of a statement or a comprehension."""
        parent = self.tree.parents.get(node)
        if isinstance(parent, (ast.If, ast.While, ast.Assert)):
            return parent.test is node
        return isinstance(parent, ast.comprehension) and node in parent.ifs

    def _part_text(self, node: ast.Attribute, base: ast.expr) -> None:
        self._done.add(node)
        inner = self.tree.parents.get(node)
        if isinstance(inner, ast.Attribute) and inner.value is node:
            if inner.attr == "value":
                self._put(inner, lambda r: r.text(node))
            elif inner.attr == "annotations":
                self._done.add(inner)
                citations.of_text(self.work, inner, base)
                return
            else:
                self.work.block(inner, f"`{inner.attr}` of a text has another shape now")
        if self._narrowed(base):
            return
        self._put(
            node,
            lambda r: (
                f"({r.operand(base)}.text if {PART_TYPES['text'].format(r.operand(base))[1:-1]}"
                ' else "")'
            ),
        )

    def _narrowed(self, base: ast.expr) -> bool:
        """Whether a test around the place says that the part is a text."""
        shape = ast.dump(base)
        tests: list[ast.expr] = []
        child: ast.AST = base
        for parent in self.tree.ancestors(base):
            if isinstance(parent, (ast.If, ast.IfExp)) and child is not parent.test:
                tests.append(parent.test)
            elif isinstance(parent, (ast.ListComp, ast.GeneratorExp, ast.SetComp)):
                tests += [i for g in parent.generators for i in g.ifs]
            child = parent
        for test in tests:
            for node in ast.walk(test):
                if isinstance(node, ast.Attribute) and node.attr == "type":
                    if ast.dump(node.value) == shape:
                        return True
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") in (
                    "isinstance",
                    "hasattr",
                ):
                    if node.args and ast.dump(node.args[0]) == shape:
                        return True
        return (
            any(
                isinstance(t, Inst) and t.cls.endswith("MessageTextContent")
                for t in self.work.infer.of(base)
            )
            and "part" in {value_kind(t) for t in self.work.infer.of(base)}
            and self._from_texts(base)
        )

    def _from_texts(self, base: ast.expr) -> bool:
        """Whether the part comes out of ``text_messages``, which holds texts only."""
        kinds = {t.cls.rpartition(".")[2] for t in self.work.infer.of(base) if isinstance(t, Inst)}
        return kinds == {"MessageTextContent"}

    # -- whole values ------------------------------------------------------------------------------

    def _whole(self, node: ast.expr, parent: ast.AST | None, kinds: set[str]) -> None:
        if isinstance(parent, ast.Assign):
            self._kept(node, parent.targets, kinds)
        if parent is None or isinstance(
            parent,
            (
                ast.Expr,
                ast.Await,
                ast.Assign,
                ast.NamedExpr,
                ast.Compare,
                ast.BoolOp,
                ast.UnaryOp,
                ast.If,
                ast.IfExp,
                ast.While,
                ast.For,
                ast.AsyncFor,
                ast.comprehension,
                ast.Subscript,
                ast.Lambda,
                ast.ListComp,
                ast.GeneratorExp,
                ast.Assert,
                ast.Tuple,
                ast.withitem,
                ast.Starred,
                ast.Slice,
                ast.Delete,
            ),
        ):
            return
        if isinstance(parent, ast.AnnAssign):
            return
        if isinstance(parent, ast.FormattedValue):
            if not kinds & {"error", "page"}:
                self.work.note(_DUMPED)
            return
        if isinstance(parent, (ast.Return, ast.Yield)):
            self._returned(parent, kinds)
            return
        if isinstance(parent, ast.keyword):
            parent = self.tree.parents.get(parent)
        if isinstance(parent, ast.Call):
            self._passed(node, parent, kinds)
            return
        if kinds & {"error", "usage", "incomplete"}:
            return
        self.work.block(node, f"{self._one(kinds)} is kept where its readers are not known")

    def _one(self, kinds: set[str]) -> str:
        word = self._word(sorted(kinds)[0])
        return f"an {word}" if word[0] in "aeiou" else f"a {word}"

    def _kept(self, node: ast.expr, targets: list[ast.expr], kinds: set[str]) -> None:
        """Block where a value is put into something that is not read in a way that is followed."""
        if kinds <= {"error", "usage", "incomplete"}:
            return
        made = set(self.work.facts.origins(node))
        for target in targets:
            if isinstance(target, ast.Subscript) and not made & set(
                self.work.facts.origins(target)
            ):
                self.work.block(node, f"{self._one(kinds)} is kept where its readers are not known")

    def _is_followed(self, holder: ast.expr) -> bool:
        """Whether a dictionary is only read by keys and in loops, here where it is in view."""
        if isinstance(holder, ast.Name):
            variable = self.work.variable_of(holder)
            uses: list[ast.expr] = list(self.work.facts.scopes.uses(variable)) if variable else []
        elif isinstance(holder, ast.Attribute):
            uses = [
                n for n in self.tree.nodes if isinstance(n, ast.Attribute) and n.attr == holder.attr
            ]
        else:
            return True
        for use in uses:
            above = self.tree.parents.get(use)
            if isinstance(above, (ast.Subscript, ast.Attribute)) and above.value is use:
                continue
            if isinstance(above, ast.Call) and getattr(above.func, "id", "") in ("len", "print"):
                continue
            if isinstance(
                above, (ast.Compare, ast.Delete, ast.If, ast.UnaryOp, ast.BoolOp, ast.For)
            ):
                continue
            if isinstance(use, (ast.Name, ast.Attribute)) and isinstance(use.ctx, ast.Store):
                continue
            return False
        return True

    def _returned(self, node: ast.Return | ast.Yield, kinds: set[str]) -> None:
        if kinds & {"thread", "run", "agent"}:
            name = {"thread": "conversation", "run": "response", "agent": "agent version"}
            kind = next(k for k in ("thread", "run", "agent") if k in kinds)
            self.work.note(f"callers outside this file now get a {name[kind]} instead of a {kind}")
        function = self.tree.function(node)
        returns = getattr(function, "returns", None)
        if "page" in kinds and returns is not None and "Page" in ast.unparse(returns):
            self.work.block(returns, "what is returned is a list of items now, not a page")
        elif "message" in kinds or "page" in kinds:
            self.work.note("callers outside this file now get items instead of messages")

    def _passed(self, node: ast.expr, call: ast.Call, kinds: set[str]) -> None:
        func = call.func
        name = func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")
        if call in self.work.facts.by_call:
            return
        if call in self.work.plan.replacements:
            return
        if name == "isinstance" and len(call.args) == 2 and call.args[0] is node:
            if calls.is_instance(self.work, call, node):
                return
            if citations.is_instance(self.work, call, node):
                return
            self._isinstance(call, node, kinds)
            return
        if name == "hasattr" and kinds == {"part"}:
            argument = call.args[1] if len(call.args) > 1 else None
            if self.work.string_value(argument) == "text":
                self._put(call, lambda r: PART_TYPES["text"].format(r.operand(node)))
                return
            self.work.block(call, "content parts have other attributes now")
            return
        if "call" in kinds and functions.execute(self.work, call, node):
            return
        if any(isinstance(t, UserFunction) for t in self.work.infer.of(func)):
            return
        if isinstance(func, ast.Attribute) and name == "append":
            if kinds & {"error"}:
                return
            self.work.block(node, "the value is put into a list whose readers are not known")
            return
        if name in _SPEAKERS:
            if name in ("print", "pprint") and kinds & {"thread", "run", "agent", "message"}:
                self.work.note(_DUMPED)
            return
        if kinds & {"error", "usage", "incomplete"}:
            return
        shown = ast.unparse(func)
        self.work.block(
            node, f"`{shown}` gets the whole object, and what it does with it is not in view"
        )

    def _isinstance(self, call: ast.Call, node: ast.expr, kinds: set[str]) -> None:
        for value in self.work.infer.of(call.args[1]):
            if isinstance(value, Class) and kinds == {"part"}:
                if value.name.rpartition(".")[2] in ("MessageTextContent", "TextContentBlock"):
                    cut = slice(1, -1) if self._is_test(call) else slice(None)
                    self._put(call, lambda r, c=cut: PART_TYPES["text"].format(r.operand(node))[c])
                    return
        names = (t.name for t in self.work.infer.of(call.args[1]) if isinstance(t, Class))
        self.work.block(call, of_test(names))
