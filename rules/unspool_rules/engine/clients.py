"""Where migrated calls get their clients from: an existing name, or one made at the right place."""

from __future__ import annotations

import ast
import io
import re
import sys
import tokenize
from collections.abc import Sequence
from typing import TYPE_CHECKING

from unspool_rules.engine.facts import Facts, Site
from unspool_rules.model import Edit, Span
from unspool_rules.model.settings import Target, TargetService
from unspool_rules.semantics.kinds import client_of
from unspool_rules.semantics.types import Class, Inst
from unspool_rules.syntax.layout import call, keyword, lay_out
from unspool_rules.syntax.scopes import Binding, How, Scope, Variable

if TYPE_CHECKING:
    from unspool_rules.engine.rendering import Rendering

_WITH_HEAD = re.compile(r"(?:async\s+)?with\s*(?P<open>\()(?:\s|#[^\n]*)*")
_WITH_TAIL = re.compile(r"\s*,?(?:\s|#[^\n]*)*(?P<close>\))\s*:")
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
        and facts.scopes.lookup(target.value.id, facts.scopes.scope_of(site.func)) is not None
    )


def handed_on(facts: Facts, site: Site) -> bool:
    """Whether code of another file gets the site's client, which has to stay what it is then."""
    made = constructed(facts, site)
    parent = None if made is None else facts.tree.parents.get(made)
    if isinstance(parent, ast.withitem):
        target = parent.optional_vars
    else:
        statement = _assignment(facts, made) if made is not None else None
        target = None if statement is None else _target(statement)
    variable = facts.scopes.variable(target) if isinstance(target, ast.Name) else None
    if variable is None:
        return False
    return any(_goes_abroad(facts, use) for use in facts.scopes.uses(variable))


