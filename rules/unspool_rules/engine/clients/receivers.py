"""Where migrated calls get their clients from: an existing name, or one made at the right place."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from unspool_rules.engine.clients.entered import further_item
from unspool_rules.engine.clients.entered_agents import giving_way, is_of_parameter
from unspool_rules.engine.clients.existing import openai_at_hand
from unspool_rules.engine.clients.held_clients import client_of_object
from unspool_rules.engine.clients.homes import (
    bindings_of,
    closes_agents,
    first_statement,
    has_attribute,
    home_of,
    is_closed,
    is_named,
    set_from,
    sets_clients,
    with_of,
)
from unspool_rules.engine.clients.legacy import (
    assignment_of,
    constructed,
    handed_on,
    has_project,
    service_of,
    target_of,
)
from unspool_rules.engine.clients.project_functions import by_function, project_of_function
from unspool_rules.engine.clients.projects import known_project, make_project
from unspool_rules.engine.clients.unused import drop_unused, replace_agents_clients
from unspool_rules.engine.plan import CannotRender
from unspool_rules.engine.sites import Site
from unspool_rules.model import Edit, Span
from unspool_rules.model.settings import TargetService
from unspool_rules.syntax.bindings import How

if TYPE_CHECKING:
    from unspool_rules.engine.writing.rendering import Rendering


class Clients:
    """Receivers of one rendering; makes each client once."""

    def __init__(self, rendering: Rendering) -> None:
        self._r = rendering
        self._facts = rendering.facts
        self._tree = rendering.tree
        self._openai: dict[object, str] = {}
        self._of_projects: dict[ast.stmt, str] = {}
        """OpenAI clients by the statement that makes their project's client."""
        self._projects: dict[ast.Call, str] = {}
        self._beside: dict[ast.Call, ast.stmt] = {}
        """By the construction of a legacy client: the statement that makes its project client."""
        self._closable: dict[ast.AST | None, str] = {}
        """Clients that nothing else closes, by the statement that the legacy client is made in."""
        self._edits: list[Edit] = []
        mine = [s for s in self._facts.sites if s.sort == "agents"]
        self.replaced = (
            bool(mine)
            and all(s in rendering.sites for s in mine)
            and not any(handed_on(self._facts, s) for s in mine)
        )
        """Whether every AgentsClient of the file becomes an AIProjectClient."""
        if self.replaced:
            replace_agents_clients(self._r)
        drop_unused(self._r)

    # -- answers ---------------------------------------------------------------------------------

    def openai(self, site: Site) -> str:
        """The expression of the client with conversations, responses, files, vector stores."""
        if service_of(site, self._r.target) is TargetService.OPENAI:
            return client_of_object(self._r, site) or self._original(site)
        if not has_project(self._facts, site) and not self._by_function(site):
            return self._original(site)
        existing = openai_at_hand(self._facts, site)
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
        if self._by_function(site):
            return project_of_function(self._r)
        made = constructed(self._facts, site)
        if made is None:
            raise CannotRender("the client is made elsewhere")
        if made not in self._projects:
            known = known_project(self._r, site, made)
            if known is not None:
                self._beside[made] = known
                self._projects[made] = ast.unparse(target_of(known))
            else:
                self._projects[made] = make_project(self._r, site, made)
        return self._projects[made]

    def edits(self) -> list[Edit]:
        self._close()
        return self._edits

    def _close(self) -> None:
        """Where a client is closed, the OpenAI client that was made of it is closed as well."""
        for site in self._r.sites:
            statement = self._tree.statement(site.func)
            name = self._closable.get(home_of(self._facts, site))
            if name is None or site.operation != "client.close" or site.call is None:
                continue
            if closes_agents(site):
                continue
            awaited = self._tree.is_awaited(site.call)
            whole = self._tree.parents[site.call] if awaited else site.call
            if whole is getattr(statement, "value", None) and self._tree.stands_alone(statement):
                self._r.lines.after(statement, f"{'await ' if awaited else ''}{name}.close()")

    def _by_function(self, site: Site) -> bool:
        return by_function(self._facts, site, self._r.target)

    # -- keys and existing names -----------------------------------------------------------------

    def _original(self, site: Site) -> str:
        client = site.client or site.module
        return self._r.operand(client) if client is not None else "openai"

    def _key(self, site: Site) -> object:
        client = site.client
        if client is None:
            return None
        home = home_of(self._facts, site)
        if home is not None and not isinstance(home, (ast.Import, ast.ImportFrom)):
            return home  # a client of another file is met in each function
        function = self._tree.function(site.func)
        return function, ast.dump(client)

    # -- making them -----------------------------------------------------------------------------

    def _make_openai(self, site: Site) -> str:
        client = site.client
        assert client is not None
        if not site.azure and not self._by_function(site):
            return self._beside_construction(site)
        source = self.project(site)
        made = constructed(self._facts, site)
        beside = self._beside.get(made) if made is not None else None
        if beside is not None:
            return self._after_project(beside, source)
        if isinstance(client, ast.Attribute):
            return self._openai_on_attribute(site, client, source)
        variable = self._facts.scopes.variable(client) if isinstance(client, ast.Name) else None
        bindings = bindings_of(self._facts, variable)
        of_its_own = (
            len(bindings) == 1
            and variable is not None
            and self._facts.scopes.scope_of(bindings[0].node) is variable.scope
        )
        name = self._r.fresh("openai_client", bindings[0].node if of_its_own else site.func)
        making = f"{name} = {source}.get_openai_client()"
        if isinstance(client, ast.Name):
            self._r.stand_ins[name] = client.id
        within = with_of(self._facts, site, variable)
        item = giving_way(self._facts) if not is_of_parameter(self._facts, site) else None
        if item is not None:
            start = self._tree.span(item.context_expr)
            end = self._tree.span(item.optional_vars or item.context_expr)
            self._edits.append(
                Edit(Span(start.start, end.end), f"{source}.get_openai_client() as {name}")
            )
        elif within is not None:
            added = further_item(self._r, within, f"{source}.get_openai_client() as {name}")
            if added is None:
                self._r.lines.before(within.body[0], making)
            else:
                self._edits += added
        elif (
            of_its_own
            and bindings[0].how is How.ASSIGN
            and isinstance(bindings[0].statement, ast.stmt)
            and self._tree.stands_alone(bindings[0].statement)
        ):
            self._r.lines.after(bindings[0].statement, making)
            self._closable[bindings[0].statement] = name
        else:
            parameter = bindings[0].node if len(bindings) == 1 else None
            within_function = (
                self._tree.parents[self._tree.parents[parameter]]
                if isinstance(parameter, ast.arg)
                else self._tree.function(site.func)
            )
            return self._local(site, within_function, name, source)
        return name

    def _after_project(self, statement: ast.stmt, source: str) -> str:
        """An OpenAI client beside the project client that a statement makes, one for all."""
        if statement not in self._of_projects:
            self._of_projects[statement] = self._put_after(statement, source)
        return self._of_projects[statement]

    def _put_after(self, statement: ast.stmt, source: str) -> str:
        holder, dot, _ = source.rpartition(".")
        name = "openai_client" if dot else self._r.fresh("openai_client", statement)
        if dot:
            owner = self._tree.owner(statement)
            if owner is not None and is_closed(owner):
                raise CannotRender("the class allows no other attributes")
            if owner is not None and has_attribute(self._facts, owner, name):
                name = "foundry_openai_client"
        self._r.lines.after(statement, f"{holder}{dot}{name} = {source}.get_openai_client()")
        return f"{holder}{dot}{name}"

    def _openai_on_attribute(self, site: Site, client: ast.Attribute, source: str) -> str:
        home = home_of(self._facts, site)
        owner = self._tree.owner(client)
        if (
            isinstance(home, ast.stmt)
            and isinstance(client.value, ast.Name)
            and owner is not None
            and not is_closed(owner)
        ):
            name = "_openai_client" if client.attr.startswith("_") else "openai_client"
            while has_attribute(self._facts, owner, name):
                name = f"{name}_2"
            self._r.lines.after(home, f"self.{name} = {source}.get_openai_client()")
            self._closable[home] = f"{client.value.id}.{name}"
            return f"{client.value.id}.{name}"
        name = self._r.fresh("openai_client", site.func)
        return self._local(site, self._tree.function(site.func), name, source)

    def _local(self, site: Site, function: ast.AST | None, name: str, source: str) -> str:
        """Make it at the start of a function, or right before the first call that needs it.

        Returns:
            The name; the expression that makes it anew where no one place is right.
        """
        making = f"{source}.get_openai_client()"
        client = site.client
        body = getattr(function or self._tree.module_of(site.func), "body", None)
        if client is None or not isinstance(body, list):
            return making
        first = self._first_need(client, body)
        if (
            first is None
            or not self._tree.stands_alone(first)
            or set_from(self._facts, client, first)
        ):
            return making
        before = body[: body.index(first)]
        if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)) and not (
            is_named(client, before) or sets_clients(self._facts, before)
        ):
            first = first_statement(function)
            while isinstance(first, (ast.Global, ast.Nonlocal)):
                first = body[body.index(first) + 1]
        self._r.lines.before(first, f"{name} = {making}")
        return name

    def _first_need(self, client: ast.expr, body: list[ast.stmt]) -> ast.stmt | None:
        """The first statement of a block with a call through the client."""
        shape = ast.dump(client)
        needing = {
            a
            for s in self._r.sites
            if s.client is not None and ast.dump(s.client) == shape
            for a in (self._tree.statement(s.func), *self._tree.ancestors(s.func))
        }
        return next((s for s in body if s in needing), None)

    def _beside_construction(self, site: Site) -> str:
        """A project client and its OpenAI client beside the construction of an OpenAI client."""
        project = self.project(site)
        made = constructed(self._facts, site)
        assert made is not None
        statement = assignment_of(self._facts, made)
        assert statement is not None
        return self._after_project(self._beside.get(made, statement), project)
