"""What a file holds: its legacy operations, class references and clients, found once."""

from __future__ import annotations

import ast
import sys
from functools import cached_property

from unspool_rules.catalogue.entry import Kind, Surface
from unspool_rules.catalogue.index import lookup
from unspool_rules.catalogue.operations import OTHER, operation_of
from unspool_rules.catalogue.symbols import is_legacy_name, is_legacy_symbol
from unspool_rules.engine.beside.lone_names import dotted_name, imported_name, told_alone
from unspool_rules.engine.flow.bound import Unbound, unbound
from unspool_rules.engine.flow.roots import Roots
from unspool_rules.engine.sites import Reference, Site
from unspool_rules.semantics import outlines
from unspool_rules.semantics.asked_actions import actions_by_name
from unspool_rules.semantics.dict_pages import items_by_key
from unspool_rules.semantics.guesses import guess
from unspool_rules.semantics.infer import Inference
from unspool_rules.semantics.kinds import CLIENTS, client_of, is_agents, kind_of
from unspool_rules.semantics.mappings import fields_by_key
from unspool_rules.semantics.own_runners import find_runners
from unspool_rules.semantics.patched_paths import patched_paths
from unspool_rules.semantics.resolver import Resolver
from unspool_rules.semantics.shapes import suppose
from unspool_rules.semantics.types import Class, Inst, Method, Type, UserFunction
from unspool_rules.semantics.worker_threads import (
    around,
    handed_over,
    is_immediate,
    runs,
    wrapper_of,
)
from unspool_rules.semantics.written import annotated
from unspool_rules.syntax.bindings import How
from unspool_rules.syntax.scopes import Scopes
from unspool_rules.syntax.tree import Tree

_NAMES = {"beta", "agents", "create_agent", "assistants"}
"""Attributes without which no legacy call can be written on a client from elsewhere."""
_RETIRED = {
    *(f"{way}{name}" for way in ("", "Async") for name in ("Assistants", "Messages", "Runs")),
    *("Threads", "AsyncThreads"),
    *(f"{name}Operations" for name in ("Messages", "RunSteps", "Runs", "Threads")),
}
"""Parts of clients that the new ones do not have."""


