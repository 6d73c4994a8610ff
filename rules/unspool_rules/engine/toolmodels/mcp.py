"""An MCP tool after it was made: its approval mode and headers belong to the definition now.

They were resources, which a run was given; the definition had the server alone.
Source: azure-ai-agents 1.2.0b5 ``models/_patch.py`` (``McpTool``).
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from unspool_rules.engine.flow.absent import may_be_none
from unspool_rules.engine.flow.constructed import class_name
from unspool_rules.engine.flow.precedence import precedes
from unspool_rules.engine.functions.made import TOOL_SETS, made_by
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls.approvals import is_given_to_approval
from unspool_rules.engine.toolmodels.allowed import METHODS, Allowed
from unspool_rules.engine.toolmodels.approved import only_approved
from unspool_rules.engine.toolmodels.approving import handled_by
from unspool_rules.engine.toolmodels.carried import CARRIES, holders
from unspool_rules.engine.toolmodels.fixed import is_fixed
from unspool_rules.engine.toolmodels.mcp_fields import Header, headers_field, mode_field
from unspool_rules.engine.toolmodels.models import Field
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.semantics.types import Inst, UserFunction
from unspool_rules.syntax.layout import Brackets, Code, Item
from unspool_rules.syntax.names import last_name

_AGENTS = ("agent.create", "agent.update")
_SETTERS = {"set_approval_mode": ("require_approval",), "update_headers": ("key", "value")}
_RUNS = ("run.create", "run.process", "run.stream", "thread_run")
_NAMED = ("server_label", "server_url")
_LATE = (
    "whether this is set before the definition is made, and before every run that is to have it, "
    "is not certain: give it to `MCPTool(...)`"
)
_LOOPS = (ast.For, ast.AsyncFor, ast.While)


def made_of(work: Work, holder: ast.expr) -> ast.Call | None:
    """The one call that made an MCP tool, wherever the file carries it."""
    values = work.infer.of(holder)
    sites = {t.site for t in values if isinstance(t, Inst) and t.cls.endswith(".McpTool")}
    return sites.pop() if len(sites) == 1 and len(values) == 1 else None


def _holders(work: Work, made: ast.Call) -> list[ast.expr]:
    return [node for node in holders(work, made) if made_of(work, node) is made]


def _known(node: ast.expr | None) -> ast.expr | None:
    """``tool.resources if hasattr(tool, "resources") else None``: each tool has them."""
    if isinstance(node, ast.IfExp) and isinstance(node.body, ast.Attribute):
        tool = ast.unparse(node.body.value)
        if ast.unparse(node.test) in (f"hasattr({tool}, '{node.body.attr}')", tool):
            return node.body
    return node


def take_resources(work: Work, site: Site) -> None:
    """``tool_resources=tool.resources`` of a run: the tool of the run's own agent has them now."""
    node = _known(site.arguments.get("tool_resources"))
    if not (isinstance(node, ast.Attribute) and node.attr == "resources"):
        return
    made = made_of(work, node.value)
    if made is None:
        return
    work.used.setdefault(site, set()).add("tool_resources")
    del site.arguments["tool_resources"]
    if not any(_site_of(work, use, "tools") for use in _reads(work, made, "definitions")):
        if only_approved(work, made, _holders(work, made)):
            return
        work.block(
            node,
            "the agent is defined elsewhere: approval mode and headers of its MCP tool belong to "
            "`MCPTool(...)` there",
        )


def settings(work: Work, made: ast.Call) -> tuple[Field, ...] | None:
    """What is set on the tool, as arguments of its constructor; None where it blocks."""
    known = work.once(_found)
    if made not in known:
        known[made] = _Settings(work, made).found()
    return known[made]


def _found(_: Work) -> dict[ast.Call, tuple[Field, ...] | None]:
    """Settings by the calls that made the tools."""
    return {}


def _reads(work: Work, made: ast.Call, name: str) -> Iterator[ast.Attribute]:
    for holder in _holders(work, made):
        parent = work.tree.parents.get(holder)
        if isinstance(parent, ast.Attribute) and parent.attr == name:
            yield parent


def _site_of(work: Work, node: ast.expr, argument: str) -> Site | None:
    """The call of this component that gets a value, alone or in a list, as an argument."""
    for above in work.tree.ancestors(node):
        if isinstance(above, ast.keyword):
            call = work.tree.parents.get(above)
            site = work.facts.by_call.get(call) if isinstance(call, ast.Call) else None
            return site if above.arg == argument and site in work.plan.sites else None
        if isinstance(above, ast.Assign) and isinstance(above.targets[0], ast.Name):
            variable = work.facts.scopes.variable(above.targets[0])
            reads = work.facts.scopes.reads(variable) if variable is not None else ()
            found = {_site_of(work, use, argument) for use in reads}
            return found.pop() if len(found) == 1 else None
        if isinstance(above, ast.IfExp) and node is _known(above):
            continue
        if not isinstance(above, (ast.List, ast.Tuple, ast.Starred, ast.BinOp)):
            return None
    return None


