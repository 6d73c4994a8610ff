"""Forms that azure-ai-projects had in 2.0.0b1 to b3 only: renamed classes, moved and gone calls.

Most of them have the same meaning under another name, so that their fixes are safe. A finding needs
a name that no other version has, or, where a name means something in 1.x as well, something else in
the file that only the new API has.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cached_property

from packaging.version import Version

from unspool_rules.catalogue.entry import Entry, Surface
from unspool_rules.catalogue.index import lookup
from unspool_rules.catalogue.model_names import model_name
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.plan import Plan, Writer
from unspool_rules.engine.rendering import Rendering
from unspool_rules.engine.spots import Spot
from unspool_rules.model import Span, Target
from unspool_rules.semantics.kinds import client_of
from unspool_rules.semantics.types import Inst, Method, Module, UserFunction
from unspool_rules.syntax.scopes import How, Variable

CODE = "UNS701"
MODELS = "azure.ai.projects.models"
MESSAGE = "openai.types.responses.EasyInputMessageParam"
EXTRA_BODY = "azure.ai.projects.extra_body.agent"
AWAITED = "azure.ai.projects.aio.AIProjectClient.get_openai_client.await"
B4 = Version("2.0.0b4")
B2 = Version("2.0.0b2")

_MOVED = ("memory_stores", "evaluation_taxonomies", "insights", "red_teams", "schedules")
_ALSO_IN_1 = frozenset({"red_teams"})
_GONE = {
    "create": "create_version",
    "update": "create_version",
    "create_from_manifest": "create_version_from_manifest",
    "update_from_manifest": "create_version_from_manifest",
}
_KEYWORDS = {
    ("schedules", "id"): ("schedule_id", Version("2.0.0")),
    ("insights", "id"): ("insight_id", Version("2.0.0")),
    ("evaluation_taxonomies", "body"): ("taxonomy", Version("2.2.0")),
}
"""Keywords of the moved sub-clients' methods that have another name now, and since when."""
_ONLY_NEW_METHODS = frozenset(
    (
        *("create_version", "create_version_from_manifest", "get_version"),
        *("list_versions", "delete_version"),
    )
)
_KEPT = frozenset({"name", "definition", "metadata", "description", "manifest_id"})
_KEPT |= {"parameter_values", "content_type", "agent_name"}


def preview(facts: Facts, target: Target) -> list[Spot]:
    """Every form of the preview era that the target version does not have any more."""
    if "azure.ai.projects" not in facts.tree.source and "agent_reference" not in facts.tree.source:
        return []
    return list(_Preview(facts, target).spots())