class Found:
    """All legacy references of a file."""

    def __init__(self, tree: Tree, resolver: Resolver) -> None:
        self.tree = tree
        tree.runners, tree.runner_parameters = find_runners(tree)
        tree.immediate = {node for node in tree.of(ast.Lambda) if is_immediate(tree, node)}
        self.scopes = Scopes(tree)
        self.infer = Inference(tree, self.scopes, resolver)
        self.resolver = resolver
        self._roots = Roots(tree, self.scopes, self.infer)
        self.sites: list[Site] = []
        self.references: list[Reference] = []
        self.by_call: dict[ast.Call, Site] = {}
        self.by_key: list[ast.Attribute] = []
        """Attributes that the text reads by key, as azure's models let it."""
        self._collect()

    def _may_hold_any(self) -> bool:
        """Whether anything in the file could lead to a legacy call: an import, or its names."""
        for node in self.tree.of(ast.ImportFrom, ast.Import, ast.Attribute):
            if isinstance(node, ast.ImportFrom):
                if node.level or outlines.is_ours(node.module or "") or node.module == "azure":
                    return True
                if (node.module or "").partition(".")[0] not in sys.stdlib_module_names:
                    return True
            elif isinstance(node, ast.Import):
                if any(a.name.partition(".")[0] not in sys.stdlib_module_names for a in node.names):
                    return True
            elif node.attr in _NAMES:
                return True
        return False

    def _collect(self) -> None:
        self.references = [Reference(*found) for found in patched_paths(self.tree)]
        if not self._may_hold_any():
            return
        guess(self.tree, self.infer)
        suppose(self.tree, self.infer)
        self.by_key = fields_by_key(self.tree, self.infer)
        self.by_key += actions_by_name(self.tree, self.infer)
        self.by_key += items_by_key(self.tree, self.infer)
        kinds = (ast.Attribute, ast.Name, ast.Constant, ast.Import, ast.ImportFrom)
        for node in self.tree.of(*kinds):
            if isinstance(node, ast.Attribute):
                if isinstance(node.ctx, ast.Load) or self._is_put_in_place(node):
                    self._attribute(node)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                self._name(node)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                self._quoted(node)
            elif isinstance(node, (ast.Import, ast.ImportFrom)):
                self._import(node)
        self._called_elsewhere()
        if not self.sites:
            self.references = told_alone(self)
        self.sites.sort(key=lambda s: self.tree.span(s.func).start)
        self.references.sort(key=lambda r: self.tree.span(r.node).start)

    def _candidates(self, node: ast.expr) -> list[Type]:
        """What a name can be, in an order that is the same each time: what fits an await first."""
        types = list(self.infer.of(node))
        if len(types) < 2:
            return types
        awaited = self.tree.is_awaited(self.tree.parents.get(node, node))

        def key(value: Type) -> tuple[bool, str]:
            names = (str(getattr(value, field, "")) for field in ("qualified", "cls", "name"))
            name = next(filter(None, names), "")
            return (".aio" in name or ".Async" in name) is not awaited, f"{name} {type(value)}"

        return sorted(types, key=key)

    def _attribute(self, node: ast.Attribute) -> None:
        for value in self._candidates(node):
            if isinstance(value, Method):
                operation = operation_of(value.cls, value.name) or self._other(value)
                if operation is not None:
                    self._add(node, value, operation)
                    return
            elif self._is_part_of_client(value, node):
                assert isinstance(value, Inst)
                self.references.append(Reference(node, value.cls, part=True))
                return
            elif self._is_class_reference(value):
                assert isinstance(value, Class)
                if _is_derived(value, node.attr):
                    return
                self.references.append(Reference(node, value.name))
                return
        if (name := dotted_name(self.infer, node)) is not None:
            self.references.append(Reference(node, name))

    def _is_put_in_place(self, node: ast.Attribute) -> bool:
        """Whether something else is put in the place of a method, as tests do."""
        methods = (t for t in self.infer.of(node) if isinstance(t, Method))
        return isinstance(node.ctx, ast.Store) and any(methods)

    def _other(self, method: Method) -> str | None:
        """A method of a client that the catalogue explains and no planner rewrites."""
        if not isinstance(method.owner, Inst) or kind_of(method.owner) is not None:
            return None
        simple = method.cls.rpartition(".")[2]
        if not (simple.endswith("Operations") or simple in CLIENTS or ".resources." in method.cls):
            return None
        entry = lookup(method.qualified)
        if entry is None or entry.surface is Surface.PREVIEW:
            return None
        return f"{OTHER}.{method.name}" if entry.kind is Kind.CALL else None

    def _is_part_of_client(self, value: Type, node: ast.Attribute) -> bool:
        """``client.beta.threads`` that is kept, passed on or the like, not called through here."""
        if not isinstance(value, Inst):
            return False
        simple = value.cls.rpartition(".")[2]
        above = self.tree.parents.get(node)
        if isinstance(above, ast.Attribute):
            # a method that it does not have: ``project_client.agents`` may be the new one
            return not self.infer.of(above) and simple in _RETIRED and is_legacy_symbol(value.cls)
        if value.cls.startswith("openai.resources.beta") and is_legacy_symbol(value.cls):
            return node.attr != "agents"
        if value.cls.startswith("azure.ai.projects."):
            return simple == "AgentsOperations"  # the other sub-clients live on
        return simple.endswith("Operations") and value.cls.startswith("azure.ai.")

    def _is_class_reference(self, value: Type) -> bool:
        return isinstance(value, Class) and is_legacy_name(value.name)

    def _name(self, node: ast.Name) -> None:
        variable = self.scopes.variable(node)
        if variable is None:
            return
        bindings = self.scopes.bindings(variable)
        if any(b.how is How.IMPORT for b in bindings):
            for value in self._candidates(node):
                if isinstance(value, Class) and is_legacy_name(value.name):
                    if not any(_is_derived(value, getattr(b.node, "name", "")) for b in bindings):
                        self.references.append(Reference(node, value.name))
                    return
                if isinstance(value, Method) and value.owner is None:
                    if is_legacy_name(value.cls):
                        self.references.append(Reference(node, value.qualified))
                        return
            if (name := imported_name(self.tree, bindings)) is not None:
                self.references.append(Reference(node, name))
        elif isinstance(self.tree.parents.get(node), ast.Call):
            for value in self._candidates(node):
                if isinstance(value, Method):
                    operation = operation_of(value.cls, value.name)
                    if operation is not None and not any(
                        b.value is not None and isinstance(b.value, ast.Attribute) for b in bindings
                    ):
                        self._add(node, value, operation)
                        return

    def _called_elsewhere(self) -> None:
        """What a method gives comes of where it was named, if it is called by another name.

        ``create = client.beta.threads.create``, then ``create()``.
        """
        named = {s.symbol: s for s in reversed(self.sites) if s.call is None}
        for call in self.tree.of(ast.Call) if named else ():
            assert isinstance(call, ast.Call)
            if call in self.by_call:
                continue
            for value in self.infer.of(call.func):
                if isinstance(value, Method) and value.qualified in named:
                    self.by_call[call] = named[value.qualified]

    def _quoted(self, node: ast.Constant) -> None:
        """A legacy class in an annotation in quotes."""
        parent = self.tree.parents.get(node)
        annotates = (
            (isinstance(parent, (ast.arg, ast.AnnAssign)) and parent.annotation is node)
            or (
                isinstance(parent, (ast.FunctionDef, ast.AsyncFunctionDef))
                and parent.returns is node
            )
            or isinstance(parent, ast.Subscript)
        )
        if not annotates or not str(node.value).isidentifier():
            return
        for value in annotated(self.infer, node):
            if isinstance(value, Inst) and is_legacy_name(value.cls):
                self.references.append(Reference(node, value.cls))
                return
        variable = self.scopes.lookup(str(node.value), self.scopes.scope_of(node))
        bindings = self.scopes.bindings(variable) if variable is not None else []
        if bindings and all(b.how is How.IMPORT for b in bindings):
            if (name := imported_name(self.tree, bindings)) is not None:
                self.references.append(Reference(node, name))

    def _import(self, node: ast.Import | ast.ImportFrom) -> None:
        for alias in node.names:
            if isinstance(node, ast.ImportFrom):
                if node.level or not outlines.is_ours(node.module or ""):
                    continue
                name = f"{node.module}.{alias.name}"
            else:
                name = alias.name
            found = outlines.canonical(name)
            if found is None:
                if not name.startswith("azure.ai.agents") and lookup(name) is None:
                    continue  # ``openai.types.beta`` also holds what is new and not retired
                found = name
            if is_legacy_name(found):
                self.references.append(
                    Reference(alias, found, module=outlines.module(found) is not None)
                )
            elif found != name and is_legacy_symbol(name) and lookup(name) is not None:
                self.references.append(Reference(alias, name))  # it is elsewhere now

    def _add(self, func: ast.Attribute | ast.Name, method: Method, operation: str) -> None:
        parent = self.tree.parents.get(func)
        call = parent if isinstance(parent, ast.Call) and parent.func is func else None
        before = 0
        if call is None and (handed := handed_over(self.tree, func)) is not None:
            call, before = (None, 0) if self._keeps_to_itself(handed[0], method) else handed
        owner = method.owner
        probable = isinstance(owner, Inst) and owner.probable
        client, alias, wrapper = self._roots.of(func)
        sort = self._sort(client, method)
        site = Site(
            operation,
            func,
            call,
            method,
            client,
            sort,
            alias,
            asynchronous=".aio" in method.cls or "Async" in method.cls.rpartition(".")[2],
            probable=probable,
            wrapper=wrapper,
            module=self._roots.module(func) if client is None else None,
        )
        if call is not None:
            self._arguments(site, call, before)
            site.thread = self._thread(site, call)
            self.by_call[call] = site
        self.sites.append(site)

    def _keeps_to_itself(self, runner: ast.Call, method: Method) -> bool:
        """Whether the program has a function of its own by the name of one that wraps.

        Nor is it known how a function of its own waits for an asynchronous one.
        """
        if runner in self.tree.runners:
            return ".aio" in method.cls or "Async" in method.cls.rpartition(".")[2]
        wrapper = wrapper_of(runner)
        known = self.infer.of(wrapper.func) if wrapper is not None else ()
        return any(isinstance(t, UserFunction) for t in known)

    def _sort(self, client: ast.expr | None, method: Method) -> str:
        types = self.infer.of(client) if client is not None else frozenset()
        found = {"project" if is_agents(t) else client_of(t) for t in types} - {None}
        for sort in ("project", "agents", "azure-openai", "openai"):
            if sort in found:
                return sort
        if method.cls.startswith("openai."):
            return "azure-openai" if self.only_azure_openai else "openai"
        part = self.tree.parents.get(client) if client is not None else None
        guessed = self.infer.of(part) if isinstance(part, ast.Attribute) else frozenset()
        of_project = ".projects." in method.cls or any(is_agents(t) for t in guessed)
        return "project" if of_project else "agents"

    @cached_property
    def unset(self) -> tuple[Unbound, ...]:
        """Names that each module reads where they may not be set."""
        return tuple(unbound(module) for module in self.tree.modules)

    @cached_property
    def only_azure_openai(self) -> bool:
        """Whether the file names AzureOpenAI clients and no plain ones."""
        names = {alias.name for node in self.tree.of(ast.ImportFrom) for alias in node.names}
        plain = names & {"OpenAI", "AsyncOpenAI"}
        return bool(names & {"AzureOpenAI", "AsyncAzureOpenAI"}) and not plain

    def _thread(self, site: Site, call: ast.Call) -> ast.Call | None:
        if runs(call, self.tree) is site.func:
            return call
        above = self.tree.parents.get(call)
        wrapped = above if isinstance(above, ast.Lambda) else call
        return around(self.tree, wrapped)

    def _arguments(self, site: Site, call: ast.Call, before: int) -> None:
        names = outlines.parameters(site.method.cls, site.method.name)
        own = self.tree.runners.get(call)
        positional = call.args[before:] if own is None or own.spreads else []
        for index, argument in enumerate(positional):
            if isinstance(argument, ast.Starred):
                site.unpacked.append(argument)
                continue
            name = names[index] if index < len(names) else f"argument {index + 1}"
            site.arguments[name] = argument
        for keyword in call.keywords:
            if own is not None and keyword.arg in own.own:
                continue
            written = fields_written(keyword.value) if keyword.arg is None else {}
            if keyword.arg is not None:
                site.arguments[keyword.arg] = keyword.value
            elif written and not written.keys() & site.arguments.keys():
                site.arguments.update(written)
            elif written is None or written:
                site.unpacked.append(keyword.value)


def _is_derived(value: Class, name: str) -> bool:
    """Whether an event handler of another file only inherits from the SDK's class."""
    return value.name.endswith("EventHandler") and not value.name.endswith(f".{name}")


def fields_written(node: ast.expr) -> dict[str, ast.expr] | None:
    """What ``**{"key": value}`` gives, by name; None where not all keys are written down."""
    if not isinstance(node, ast.Dict):
        return None
    keys = [k.value if isinstance(k, ast.Constant) else None for k in node.keys]
    names = [k for k in keys if isinstance(k, str)]
    if len(set(names)) != len(keys):
        return None
    return dict(zip(names, node.values, strict=True))