class _Settings:
    """Reads every use of an MCP tool once."""

    def __init__(self, work: Work, made: ast.Call) -> None:
        self.work = work
        self.tree = work.tree
        self.made = made
        self.allowed = Allowed(work, made)
        self.definitions: list[ast.expr] = []
        self.reads: list[ast.expr] = []
        """Where a run, or an approval, got what was set by then."""
        self.agents: list[ast.expr] = []
        """Where an agent got what was set by then."""
        self.approved: list[ast.expr] = []
        """Where an approval got the headers."""
        self.given: set[Site] = set()
        """The calls that get the resources."""
        self.calls: list[tuple[str, ast.Call, ast.Expr, tuple[ast.expr, ...]]] = []

    def found(self) -> tuple[Field, ...] | None:
        for holder in _holders(self.work, self.made):
            if not self._knows(holder):
                return None
        if not self.allowed.plan(self.definitions):
            return None
        fields: dict[str, Field] = {}
        headers: list[Header] = []
        assigned = False
        modes = [c for c in self.calls if c[0] == "set_approval_mode"]
        if self.calls and not self._is_given(bool(modes)):
            return None
        for method, call, statement, given in sorted(
            self.calls, key=lambda c: self.tree.span(c[1]).start
        ):
            first = all(isinstance(a, ast.Constant) for a in given)
            if not (first and self._is_first(statement, method)) and self._is_early(statement):
                self._assign(call, method, given, first=not (headers or assigned))
                assigned = assigned or method == "update_headers"
                continue
            gone, test = self._choice(statement)
            if not self._is_first(gone, method) or not all(
                is_fixed(self.work, self.made, a) for a in (*given, *test)
            ):
                self.work.block(statement, _LATE)
                return None
            if method == "update_headers" and not assigned:
                shape = ast.dump(given[0])
                headers = [h for h in headers if test or ast.dump(h.key) != shape]
                headers.append(Header(given[0], given[1], test))
            elif method == "set_approval_mode" and len(modes) == 1:
                fields["require_approval"] = mode_field(given[0], test)
            else:
                self.work.block(statement, "the approval mode is set more than once")
                return None
            self.work.remove(gone)
        if headers:
            fields["headers"] = ("headers", lambda r: headers_field(r, headers), None)
        if any(method == "update_headers" for method, *_ in self.calls):
            self.work.note("the headers of an MCP tool are part of the agent's definition: stored")
        return tuple(fields.values())

    # -- uses --------------------------------------------------------------------------------------

    def _knows(self, holder: ast.expr) -> bool:
        if not isinstance(getattr(holder, "ctx", ast.Load()), ast.Load):
            return True
        parent = self.tree.parents.get(holder)
        if isinstance(parent, ast.Attribute) and parent.value is holder:
            return self._attribute(parent, holder)
        above = self.tree.parents.get(parent) if isinstance(parent, ast.keyword) else parent
        if isinstance(above, ast.Call) and last_name(above.func) == "hasattr":
            return True
        if isinstance(above, ast.Call) and above.func is not holder:
            callees = self.work.infer.of(above.func)
            if callees and all(isinstance(t, UserFunction) for t in callees):
                return True
        if isinstance(parent, CARRIES) or (
            isinstance(above, ast.Call) and self._is_added(above, holder)
        ):
            return True
        self.work.block(holder, "the tool object is used for something else, too")
        return False

    def _is_added(self, call: ast.Call, holder: ast.expr) -> bool:
        """``toolset.add(tool)``: agents that are made with the set have the tool's resources."""
        func = call.func
        if not (isinstance(func, ast.Attribute) and func.attr == "add" and holder in call.args):
            return False
        made = made_by(self.work, func.value)
        if made is None or class_name(self.work, made) not in TOOL_SETS:
            return False
        for site in self.work.plan.sites:
            given = site.arguments.get("toolset")
            if given is None or made_by(self.work, given) is not made or site.call is None:
                continue
            self.given.add(site)
            if site.operation in _AGENTS:
                self.definitions.append(site.call)
                self.agents.append(site.call)
        return True

    def _attribute(self, node: ast.Attribute, holder: ast.expr) -> bool:
        if node.attr == "definitions":
            self.definitions.append(node)
            return True
        if node.attr == "resources":
            site = _site_of(self.work, node, "tool_resources")
            if site is None or not (
                site.operation in _AGENTS or site.operation.startswith(("run.", "thread_run."))
            ):
                self.work.block(
                    node,
                    "these resources go to no run of an agent that is defined in the same flow: "
                    "what they say belongs to `MCPTool(...)` of the definition",
                )
                return False
            (self.agents if site.operation in _AGENTS else self.reads).append(node)
            self.given.add(site)
            return True
        if node.attr == "headers" and is_given_to_approval(self.work, node):
            self.approved += handled_by(self.work, node) or [node]
            return True
        if node.attr in _NAMED:
            return True
        if node.attr in (*METHODS, "allowed_tools"):
            if self.allowed.knows(node):
                return True
            self.work.block(node, "what is done with the list of allowed tools is not known here")
            return False
        call = self.tree.parents.get(node)
        statement = self.tree.parents.get(call) if call is not None else None
        names = _SETTERS.get(node.attr)
        if names and isinstance(call, ast.Call) and isinstance(statement, ast.Expr):
            by_name = {k.arg: k.value for k in call.keywords}
            given = (*call.args, *(by_name[n] for n in names[len(call.args) :] if n in by_name))
            if len(given) == len(names) == len(call.args) + len(call.keywords):
                self.calls.append((node.attr, call, statement, given))
                return True
        self.work.block(holder, "the tool object is used for something else, too")
        return False

    def _is_given(self, mode: bool) -> bool:
        """Whether every run had what is set here."""
        if any(site.operation in _AGENTS for site in self.given):
            return True
        if not (self.given if mode else (*self.reads, *self.approved)):
            self.work.block(
                self.calls[0][1],
                "no run is given the resources of this tool: what is set here had no effect",
            )
            return False
        agents = [_site_of(self.work, node, "tools") for node in self.definitions]
        for site in self.work.facts.sites if self.given else ():
            agent = site.arguments.get("agent_id")
            if (
                site.operation.startswith(_RUNS)
                and site not in self.given
                and agent is not None
                and any(made in agents for made in self.work.facts.origins(agent))
            ):
                self.work.block(
                    site.anchor,
                    "this run is not given the resources of the MCP tool, others are: its "
                    "approval mode and headers are the same for all runs of an agent now",
                )
                return False
        return True

    # -- order -------------------------------------------------------------------------------------

    def _choice(self, statement: ast.Expr) -> tuple[ast.stmt, tuple[ast.expr, ...]]:
        """The condition that a setting stands under with nothing else, and its test."""
        parent = self.tree.parents.get(statement)
        if isinstance(parent, ast.If) and not parent.orelse:
            if parent.body == [statement] and self.work.alone(parent):
                return parent, (parent.test,)
        return statement, ()

    def _readers(self, method: str) -> list[ast.expr]:
        """Where a setting is read; approvals give headers whatever the agent was made with."""
        if method != "update_headers":
            return [*self.reads, *self.agents]
        return [*self.reads, *self.approved, *(() if self.approved else self.agents)]

    def _is_first(self, statement: ast.stmt, method: str) -> bool:
        """Whether a statement is carried out, in any case, before all that reads the settings."""
        block = self.tree.block_of(statement)
        readers = self._readers(method)
        if all(self._follows(block, statement, read) for read in readers):
            return True
        made = self.tree.statement(self.made)
        if self.tree.block_of(made) is not block or made not in block:
            return False
        between = block[block.index(made) + 1 : block.index(statement)]
        return not any(self._may_read(s, readers) for s in between)

    def _follows(self, block: list[ast.stmt], statement: ast.stmt, read: ast.expr) -> bool:
        later = block[block.index(statement) + 1 :]
        if self.tree.function(read) is not self.tree.function(statement):
            return False
        return any(a in later for a in self.tree.ancestors(read))

    def _may_read(self, statement: ast.stmt, readers: list[ast.expr]) -> bool:
        if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            return False
        return any(
            node in readers
            or (
                isinstance(node, ast.Call)
                and any(isinstance(t, UserFunction) for t in self.work.infer.of(node.func))
            )
            for node in ast.walk(statement)
        )

    def _is_early(self, statement: ast.stmt) -> bool:
        """Whether a statement, if it is carried out, is so before the definition is made."""
        here = self.tree.span(statement).start
        home = self.tree.function(statement)
        if any(isinstance(a, _LOOPS) for a in self.tree.ancestors(statement)):
            return False
        nodes = (*self.definitions, *self.reads, *self.agents, *self.approved)
        elsewhere = [n for n in nodes if self.tree.function(n) is not home]
        return (
            bool(self.definitions)
            and all(self.tree.span(n).start > here for n in nodes if n not in elsewhere)
            and (not elsewhere or self._is_unseen(statement))
        )

    def _is_unseen(self, statement: ast.stmt) -> bool:
        """Whether no other function of the program runs from the making of the tool till then."""
        made = self.tree.statement(self.made)
        if not precedes(self.tree, made, statement):
            return False
        start, end = self.tree.span(made).start, self.tree.span(statement).start
        return not any(
            isinstance(t, UserFunction)
            for n in self.tree.of(ast.Call)
            if start <= self.tree.span(n).start < end
            for t in self.work.infer.of(n.func)
        )

    def _assign(
        self, call: ast.Call, method: str, given: tuple[ast.expr, ...], *, first: bool
    ) -> None:
        """Set the new tool's own attribute in the same place."""
        func = call.func
        assert isinstance(func, ast.Attribute)
        tool = func.value
        untyped = may_be_none(self.work, given[-1])  # the attribute takes strings only

        def write(r: Rendering) -> Code:
            name = r.operand(tool)
            if method == "set_approval_mode":
                return f"{name}.require_approval = {r.text(given[0])}"
            item = Item(r.code(given[1]), f"{r.text(given[0])}: ")
            before = () if first else (Item(f"({name}.headers or {{}})", "**"),)
            field = '["headers"]' if untyped else ".headers"
            return Brackets(f"{name}{field} = ", (*before, item), "{", "}")

        self.work.replace(call, write)