def _goes_abroad(facts: Facts, use: ast.Name) -> bool:
    """Whether the name is an argument of what another file of the workspace defines."""
    parent = facts.tree.parents.get(use)
    if isinstance(parent, ast.keyword):
        parent = facts.tree.parents.get(parent)
    if not isinstance(parent, ast.Call) or parent.func is use:
        return False
    root: ast.expr = parent.func
    while isinstance(root, ast.Attribute):
        root = root.value
    variable = facts.scopes.variable(root) if isinstance(root, ast.Name) else None
    bindings = () if variable is None else facts.scopes.bindings(variable)
    for binding in bindings:
        statement = binding.statement
        if isinstance(statement, ast.Import):
            modules = [alias.name for alias in statement.names]
        elif isinstance(statement, ast.ImportFrom):
            modules = [statement.module or ""]
        else:
            continue
        if any(m.partition(".")[0] not in sys.stdlib_module_names for m in modules):
            return True
    return False


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
        self.replaced = (
            bool(mine)
            and all(s in rendering.sites for s in mine)
            and not any(handed_on(self._facts, s) for s in mine)
        )
        """Whether every AgentsClient of the file becomes an AIProjectClient."""
        if self.replaced:
            self._replace_agents_clients()
        self._drop_unused()

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
            if len(bindings) == 1 and variable is not None:
                if self._facts.scopes.scope_of(bindings[0].node) is not variable.scope:
                    return None  # set by a function that declares it ``global``
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
        current: Scope | None = scope
        while current is not None:
            for name, bindings in current.bindings.items():
                found = self._facts.scopes.lookup(name, scope)
                if len(bindings) != 1 or found is None or found.scope is not current:
                    continue
                statement = bindings[0].statement
                if (
                    statement is not None
                    and self._is_openai_of(bindings[0].value, site)
                    and self._facts.scopes.scope_of(bindings[0].node) is current
                    and self._is_set(statement, site)
                ):
                    return name
            current = current.parent
        owner = self._tree.owner(site.func)
        for name, stores in self._facts.infer.stores.attributes.items():
            mine = [s for s in stores if s.owner is owner and owner is not None]
            if len(mine) == 1 and self._is_openai_of(mine[0].value, site):
                if self._is_set(self._tree.statement(mine[0].target), site):
                    return f"self.{name}"
        return None

    def _is_set(self, place: ast.AST, site: Site) -> bool:
        """Whether a statement (or an item of a ``with``) has run whenever the site does."""
        around = [self._tree.statement(site.func), *self._tree.ancestors(site.func)]
        if isinstance(place, ast.withitem):
            return self._tree.parents[place] in around
        if not isinstance(place, ast.stmt):
            return False
        block = self._tree.block_of(place)
        home = self._home(site)
        if self._tree.function(place) is not self._tree.function(site.func):
            if any(s in around for s in block):
                return True
            return isinstance(home, ast.stmt) and any(s is home for s in block)
        after = block[block.index(place) + 1 :]
        return any(s in around for s in after)

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
        source = value.func.value
        if "project" not in {client_of(t) for t in self._facts.infer.of(source)}:
            return False
        if site.client is None or site.sort in ("openai", "azure-openai"):
            return True
        if site.sort == "agents":
            return self._endpoint(source) == self._endpoint(site.client)
        if isinstance(source, ast.Name) and isinstance(site.client, ast.Name):
            variable = self._facts.scopes.variable(source)
            same = variable == self._facts.scopes.variable(site.client)
            return same and len(self._bindings(variable)) == 1
        return (
            ast.dump(source) == ast.dump(site.client)
            and self._home(site) is not None
            and self._tree.owner(source) is self._tree.owner(site.client)
        )

    def _endpoint(self, client: ast.expr) -> str | None:
        """What a client's endpoint is made from, as text to compare."""
        for value in self._facts.infer.of(client):
            if isinstance(value, Inst) and value.site is not None and client_of(value):
                for argument in value.site.keywords:
                    if argument.arg == "endpoint":
                        return ast.dump(argument.value)
                return ast.dump(value.site.args[0]) if value.site.args else None
        return None

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
        of_its_own = (
            len(bindings) == 1
            and variable is not None
            and self._facts.scopes.scope_of(bindings[0].node) is variable.scope
        )
        name = self._r.fresh("openai_client", bindings[0].node if of_its_own else site.func)
        making = f"{name} = {source}.get_openai_client()"
        if isinstance(client, ast.Name):
            self._r.stand_ins[name] = client.id
        within = self._with_of(site, variable)
        if within is not None:
            self._in_with(within, source, name, making)
        elif (
            of_its_own
            and bindings[0].how is How.ASSIGN
            and isinstance(bindings[0].statement, ast.stmt)
            and self._tree.stands_alone(bindings[0].statement)
        ):
            self._r.after(bindings[0].statement, making)
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
        """An OpenAI client beside the project client that a statement makes."""
        holder, dot, _ = source.rpartition(".")
        name = "openai_client" if dot else self._r.fresh("openai_client", statement)
        if dot:
            owner = self._tree.owner(statement)
            if owner is not None and _is_closed(owner):
                from unspool_rules.engine.rendering import CannotRender

                raise CannotRender("the class allows no other attributes")
            if owner is not None and self._has_attribute(owner, name):
                name = "foundry_openai_client"
        self._r.after(statement, f"{holder}{dot}{name} = {source}.get_openai_client()")
        return f"{holder}{dot}{name}"

    def _has_attribute(self, owner: ast.ClassDef, name: str) -> bool:
        """Whether a class of this file has an attribute, a method or a property of a name."""
        stores = self._facts.infer.stores.attributes.get(name, ())
        return any(s.owner is owner for s in stores) or any(
            name in (getattr(s, "name", ""), getattr(getattr(s, "target", None), "id", ""))
            or any(getattr(t, "id", "") == name for t in getattr(s, "targets", ()))
            for s in owner.body
        )

    def _openai_on_attribute(self, site: Site, client: ast.Attribute, source: str) -> str:
        home = self._home(site)
        owner = self._tree.owner(client)
        if (
            isinstance(home, ast.stmt)
            and isinstance(client.value, ast.Name)
            and owner is not None
            and not _is_closed(owner)
        ):
            name = "_openai_client" if client.attr.startswith("_") else "openai_client"
            while self._has_attribute(owner, name):
                name = f"{name}_2"
            self._r.after(home, f"self.{name} = {source}.get_openai_client()")
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
        body = self._tree.module.body if function is None else getattr(function, "body", None)
        if client is None or not isinstance(body, list):
            return making
        first = self._first_need(client, body)
        if first is None or not self._tree.stands_alone(first) or self._set_from(client, first):
            return making
        if function is not None and not self._is_named(client, body[: body.index(first)]):
            first = _first_statement(function)  # type: ignore[arg-type]
            while isinstance(first, (ast.Global, ast.Nonlocal)):
                first = body[body.index(first) + 1]
        self._r.before(first, f"{name} = {making}")
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

    def _set_from(self, client: ast.expr, first: ast.stmt) -> bool:
        """Whether a client is set to another one at or after a statement of the same function."""
        start, function = self._tree.span(first).start, self._tree.function(first)
        targets: list[ast.AST] = []
        if isinstance(client, ast.Name):
            variable = self._facts.scopes.variable(client)
            targets += [b.node for b in self._bindings(variable)]
        elif isinstance(client, ast.Attribute):
            stores = self._facts.infer.stores.attributes.get(client.attr, ())
            targets += [s.target for s in stores]
        return any(
            self._tree.function(t) is function and self._tree.span(t).start >= start
            for t in targets
            if not isinstance(t, ast.arg)
        )

    def _is_named(self, client: ast.expr, block: list[ast.stmt]) -> bool:
        """Whether statements have to do with the client, such as a test whether there is one."""
        root = client
        while isinstance(root, (ast.Attribute, ast.Subscript, ast.Call)):
            root = root.func if isinstance(root, ast.Call) else root.value
        names = {n.id for s in block for n in ast.walk(s) if isinstance(n, ast.Name)}
        return isinstance(root, ast.Name) and root.id in names

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
        item = f"{source}.get_openai_client() as {name}"
        end = self._tree.span(_end(within.items[-1])).end
        around = self._parentheses(within)
        if around is not None:
            self._in_parentheses(within, around, item)
            return
        start = self._tree.lines.line_start(end)
        line = self._tree.source[start : self._tree.lines.line_end(end)].rstrip("\r\n")
        code = self._tree.source[end : self._tree.lines.line_end(end)].strip()
        fits = len(line) + len(item) + 6 <= self._r.limit
        shared = self._tree.lines.line_of(end) + 1 == within.body[0].lineno
        if code.startswith(":") and (fits or shared):
            self._edits.append(Edit(Span(end, end), f", {item}"))
        else:
            self._r.before(within.body[0], making)

    def _parentheses(self, within: ast.With | ast.AsyncWith) -> Span | None:
        """What stands between the parentheses around all items, if there are any."""
        source, start = self._tree.source, self._tree.span(within).start
        first = self._tree.span(within.items[0].context_expr).start
        end = self._tree.span(_end(within.items[-1])).end
        head = _WITH_HEAD.fullmatch(source, start, first)
        tail = _WITH_TAIL.match(source, end)
        if head is None or tail is None:
            return None
        inside = Span(head.start("open") + 1, tail.start("close"))
        text = source[inside.start : inside.end]
        return inside if _is_balanced(text) else None

    def _in_parentheses(self, within: ast.With | ast.AsyncWith, around: Span, item: str) -> None:
        source, lines, newline = self._tree.source, self._tree.lines, self._r.newline
        first = self._tree.span(within.items[-1].context_expr).start
        end = self._tree.span(_end(within.items[-1])).end
        if lines.line_of(around.start) == lines.line_of(around.end):
            line = source[lines.line_start(end) : around.end]
            if len(line) + len(item) + 4 <= self._r.limit:
                self._edits.append(Edit(Span(end, around.end), f", {item}"))
            else:
                self._spread(within, around, item)
            return
        start = lines.line_start(first)
        indent = source[start:first]
        if start < around.start:
            indent = " " * (around.start - start)
        indent = indent[: len(indent) - len(indent.lstrip())]
        if lines.line_of(end) == lines.line_of(around.end):
            self._edits.append(Edit(Span(end, around.end), f",{newline}{indent}{item}"))
            return
        rest = source[end : lines.line_end(end)].split("#")[0]
        if "," not in rest:
            self._edits.append(Edit(Span(end, end), ","))
        place = lines.line_end(end)
        self._edits.append(Edit(Span(place, place), f"{indent}{item},{newline}"))

    def _spread(self, within: ast.With | ast.AsyncWith, around: Span, item: str) -> None:
        """One item a line, in a statement that would be too long."""
        newline, outer = self._r.newline, self._tree.indent(within)
        inner = f"{newline}{outer}    "
        previous = around.start
        for one in within.items:
            start = self._tree.span(one.context_expr).start
            comma = "," if previous != around.start else ""
            self._edits.append(Edit(Span(previous, start), comma + inner))
            previous = self._tree.span(_end(one)).end
        self._edits.append(Edit(Span(previous, around.end), f",{inner}{item},{newline}{outer}"))

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
                for key in dict.fromkeys(("endpoint", "credential", *wanted))
                if key in wanted and key != "api_version"
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

    # -- OpenAI clients that nothing uses any more -------------------------------------------------

    def _drop_unused(self) -> None:
        """The project's clients take the place of one that only served what goes to Foundry."""
        moved: dict[ast.Call, set[ast.expr]] = {}
        for site in self._r.sites:
            if site.azure or service_of(site, self._r.target) is TargetService.OPENAI:
                continue
            made = constructed(self._facts, site)
            if made is not None and site.client is not None and has_project(self._facts, site):
                moved.setdefault(made, set()).add(site.client)
        for made, clients in moved.items():
            statement = _assignment(self._facts, made)
            if statement is None or not self._may_be_dropped(statement, made, clients):
                continue
            self._r.rewritten.setdefault(
                statement,
                lambda r, s=statement: r.comments_within(r.lines_span(s)),  # type: ignore[misc]
            )
            self._r.in_place.add(statement)

    def _may_be_dropped(self, statement: ast.stmt, made: ast.Call, clients: set[ast.expr]) -> bool:
        """Whether a plain assignment makes the client, and all that reads it has moved."""
        if getattr(statement, "value", None) is not made or (
            isinstance(statement, ast.Assign) and len(statement.targets) != 1
        ):
            return False
        if not self._tree.stands_alone(statement) or len(self._tree.block_of(statement)) == 1:
            return False
        target = _target(statement)
        uses: Sequence[ast.Name | ast.Attribute]
        if isinstance(target, ast.Name):
            variable = self._facts.scopes.variable(target)
            if variable is None or isinstance(variable.scope.node, ast.ClassDef):
                return False
            if variable.scope is self._facts.scopes.module and (
                target.id in self._r.imports.exported
            ):
                return False
            uses = self._facts.scopes.uses(variable)
        elif isinstance(target, ast.Attribute) and target.attr.startswith("_"):
            uses = [
                n
                for n in self._tree.nodes
                if isinstance(n, ast.Attribute) and n.attr == target.attr
            ]
        else:
            return False
        return all(use is target or use in clients for use in uses)

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
        for plan in self._r.plans:
            for made, writer in plan.constructions.items():
                self._r.replacements.setdefault(made, writer)
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


def _is_closed(cls: ast.ClassDef) -> bool:
    """Whether instances of a class take no attributes but those that it names."""
    words = {n.arg for d in cls.decorator_list for n in ast.walk(d) if isinstance(n, ast.keyword)}
    slots = any(
        isinstance(n, ast.Name) and n.id == "__slots__" and isinstance(n.ctx, ast.Store)
        for s in cls.body
        for n in ast.walk(s)
    )
    return slots or bool(words & {"slots", "frozen"})


def _is_balanced(text: str) -> bool:
    """Whether every bracket of a text is opened and closed within it."""
    depth = 0
    try:
        for token in tokenize.generate_tokens(io.StringIO(f"({text})").readline):
            if token.type == tokenize.OP and token.string in "([{":
                depth += 1
            elif token.type == tokenize.OP and token.string in ")]}":
                depth -= 1
                if not depth:
                    return token.end[1] == len(token.line.rstrip("\n"))
    except (tokenize.TokenError, SyntaxError):
        pass
    return False


def _end(item: ast.withitem) -> ast.expr:
    """What an item of a ``with`` statement ends in."""
    return item.optional_vars or item.context_expr


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