class _Preview:
    def __init__(self, facts: Facts, target: Target) -> None:
        self._facts = facts
        self._tree = facts.tree
        self._version = target.version

    def spots(self) -> Iterator[Spot]:
        for node in self._tree.nodes:
            if isinstance(node, ast.ImportFrom) and node.module == MODELS and not node.level:
                for alias in node.names:
                    yield from self._import(node, alias)
            elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
                yield from self._model(node)
                yield from self._moved(node)
                yield from self._gone(node)
            elif isinstance(node, ast.Await):
                yield from self._awaited(node)
            elif isinstance(node, (ast.Dict, ast.Subscript)):
                yield from self._extra_body(node)

    def _plan(self, node: ast.AST, word: str) -> Plan:
        return Plan(f"p{self._tree.span(node).start}{word}")

    # -- renamed classes ---------------------------------------------------------------------------

    def _entry(self, name: str) -> Entry | None:
        """The row of a class of the preview era that the target version lacks."""
        entry = lookup(f"{MODELS}.{name}")
        if entry is None or entry.surface is not Surface.PREVIEW:
            return None
        return entry if not entry.until or Version(entry.until) <= self._version else None

    def _new_name(self, entry: Entry) -> str | None:
        """The class's name in the target version; None where it has none."""
        head, _, name = (entry.target or "").rpartition(".")
        if head != MODELS or not name.isidentifier():
            return None
        name = model_name(name, self._version)
        if entry.since and Version(entry.since) > self._version:
            return name if name != entry.target.rpartition(".")[2] else None  # type: ignore[union-attr]
        return name

    def _import(self, node: ast.ImportFrom, alias: ast.alias) -> Iterator[Spot]:
        entry = self._entry(alias.name)
        if entry is None or self._is_fallback(node, alias, entry):
            return
        plan = self._plan(alias, "import")
        uses = self._uses_of(alias)
        new = self._new_name(entry)
        if entry.target == MESSAGE:
            new = "EasyInputMessageParam"
            self._messages(plan, node, alias, uses)
        elif new is None:
            self._no_name(plan, alias, entry)
        elif alias.asname or not uses or self._must_stay(alias, new):
            plan.also.append(lambda r: r.imports.rename(alias, new, alias.asname or alias.name))
        else:
            plan.also.append(lambda r: r.imports.rename(alias, new, new))
            for use in uses:
                plan.replacements[use] = self._renamer(use, alias.name, new)
                self._members(plan, use, entry)
        yield self._renamed(alias, entry, new, plan)
        if not alias.asname:
            for use in uses:
                yield self._renamed(use, entry, new, plan)

    def _renamed(self, node: ast.AST, entry: Entry, new: str | None, plan: Plan) -> Spot:
        name = entry.legacy[0].rpartition(".")[2]
        if new is None:
            words = f"`{name}` is gone since azure-ai-projects {entry.until}"
            words += f"; {entry.blocked}" if entry.blocked else f"; use `{entry.target}`"
        else:
            words = f"`{name}` is gone since azure-ai-projects {entry.until}; use `{new}`"
        return Spot(
            CODE,
            words,
            self._tree.span(node),
            symbol=entry.legacy[0],
            target=entry.target,
            plan=plan,
        )

    def _messages(
        self, plan: Plan, node: ast.ImportFrom, alias: ast.alias, uses: list[ast.AST]
    ) -> None:
        """A model of a message becomes the dictionary that openai has a type for."""
        if "#" in self._tree.segment(node) or not uses:
            plan.block(self._tree.span(alias), f"`{alias.name}` is to be imported from elsewhere")
            return
        role = alias.name.removeprefix("Responses").removesuffix("MessageItemParam").lower()
        plan.dropped.add(alias)
        for use in uses:
            call = self._tree.parents.get(use)
            if isinstance(use, ast.Constant):
                plan.block(self._tree.span(use), "a name in quotes is to be changed, too")
            elif not isinstance(call, ast.Call) or call.func is not use:
                plan.replacements[use] = _message
            elif call.args or not call.keywords or call.keywords[0].arg is None:
                plan.block(self._tree.span(call), "the message is one argument here")
            else:
                first = call.keywords[0]
                plan.replacements[use] = _message
                plan.replacements[first] = self._with_role(first, role)

    def _with_role(self, keyword: ast.keyword, role: str) -> Writer:
        start = self._tree.span(keyword).start
        line = self._tree.source[self._tree.lines.line_start(start) : start]
        gap = " " if line.strip() else f"\n{line}"
        return lambda r: (
            f'type="message",{gap}role="{role}",{gap}{keyword.arg}={r.text(keyword.value)}'
        )

    def _no_name(self, plan: Plan, node: ast.AST, entry: Entry) -> None:
        name = entry.legacy[0].rpartition(".")[2]
        reason = entry.blocked or f"`{name}` has no class of the same shape any more"
        if entry.since and Version(entry.since) > self._version:
            reason = f"`{name}` has its successor since azure-ai-projects {entry.since} only"
        plan.block(self._tree.span(node), reason)

    def _renamer(self, use: ast.AST, old: str, new: str) -> Writer:
        def write(r: Rendering) -> str:
            if isinstance(use, ast.Name):
                return new
            return re.sub(rf"\b{old}\b", new, r.tree.segment(use))

        return write

    def _members(self, plan: Plan, use: ast.AST, entry: Entry) -> None:
        """``AgentProtocol.ACTIVITY_PROTOCOL`` has another name and value."""
        parent = self._tree.parents.get(use)
        if isinstance(parent, ast.Attribute) and parent.attr == "ACTIVITY_PROTOCOL":
            plan.block(self._tree.span(parent), "`ACTIVITY_PROTOCOL` is `ACTIVITY`, another value")

    def _uses_of(self, alias: ast.alias) -> list[ast.AST]:
        """Names that read an import, and quoted annotations that are about it."""
        name = alias.asname or alias.name
        scope = self._facts.scopes.scope_of(self._tree.statement(alias))
        variable = self._facts.scopes.lookup(name, scope)
        if variable is None:
            return []
        uses: list[ast.AST] = [
            u for u in self._facts.scopes.uses(variable) if isinstance(u.ctx, ast.Load)
        ]
        word = re.compile(rf"\b{re.escape(name)}\b")
        return uses + [
            n
            for n in self._tree.nodes
            if isinstance(n, ast.Constant)
            and isinstance(n.value, str)
            and self._in_annotation(n)
            and word.search(n.value)
        ]

    def _in_annotation(self, node: ast.expr) -> bool:
        child: ast.AST = node
        for parent in self._tree.ancestors(node):
            if isinstance(parent, (ast.arg, ast.AnnAssign)):
                return child is parent.annotation
            if isinstance(parent, (ast.FunctionDef, ast.AsyncFunctionDef)):
                return child is parent.returns
            if isinstance(parent, (ast.stmt, ast.Call)):
                return False
            if isinstance(parent, ast.Subscript) and ast.unparse(parent.value).endswith("Literal"):
                return False
            child = parent
        return False

    def _must_stay(self, alias: ast.alias, new: str) -> bool:
        """Whether the local name has to stay: others read it, or the new one means something."""
        if any(
            isinstance(n, ast.Constant) and n.value == alias.name and not self._in_annotation(n)
            for n in self._tree.nodes
        ):
            return True  # ``__all__``, ``getattr`` and the like
        scope = self._facts.scopes.scope_of(self._tree.statement(alias))
        variable = self._facts.scopes.lookup(alias.name, scope)
        if variable is None or len(self._facts.scopes.bindings(variable)) > 1:
            return True
        same = {(MODELS, new)} | {
            (MODELS, old) for old in self._old_names() if self._is_called(old, new)
        }
        for node in self._tree.nodes:
            if isinstance(node, ast.Name) and node.id == new:
                if not self._comes_from(node, same):
                    return True
            elif isinstance(node, ast.arg) and node.arg == new:
                return True
            elif isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
                if node.name == new:
                    return True
            elif isinstance(node, (ast.Import, ast.ImportFrom)):
                module = node.module if isinstance(node, ast.ImportFrom) else None
                if any(
                    (a.asname or a.name) == new and (module, a.name) not in same for a in node.names
                ):
                    return True
        return False

    def _old_names(self) -> set[str]:
        return {
            a.name
            for n in self._tree.nodes
            if isinstance(n, ast.ImportFrom) and n.module == MODELS
            for a in n.names
        }

    def _is_called(self, old: str, new: str) -> bool:
        entry = self._entry(old)
        return entry is not None and self._new_name(entry) == new

    def _comes_from(self, node: ast.Name, names: set[tuple[str, str]]) -> bool:
        variable = self._facts.scopes.variable(node)
        if variable is None:
            return False
        return all(
            b.how is How.IMPORT
            and isinstance(b.node, ast.alias)
            and isinstance(b.statement, ast.ImportFrom)
            and (b.statement.module, b.node.name) in names
            for b in self._facts.scopes.bindings(variable)
        )

    def _is_fallback(self, node: ast.ImportFrom, alias: ast.alias, entry: Entry) -> bool:
        """Whether the file knows both names and tries one after the other."""
        new = (entry.target or "").rpartition(".")[2]
        around = [p for p in self._tree.ancestors(node) if isinstance(p, (ast.Try, ast.If))]
        return bool(around) and any(
            a.name == new
            for outer in around
            for n in ast.walk(outer)
            if isinstance(n, ast.ImportFrom) and n.module == MODELS
            for a in n.names
        )

    def _model(self, node: ast.Attribute) -> Iterator[Spot]:
        """``models.AgentObject``."""
        entry = self._entry(node.attr)
        if entry is None:
            return
        if not any(
            isinstance(t, Module) and t.name == MODELS for t in self._facts.infer.of(node.value)
        ):
            return
        plan = self._plan(node, "model")
        new = self._new_name(entry)
        if new is None:
            self._no_name(plan, node, entry)
        else:
            plan.replacements[node] = lambda r: f"{r.text(node.value)}.{new}"
            self._members(plan, node, entry)
        yield self._renamed(node, entry, new, plan)

    # -- sub-clients that moved --------------------------------------------------------------------

    def _moved(self, node: ast.Attribute) -> Iterator[Spot]:
        if node.attr not in _MOVED or self._version < B4 or not self._is_project(node.value):
            return
        if node.attr in _ALSO_IN_1 and not self._is_new_api:
            return
        plan = self._plan(node, "moved")
        plan.replacements[node] = lambda r: f"{r.operand(node.value)}.beta.{node.attr}"
        for keyword in self._keywords(node):
            new, since = _KEYWORDS.get((node.attr, keyword.arg or ""), ("", B4))
            if new and since <= self._version:
                plan.replacements[keyword] = self._with_keyword(keyword, new)
        if node.attr in ("schedules", "insights") and self._version >= Version("2.0.0"):
            name = "schedule_id" if node.attr == "schedules" else "insight_id"
            if self._reads_id(node):
                plan.note(f"the results have `{name}` in the place of `id`")
        yield Spot(
            CODE,
            f"`{node.attr}` is below `beta` since azure-ai-projects 2.0.0b4",
            self._tree.span(node),
            symbol=f"azure.ai.projects.AIProjectClient.{node.attr}",
            target=f"project_client.beta.{node.attr}",
            plan=plan,
        )

    def _with_keyword(self, keyword: ast.keyword, new: str) -> Writer:
        return lambda r: f"{new}={r.text(keyword.value)}"

    def _is_project(self, node: ast.expr) -> bool:
        return any(
            client_of(t) == "project" and isinstance(t, Inst) and not t.probable
            for t in self._facts.infer.of(node)
        )

    def _keywords(self, node: ast.Attribute) -> Iterator[ast.keyword]:
        """Keywords of the calls through a sub-client, also through a name for it."""
        for receiver in self._receivers(node):
            method = self._tree.parents.get(receiver)
            call = self._tree.parents.get(method) if isinstance(method, ast.Attribute) else None
            if isinstance(call, ast.Call) and call.func is method:
                yield from call.keywords

    def _receivers(self, node: ast.Attribute) -> list[ast.expr]:
        parent = self._tree.parents.get(node)
        if not isinstance(parent, ast.Assign) or not isinstance(parent.targets[0], ast.Name):
            return [node]
        variable = self._facts.scopes.variable(parent.targets[0])
        if variable is None or len(self._facts.scopes.bindings(variable)) != 1:
            return [node]
        return [u for u in self._facts.scopes.uses(variable) if isinstance(u.ctx, ast.Load)]

    def _reads_id(self, node: ast.Attribute) -> bool:
        """Whether some result of the sub-client's calls is asked for its ``id``."""
        variables: set[Variable] = set()
        for receiver in self._receivers(node):
            for parent in self._tree.ancestors(receiver):
                if isinstance(parent, ast.Attribute) and parent.attr == "id":
                    return True
                if isinstance(parent, (ast.Assign, ast.For, ast.AsyncFor)):
                    targets = parent.targets if isinstance(parent, ast.Assign) else [parent.target]
                    for target in targets:
                        if isinstance(target, ast.Name):
                            variable = self._facts.scopes.variable(target)
                            variables |= {variable} if variable else set()
                if isinstance(parent, ast.stmt):
                    break
        return any(
            isinstance(owner := self._tree.parents.get(use), ast.Attribute) and owner.attr == "id"
            for variable in variables
            for use in self._facts.scopes.uses(variable)
        )

    # -- calls that are gone -----------------------------------------------------------------------

    def _gone(self, node: ast.Attribute) -> Iterator[Spot]:
        new = _GONE.get(node.attr)
        if new is None or self._version < B4:
            return
        method = next(
            (
                t
                for t in self._facts.infer.of(node)
                if isinstance(t, Method)
                and isinstance(t.owner, Inst)
                and not t.owner.probable
                and t.cls.startswith("azure.ai.projects.")
                and t.cls.endswith("operations.AgentsOperations")
            ),
            None,
        )
        entry = lookup(method.qualified) if method is not None else None
        if method is None or entry is None:
            return
        plan = self._plan(node, "gone")
        call = self._tree.parents.get(node)
        if isinstance(call, ast.Call) and call.func is node:
            self._call(plan, node, call, new)
        else:
            plan.block(
                self._tree.span(node), f"`{node.attr}` is passed on without being called here"
            )
        yield Spot(
            CODE,
            f"`agents.{node.attr}` is gone since azure-ai-projects 2.0.0b4; use `{entry.target}`",
            self._tree.span(node),
            symbol=method.qualified,
            target=entry.target,
            plan=plan,
        )

    def _call(self, plan: Plan, func: ast.Attribute, call: ast.Call, new: str) -> None:
        known = {keyword.arg for keyword in call.keywords}
        update = func.attr.startswith("update")
        if (
            not known <= _KEPT | {None}
            or None in known
            or any(isinstance(a, ast.Starred) for a in call.args)
        ):
            plan.block(self._tree.span(call), "which arguments this is given cannot be seen here")
            return
        if len(call.args) > (1 if update else 0) or not (known & {"definition", "manifest_id"}):
            plan.block(
                self._tree.span(call),
                "the whole body is one argument here; `agent_name` has to be given by itself",
            )
            return
        plan.replacements[func] = lambda r: f"{r.operand(func.value)}.{new}"
        for keyword in call.keywords:
            if keyword.arg == "name":
                plan.replacements[keyword] = self._with_keyword(keyword, "agent_name")
        if update:
            plan.note(
                f"`{func.attr}` kept the version when nothing had changed, "
                f"and `{new}` adds one each time"
            )
        self._results(plan, call)

    def _results(self, plan: Plan, call: ast.Call) -> None:
        """The answer was an agent and is a version of one: both have its name."""
        for node in self._tree.nodes:
            if not isinstance(node, (ast.Name, ast.Attribute, ast.Call, ast.Await, ast.Subscript)):
                continue
            if isinstance(getattr(node, "ctx", None), (ast.Store, ast.Del)):
                continue
            if any(
                isinstance(t, Inst) and t.site is call and t.cls.endswith(".AgentDetails")
                for t in self._facts.infer.of(node)
            ):
                self._result(plan, node)

    def _result(self, plan: Plan, node: ast.expr) -> None:
        parent = self._tree.parents.get(node)
        if isinstance(parent, ast.Attribute):
            self._attribute(plan, node, parent)
        elif isinstance(parent, ast.Subscript) and isinstance(parent.slice, ast.Constant):
            if parent.slice.value != "name":
                plan.block(self._tree.span(parent), "the answer is a version of the agent now")
        elif isinstance(parent, ast.AnnAssign):
            plan.note("the answer is an `AgentVersionDetails`, unlike the annotation says")
        elif isinstance(parent, ast.Return):
            plan.note("the function returns an `AgentVersionDetails` now")
        elif isinstance(parent, ast.Call):
            self._passed(plan, node, parent)
        elif not isinstance(
            parent, (ast.Assign, ast.NamedExpr, ast.Expr, ast.FormattedValue, ast.Await)
        ):
            plan.block(self._tree.span(node), "the answer is a version of the agent now")

    def _attribute(self, plan: Plan, node: ast.expr, parent: ast.Attribute) -> None:
        above = self._tree.parents.get(parent)
        if (
            parent.attr == "versions"
            and isinstance(above, ast.Attribute)
            and above.attr == "latest"
        ):
            plan.replacements[above] = lambda r: r.text(node)
        elif parent.attr == "id":
            plan.note("`id` is that of the version")
        elif parent.attr != "name":
            plan.block(self._tree.span(parent), f"a version of an agent has no `{parent.attr}`")

    def _passed(self, plan: Plan, node: ast.expr, call: ast.Call) -> None:
        func = call.func
        if func is node or (isinstance(func, ast.Name) and func.id == "print"):
            return
        if not any(isinstance(t, UserFunction) for t in self._facts.infer.of(func)):
            plan.block(self._tree.span(node), "the answer is a version of the agent now")

    # -- the agent of a response -------------------------------------------------------------------

    def _extra_body(self, node: ast.Dict | ast.Subscript) -> Iterator[Spot]:
        if self._version < B4:
            return
        for key in self._agent_keys(node):
            plan = self._plan(key, "extra")
            plan.replacements[key] = lambda r, key=key: self._key(key)  # type: ignore[misc]
            yield Spot(
                CODE,
                '`extra_body={"agent": ...}` is `extra_body={"agent_reference": ...}` '
                "since azure-ai-projects 2.0.0b4",
                self._tree.span(key),
                symbol=EXTRA_BODY,
                target='extra_body={"agent_reference": {"name": ..., "type": "agent_reference"}}',
                plan=plan,
            )

    def _key(self, key: ast.expr) -> str:
        return self._tree.segment(key).replace("agent", "agent_reference", 1)

    def _agent_keys(self, node: ast.Dict | ast.Subscript) -> Iterator[ast.expr]:
        """Keys ``"agent"`` of an ``extra_body`` that hold a reference to an agent."""
        if isinstance(node, ast.Subscript):
            parent = self._tree.parents.get(node)
            if (
                isinstance(node.ctx, ast.Store)
                and _is_text(node.slice, "agent")
                and isinstance(parent, ast.Assign)
                and isinstance(node.value, ast.Name)
                and self._is_reference(parent.value)
                and self._becomes_extra_body(self._facts.scopes.variable(node.value))
            ):
                yield node.slice
            return
        for key, value in zip(node.keys, node.values, strict=True):
            if key is not None and _is_text(key, "agent") and self._is_reference(value):
                if self._is_extra_body(node):
                    yield key

    def _is_reference(self, node: ast.expr) -> bool:
        """``{"name": ..., "type": "agent_reference"}``, also behind a name or as a model."""
        if isinstance(node, ast.Dict):
            return any(
                key is not None and _is_text(key, "type") and _is_text(value, "agent_reference")
                for key, value in zip(node.keys, node.values, strict=True)
            )
        if isinstance(node, ast.Name):
            variable = self._facts.scopes.variable(node)
            bindings = self._facts.scopes.bindings(variable) if variable is not None else []
            return len(bindings) == 1 and any(
                b.how is How.ASSIGN
                and b.value is not None
                and not isinstance(b.value, ast.Name)
                and self._is_reference(b.value)
                for b in bindings
            )
        if isinstance(node, ast.Call):
            func = node.func
            if isinstance(func, ast.Attribute) and func.attr in ("as_dict", "copy"):
                return self._is_reference(func.value)
            name = ast.unparse(func).rpartition(".")[2]
            return name in ("AgentReference", "AgentId") or (
                name == "dict"
                and any(
                    k.arg == "type" and _is_text(k.value, "agent_reference") for k in node.keywords
                )
            )
        return False

    def _is_extra_body(self, node: ast.expr) -> bool:
        """Whether a dictionary is, or becomes, the ``extra_body`` of a call."""
        parent = self._tree.parents.get(node)
        if isinstance(parent, ast.keyword):
            return parent.arg == "extra_body"
        if isinstance(parent, (ast.IfExp, ast.BoolOp)):
            return self._is_extra_body(parent)
        if isinstance(parent, ast.Dict):
            for key, value in zip(parent.keys, parent.values, strict=True):
                if value is node:
                    return (
                        self._is_extra_body(parent) if key is None else _is_text(key, "extra_body")
                    )
        if isinstance(parent, (ast.Assign, ast.AnnAssign)):
            target = parent.targets[0] if isinstance(parent, ast.Assign) else parent.target
            if isinstance(target, ast.Subscript):
                return _is_text(target.slice, "extra_body")
            if isinstance(target, ast.Name):
                return self._becomes_extra_body(self._facts.scopes.variable(target))
            return isinstance(target, ast.Attribute) and "extra_body" in target.attr
        if isinstance(parent, ast.Return):
            return self._is_returned(parent)
        return False

    def _becomes_extra_body(self, variable: Variable | None) -> bool:
        if variable is None:
            return False
        return any(
            isinstance(u.ctx, ast.Load) and self._is_used_as_extra_body(u)
            for u in self._facts.scopes.uses(variable)
        )

    def _is_used_as_extra_body(self, node: ast.expr) -> bool:
        parent = self._tree.parents.get(node)
        if isinstance(parent, (ast.keyword, ast.IfExp, ast.BoolOp, ast.Dict, ast.Return)):
            return self._is_extra_body(node)
        return False

    def _is_returned(self, node: ast.Return) -> bool:
        """Whether a function's result is given as ``extra_body`` somewhere in the file."""
        function = self._tree.function(node)
        for other in self._tree.nodes:
            if isinstance(other, ast.keyword) and other.arg == "extra_body":
                value = other.value
                if isinstance(value, ast.Call) and any(
                    isinstance(t, UserFunction) and t.node is function
                    for t in self._facts.infer.of(value.func)
                ):
                    return True
        return False

    # -- a client that is not awaited any more -----------------------------------------------------

    def _awaited(self, node: ast.Await) -> Iterator[Spot]:
        call = node.value
        if self._version < B2 or not self._is_new_api or not isinstance(call, ast.Call):
            return
        func = call.func
        if not isinstance(func, ast.Attribute) or func.attr != "get_openai_client":
            return
        if {"api_version", "connection_name"} & {k.arg for k in call.keywords}:
            return  # 1.0.0, where it is a coroutine
        if not any(
            isinstance(t, Inst) and t.cls == "azure.ai.projects.aio.AIProjectClient"
            for t in self._facts.infer.of(func.value)
        ):
            return
        plan = self._plan(node, "await")
        plan.replacements[node] = lambda r: r.text(call)
        start = self._tree.span(node).start
        yield Spot(
            CODE,
            "`get_openai_client` is no coroutine since azure-ai-projects 2.0.0b2; do not await it",
            Span(start, start + len("await")),
            symbol=AWAITED,
            target="project_client.get_openai_client()",
            plan=plan,
        )

    @cached_property
    def _is_new_api(self) -> bool:
        """Whether something in the file exists in azure-ai-projects 2.x only."""
        for node in self._tree.nodes:
            if isinstance(node, ast.ImportFrom) and node.module == MODELS:
                if any(self._is_new_name(alias.name) for alias in node.names):
                    return True
            elif isinstance(node, ast.Attribute):
                if node.attr in _ONLY_NEW_METHODS and _ends_in_agents(node.value):
                    return True
                if _is_conversation(node):
                    return True
            elif isinstance(node, ast.Constant) and node.value == "agent_reference":
                return True
        return False

    def _is_new_name(self, name: str) -> bool:
        entry = lookup(f"{MODELS}.{name}")
        if entry is not None and entry.surface is Surface.PREVIEW:
            return True
        return name.endswith("AgentDefinition") or name.startswith("MemoryStore")


def _message(r: Rendering) -> str:
    return r.imports.need(*MESSAGE.rsplit(".", 1))


def _is_text(node: ast.expr | None, text: str) -> bool:
    return isinstance(node, ast.Constant) and node.value == text


def _is_conversation(node: ast.Attribute) -> bool:
    methods = ("create", "retrieve", "update", "delete", "items")
    return (
        node.attr in methods
        and isinstance(node.value, ast.Attribute)
        and node.value.attr == "conversations"
    )


def _ends_in_agents(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "agents"
