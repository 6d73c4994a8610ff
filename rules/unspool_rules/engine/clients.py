"""Where migrated calls get their clients from: an existing name, or one made at the right place."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from unspool_rules.engine.facts import Facts, Site
from unspool_rules.model import Edit, Span
from unspool_rules.model.settings import Target, TargetService
from unspool_rules.semantics.kinds import client_of
from unspool_rules.semantics.types import Class, Inst
from unspool_rules.syntax.layout import call, keyword, lay_out
from unspool_rules.syntax.scopes import Binding, How, Variable

if TYPE_CHECKING:
    from unspool_rules.engine.rendering import Rendering

ENDPOINT_VARIABLE = "FOUNDRY_PROJECT_ENDPOINT"


def service_of(site: Site, target: Target) -> TargetService:
    """Which service a site's migrated code talks to."""
    if site.azure:
        return TargetService.FOUNDRY
    if target.service is not TargetService.AUTO:
        return target.service
    return TargetService.OPENAI if site.sort == "openai" else TargetService.FOUNDRY


def constructed(facts: Facts, site: Site) -> ast.Call | None:
    """The call in this file that makes the site's client, when exactly one does."""
    if site.client is None:
        return None
    calls = {
        t.site
        for t in facts.infer.of(site.client)
        if isinstance(t, Inst) and t.site is not None and client_of(t) == site.sort
    }
    return calls.pop() if len(calls) == 1 else None


def has_project(facts: Facts, site: Site) -> bool:
    """Whether an ``AIProjectClient`` can be had for the site."""
    if site.azure:
        return True
    made = constructed(facts, site)
    statement = _assignment(facts, made) if made is not None else None
    return statement is not None and reaches(facts, statement, site)


def reaches(facts: Facts, statement: ast.stmt, site: Site) -> bool:
    """Whether a name that is set beside a client's construction can be read at the site."""
    target = _target(statement)
    if isinstance(target, ast.Name):
        home = facts.scopes.scope_of(target)
        scope = facts.scopes.scope_of(site.func)
        if isinstance(home.node, ast.ClassDef):
            return False
        while scope is not None and scope is not home:
            if scope.parent is None:
                return False
            scope = scope.parent
        return True
    owner = facts.tree.owner(statement)
    return (
        isinstance(target, ast.Attribute)
        and owner is not None
        and owner is facts.tree.owner(site.func)
        and isinstance(target.value, ast.Name)
        and facts.tree.function(site.func) is not None
    )


def _target(statement: ast.stmt) -> ast.expr:
    """What an assignment of one target is to."""
    assert isinstance(statement, (ast.Assign, ast.AnnAssign))
    return statement.targets[0] if isinstance(statement, ast.Assign) else statement.target


def _assignment(facts: Facts, made: ast.Call) -> ast.stmt | None:
    """The assignment statement whose whole value the construction is."""
    parent = facts.tree.parents.get(made)
    while isinstance(parent, (ast.BoolOp, ast.IfExp)):
        parent = facts.tree.parents.get(parent)
    if isinstance(parent, (ast.Assign, ast.AnnAssign)):
        target = parent.targets[0] if isinstance(parent, ast.Assign) else parent.target
        if isinstance(target, (ast.Name, ast.Attribute)):
            return parent
    return None


class Clients:
    """Receivers of one rendering; makes each client once."""

    def __init__(self, rendering: Rendering) -> None:
        self._r = rendering
        self._facts = rendering.facts
        self._tree = rendering.tree
        self._openai: dict[object, str] = {}
        self._projects: dict[ast.Call, str] = {}
        self._beside: dict[ast.Call, ast.stmt] = {}
        """By the construction of a legacy client: the statement that makes its project client."""
        self._closable: dict[ast.AST | None, str] = {}
        """Clients that nothing else closes, by the statement that the legacy client is made in."""
        self._edits: list[Edit] = []
        mine = [s for s in self._facts.sites if s.sort == "agents"]
        self.replaced = bool(mine) and all(s in rendering.sites for s in mine)
        """Whether every AgentsClient of the file becomes an AIProjectClient."""
        if self.replaced:
            self._replace_agents_clients()

    # -- answers ---------------------------------------------------------------------------------

    def openai(self, site: Site) -> str:
        """The expression of the client with conversations, responses, files, vector stores."""
        if service_of(site, self._r.target) is TargetService.OPENAI:
            return self._original(site)
        if site.sort in ("openai", "azure-openai") and not has_project(self._facts, site):
            return self._original(site)
        existing = self._existing(site)
        if existing is not None:
            return existing
        key = self._key(site)
        if key not in self._openai:
            self._openai[key] = self._make_openai(site)
        return self._openai[key]

    def project(self, site: Site) -> str:
        """The expression of the AIProjectClient."""
        if site.sort == "project":
            return self._original(site)
        if site.sort == "agents" and self.replaced:
            return self._original(site)
        made = constructed(self._facts, site)
        if made is None:
            from unspool_rules.engine.rendering import CannotRender

            raise CannotRender("the client is made elsewhere")
        if made not in self._projects:
            self._projects[made] = self._make_project(site, made)
        return self._projects[made]

    def edits(self) -> list[Edit]:
        self._close()
        return self._edits

    def _close(self) -> None:
        """Where a client is closed, the OpenAI client that was made of it is closed as well."""
        for site in self._r.sites:
            statement = self._tree.statement(site.func)
            name = self._closable.get(self._home(site))
            if name is None or site.operation != "client.close" or site.call is None:
                continue
            awaited = self._tree.is_awaited(site.call)
            whole = self._tree.parents[site.call] if awaited else site.call
            if whole is getattr(statement, "value", None) and self._tree.stands_alone(statement):
                self._r.after(statement, f"{'await ' if awaited else ''}{name}.close()")

    # -- keys and existing names -----------------------------------------------------------------

    def _original(self, site: Site) -> str:
        if site.client is None:
            return "openai"
        return self._r.operand(site.client)

    def _key(self, site: Site) -> object:
        client = site.client
        if client is None:
            return None
        home = self._home(site)
        if home is not None:
            return home
        function = self._tree.function(site.func)
        return function, ast.dump(client)

    def _home(self, site: Site) -> ast.AST | None:
        """The node after (or in) which a second client is to be made."""
        client = site.client
        if isinstance(client, ast.Name):
            variable = self._facts.scopes.variable(client)
            bindings = self._bindings(variable)
            if len(bindings) == 1:
                within = self._with_of(site, variable)
                return within or bindings[0].statement or bindings[0].node
        if isinstance(client, ast.Attribute):
            stores = [
                s
                for s in self._facts.infer.stores.attributes.get(client.attr, ())
                if s.owner is self._tree.owner(client) and s.owner is not None
            ]
            stores = [s for s in stores if not _is_none(s.value)]
            if len(stores) == 1:
                return self._tree.statement(stores[0].target)
        return None

    def _bindings(self, variable: Variable | None) -> list[Binding]:
        if variable is None:
            return []
        return [
            b
            for b in self._facts.scopes.bindings(variable)
            if b.how is not How.ANNOTATION and not _is_none(b.value)
        ]

    def _existing(self, site: Site) -> str | None:
        """A name that already holds the OpenAI client of this site's project client."""
        scope = self._facts.scopes.scope_of(site.func)
        current = scope
        while current is not None:
            for name, bindings in current.bindings.items():
                for binding in bindings:
                    if self._is_openai_of(binding.value, site) and self._before(binding, site):
                        found = self._facts.scopes.lookup(name, scope)
                        if found is not None and found.scope is current:
                            return name
            parent = current.parent
            if parent is None:
                break
            current = parent
        owner = self._tree.owner(site.func)
        for name, stores in self._facts.infer.stores.attributes.items():
            for store in stores:
                if store.owner is owner and owner is not None:
                    if self._is_openai_of(store.value, site):
                        return f"self.{name}"
        return None

    def _before(self, binding: Binding, site: Site) -> bool:
        if self._tree.function(binding.node) is not self._tree.function(site.func):
            return True
        return self._tree.span(binding.node).start < self._tree.span(site.func).start

    def _is_openai_of(self, value: ast.expr | None, site: Site) -> bool:
        if isinstance(value, ast.Await):
            value = value.value
        if not (
            isinstance(value, ast.Call)
            and isinstance(value.func, ast.Attribute)
            and value.func.attr == "get_openai_client"
            and not value.args
            and not value.keywords
        ):
            return False
        sorts = {client_of(t) for t in self._facts.infer.of(value.func.value)}
        if "project" not in sorts:
            return False
        if site.sort != "project" or site.client is None:
            return True
        return ast.dump(value.func.value) == ast.dump(site.client)

    # -- making them -----------------------------------------------------------------------------

    def _make_openai(self, site: Site) -> str:
        client = site.client
        assert client is not None
        if site.sort in ("openai", "azure-openai"):
            return self._beside_construction(site)
        source = self.project(site)
        made = constructed(self._facts, site)
        beside = self._beside.get(made) if made is not None else None
        if beside is not None:
            return self._after_project(beside, source)
        if isinstance(client, ast.Attribute):
            return self._openai_on_attribute(site, client, source)
        variable = self._facts.scopes.variable(client) if isinstance(client, ast.Name) else None
        bindings = self._bindings(variable)
        name = self._r.fresh("openai_client", site.func if variable is None else self._place(site))
        making = f"{name} = {source}.get_openai_client()"
        within = self._with_of(site, variable)
        if within is not None:
            self._in_with(within, source, name, making)
        elif len(bindings) == 1 and bindings[0].how is How.PARAMETER:
            self._at_start(bindings[0].node, making)
        elif (
            len(bindings) == 1
            and bindings[0].how is How.ASSIGN
            and isinstance(bindings[0].statement, ast.stmt)
        ):
            self._r.after(bindings[0].statement, making)
            self._closable[bindings[0].statement] = name
        else:
            self._local(site, making)
        return name

    def _after_project(self, statement: ast.stmt, source: str) -> str:
        """An OpenAI client beside the project client that a statement makes."""
        holder, dot, _ = source.rpartition(".")
        name = "openai_client" if dot else self._r.fresh("openai_client", statement)
        if dot:
            taken = self._facts.infer.stores.attributes.get(name, ())
            if any(s.owner is self._tree.owner(statement) for s in taken):
                name = "foundry_openai_client"
        self._r.after(statement, f"{holder}{dot}{name} = {source}.get_openai_client()")
        return f"{holder}{dot}{name}"

    def _place(self, site: Site) -> ast.AST:
        client = site.client
        if isinstance(client, ast.Name):
            variable = self._facts.scopes.variable(client)
            bindings = self._bindings(variable)
            if bindings:
                return bindings[0].node
        return site.func

    def _openai_on_attribute(self, site: Site, client: ast.Attribute, source: str) -> str:
        home = self._home(site)
        if isinstance(home, ast.stmt) and isinstance(client.value, ast.Name):
            owner = self._tree.owner(client)
            name = "_openai_client" if client.attr.startswith("_") else "openai_client"
            taken = self._facts.infer.stores.attributes
            while name in taken and any(s.owner is owner for s in taken[name]):
                name = f"{name}_2"
            self._r.after(home, f"self.{name} = {source}.get_openai_client()")
            self._closable[home] = f"{client.value.id}.{name}"
            return f"{client.value.id}.{name}"
        name = self._r.fresh("openai_client", site.func)
        self._local(site, f"{name} = {source}.get_openai_client()")
        return name

    def _local(self, site: Site, line: str) -> None:
        """Make it at the start of the function that holds the site, or before its statement."""
        function = self._tree.function(site.func)
        if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
            self._r.before(_first_statement(function), line)
            return
        statement: ast.AST = self._tree.statement(site.func)
        for parent in self._tree.ancestors(statement):
            if isinstance(parent, ast.Module):
                break
            statement = parent
        assert isinstance(statement, ast.stmt)
        self._r.before(statement, line)

    def _at_start(self, parameter: ast.AST, line: str) -> None:
        function = self._tree.parents[self._tree.parents[parameter]]
        assert isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef))
        self._r.before(_first_statement(function), line)

    def _with_of(self, site: Site, variable: Variable | None) -> ast.With | ast.AsyncWith | None:
        """The ``with`` statement around the site that enters its client."""
        if variable is None:
            return None
        for parent in self._tree.ancestors(site.func):
            if isinstance(parent, (ast.With, ast.AsyncWith)):
                for item in parent.items:
                    for node in (item.context_expr, item.optional_vars):
                        if (
                            isinstance(node, ast.Name)
                            and self._facts.scopes.variable(node) == variable
                        ):
                            return parent
        return None

    def _in_with(
        self, within: ast.With | ast.AsyncWith, source: str, name: str, making: str
    ) -> None:
        last = within.items[-1]
        end = self._tree.span(last.optional_vars or last.context_expr).end
        text = f", {source}.get_openai_client() as {name}"
        start = self._tree.lines.line_start(end)
        line = self._tree.source[start : self._tree.lines.line_end(end)].rstrip("\r\n")
        code = self._tree.source[end : self._tree.lines.line_end(end)]
        if (
            len(line) + len(text) + 4 <= self._r.limit
            and code.strip().startswith(":")
            and within.body[0].lineno > within.lineno
        ):
            self._edits.append(Edit(Span(end, end), text))
        else:
            self._r.before(within.body[0], making)

    def _beside_construction(self, site: Site) -> str:
        """A project client and its OpenAI client beside the construction of an OpenAI client."""
        project = self.project(site)
        made = constructed(self._facts, site)
        assert made is not None
        statement = _assignment(self._facts, made)
        assert statement is not None
        return self._after_project(self._beside.get(made, statement), project)

    def _make_project(self, site: Site, made: ast.Call) -> str:
        statement = _assignment(self._facts, made)
        if statement is None:
            from unspool_rules.engine.rendering import CannotRender

            raise CannotRender("the client is not made by an assignment of its own")
        package = "azure.ai.projects.aio" if site.asynchronous else "azure.ai.projects"
        known = self._known_project(site, made, package)
        if known is not None:
            return known
        on_self = isinstance(_target(statement), ast.Attribute)
        name = "self.project_client" if on_self else self._r.fresh("project_client", statement)
        cls = self._r.imports.need(package, "AIProjectClient")
        arguments = [keyword(key, text) for key, text in self._project_arguments(site, made)]
        indent = self._tree.indent(statement)
        head = f"{name} = "
        code = lay_out(
            call(cls, arguments),
            indent="",
            column=len(indent) + len(head),
            limit=self._r.limit,
        )
        self._r.after(statement, head + code)
        return name

    def _project_arguments(self, site: Site, made: ast.Call) -> list[tuple[str, str]]:
        """What a project client beside the legacy one is made with."""
        if site.sort == "agents":
            wanted = {k.arg: k.value for k in made.keywords if k.arg}
            for position, key in zip(made.args, ("endpoint", "credential"), strict=False):
                wanted.setdefault(key, position)
            return [
                (key, self._r.text(wanted[key]))
                for key in ("endpoint", "credential")
                if key in wanted
            ]
        identity = "azure.identity.aio" if site.asynchronous else "azure.identity"
        credential = self._r.imports.need(identity, "DefaultAzureCredential")
        os = self._r.imports.need_module("os")
        return [
            ("endpoint", f'{os}.environ["{ENDPOINT_VARIABLE}"]'),
            ("credential", f"{credential}()"),
        ]

    def _known_project(self, site: Site, made: ast.Call, package: str) -> str | None:
        """A project client of the same project at hand already, as an earlier fix made it."""
        for node in self._tree.nodes:
            if not isinstance(node, ast.Call) or not any(
                isinstance(t, Class) and t.name == f"{package}.AIProjectClient"
                for t in self._facts.infer.of(node.func)
            ):
                continue
            statement = _assignment(self._facts, node)
            if statement is None or node.args or not reaches(self._facts, statement, site):
                continue
            given = {k.arg: ast.unparse(k.value) for k in node.keywords}
            wanted = {
                key: ast.unparse(ast.parse(text, mode="eval"))
                for key, text in self._project_arguments(site, made)
            }
            if given == wanted:
                self._beside[made] = statement
                return ast.unparse(_target(statement))
        return None

    # -- AgentsClient becomes AIProjectClient ----------------------------------------------------

    def _replace_agents_clients(self) -> None:
        for reference in self._facts.references:
            if reference.symbol.endswith(".AgentsClient") and isinstance(
                reference.node, (ast.Name, ast.Attribute)
            ):
                package = (
                    "azure.ai.projects.aio" if ".aio" in reference.symbol else "azure.ai.projects"
                )
                self._r.replacements.setdefault(
                    reference.node,
                    lambda r, p=package: r.imports.need(p, "AIProjectClient"),  # type: ignore[misc]
                )
        seen: set[Variable] = set()
        for node in self._tree.nodes:
            if isinstance(node, ast.Name):
                if any(client_of(t) == "agents" for t in self._facts.infer.of(node)):
                    variable = self._facts.scopes.variable(node)
                    if variable is not None and variable not in seen:
                        seen.add(variable)
                        if all(
                            b.how in (How.ASSIGN, How.ENTER)
                            for b in self._facts.scopes.bindings(variable)
                        ):
                            self._r._rename(variable, "agents_client", "project_client")


def _is_none(value: ast.expr | None) -> bool:
    return isinstance(value, ast.Constant) and value.value is None


def _first_statement(function: ast.FunctionDef | ast.AsyncFunctionDef) -> ast.stmt:
    body = function.body
    first = body[0]
    if (
        len(body) > 1
        and isinstance(first, ast.Expr)
        and isinstance(first.value, ast.Constant)
        and isinstance(first.value.value, str)
    ):
        return body[1]
    return first
