"""Tools behind connections, OpenAPI, Azure Functions and MCP: their helpers and plain definitions.

Sources: azure-ai-agents 1.1.0 and 1.2.0b5 ``azure/ai/agents/models/_patch.py`` and ``_models.py``;
azure-ai-projects 2.10.0 ``azure/ai/projects/models/_models.py``.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from unspool_rules.engine.content import class_name, fields_of
from unspool_rules.engine.rendering import Rendering
from unspool_rules.engine.work import Work, is_missing
from unspool_rules.syntax.layout import Brackets, Code, Item, call, listing
from unspool_rules.syntax.scopes import How

Write = Callable[[Rendering], Code]
Field = tuple[str, Write, ast.expr | None]
"""Name, new code, the legacy argument whose comments go along."""

_SEARCH = ("market", "set_lang", "count", "freshness")
_OPENAPI = ("name", "description", "spec", "auth", "default_parameters")
_QUEUE = ("queue_name", "storage_service_endpoint")


def arguments_of(node: ast.Call, names: tuple[str, ...]) -> dict[str, ast.expr] | None:
    """A constructor's arguments by name; None where some are unpacked."""
    found = dict(zip(names, node.args, strict=False))
    if len(node.args) > len(names) or any(isinstance(a, ast.Starred) for a in node.args):
        return None
    for argument in node.keywords:
        if argument.arg is None:
            return None
        found[argument.arg] = argument.value
    return {k: v for k, v in found.items() if not is_missing(v)}


# -- writing -------------------------------------------------------------------------------------


def model(name: str, kind: str, typed: bool, fields: Iterable[Field]) -> Write:
    """One model: a constructor's call, or a dictionary with its ``type`` if it has one."""
    given = tuple(fields)

    def write(r: Rendering) -> Code:
        if typed:
            return call(r.model(name), [r.item(f"{k}=", w(r), s) for k, w, s in given])
        items = [Item(f'"{kind}"', '"type": ')] if kind else []
        items += [r.item(f'"{k}": ', w(r), s) for k, w, s in given]
        return Brackets("", tuple(items), "{", "}")

    return write


def value(node: ast.expr) -> Write:
    return lambda r: laid_out(r, node)


def laid_out(r: Rendering, node: ast.expr) -> Code:
    """The node's code; dictionaries and lists on several lines get their new indent."""
    text = r.tree.segment(node)
    if "\n" not in text or "#" in text or node in r.replacements:
        return r.code(node)
    if isinstance(node, ast.Dict) and all(k is not None for k in node.keys):
        pairs = zip(node.keys, node.values, strict=True)
        items = tuple(Item(laid_out(r, v), f"{r.text(k)}: ") for k, v in pairs if k is not None)
        return Brackets("", items, "{", "}")
    if isinstance(node, ast.List) and not any(isinstance(e, ast.Starred) for e in node.elts):
        return Brackets("", tuple(Item(laid_out(r, e)) for e in node.elts), "[", "]")
    return r.code(node)


def plain(name: str, node: ast.expr) -> Field:
    return name, value(node), node


def _one(name: str, inner: Write) -> Field:
    return name, inner, None


def _list(name: str, *inner: Write) -> Field:
    return name, lambda r: listing(w(r) for w in inner), None


# -- tools of a connection -----------------------------------------------------------------------


def _connections(
    tool: str, kind: str, parameters: str
) -> Callable[[Work, ast.Call, bool], Write | None]:
    def build(work: Work, node: ast.Call, typed: bool) -> Write | None:
        given = arguments_of(node, ("connection_id",))
        if given is None or set(given) != {"connection_id"}:
            work.block(node, "the connection of this tool is not given in place")
            return None
        return connected(tool, kind, parameters, [given["connection_id"]], typed)

    return build


def connected(
    tool: str, kind: str, parameters: str, connections: list[ast.expr], typed: bool
) -> Write:
    made = [
        model("ToolProjectConnection", "", typed, [plain("project_connection_id", c)])
        for c in connections
    ]
    inner = model(parameters, "", typed, [_list("project_connections", *made)])
    return model(tool, kind, typed, [_one(kind, inner)])


FABRIC = ("MicrosoftFabricPreviewTool", "fabric_dataagent_preview", "FabricDataAgentToolParameters")
SHAREPOINT = (
    "SharepointPreviewTool",
    "sharepoint_grounding_preview",
    "SharepointGroundingToolParameters",
)


def _of_browser(work: Work, node: ast.Call, typed: bool) -> Write | None:
    given = arguments_of(node, ("connection_id",))
    if given is None or set(given) != {"connection_id"}:
        work.block(node, "the connection of this tool is not given in place")
        return None
    return _browser(given["connection_id"], typed)


def _browser(connection: ast.expr, typed: bool) -> Write:
    kind = "browser_automation_preview"
    inner = model(
        "BrowserAutomationToolConnectionParameters",
        "",
        typed,
        [plain("project_connection_id", connection)],
    )
    parameters = model("BrowserAutomationToolParameters", "", typed, [_one("connection", inner)])
    return model("BrowserAutomationPreviewTool", kind, typed, [_one(kind, parameters)])


def _of_custom_search(work: Work, node: ast.Call, typed: bool) -> Write | None:
    given = arguments_of(node, ("connection_id", "instance_name", *_SEARCH))
    if given is None or not {"connection_id", "instance_name"} <= set(given):
        work.block(node, "the connection of Bing Custom Search is not given in place")
        return None
    return _custom_search([given], typed)


def _custom_search(configurations: list[dict[str, ast.expr]], typed: bool) -> Write:
    kind = "bing_custom_search_preview"
    made = [_configuration("BingCustomSearchConfiguration", c, typed) for c in configurations]
    inner = model(
        "BingCustomSearchToolParameters", "", typed, [_list("search_configurations", *made)]
    )
    return model("BingCustomSearchPreviewTool", kind, typed, [_one(kind, inner)])


def _configuration(name: str, given: dict[str, ast.expr], typed: bool) -> Write:
    fields = [
        plain("project_connection_id" if k == "connection_id" else k, v) for k, v in given.items()
    ]
    return model(name, "", typed, fields)


# -- OpenAPI -------------------------------------------------------------------------------------


def _of_openapi(work: Work, node: ast.Call, typed: bool) -> Write | None:
    given = arguments_of(node, _OPENAPI)
    if given is None or not {"name", "spec", "auth"} <= set(given):
        work.block(node, "the API of this tool is not given in place")
        return None
    return openapi(work, given, given["auth"], typed)


def openapi(work: Work, given: dict[str, ast.expr], auth: ast.expr, typed: bool) -> Write | None:
    written = _auth(work, auth, typed)
    if written is None:
        return None
    fields: list[Field] = []
    for name in (*_OPENAPI, "default_params", "functions"):
        if name == "auth":
            fields.append(("auth", written, auth))
        elif name in given:
            fields.append(
                plain("default_params" if name.startswith("default") else name, given[name])
            )
    inner = model("OpenApiFunctionDefinition", "", typed, fields)
    return model("OpenApiTool", "openapi", typed, [_one("openapi", inner)])


def _auth(work: Work, node: ast.expr, typed: bool) -> Write | None:
    """How the API is signed in to: in place, or in a variable that only such tools use."""
    literal = work.literal_of(node)
    written = _auth_of(work, literal, typed)
    if written is None or literal is node:
        return written
    variable = work.variable_of(node)
    for use in work.facts.scopes.uses(variable) if variable is not None else ():
        above = work.tree.parents.get(use)
        if isinstance(use.ctx, ast.Load) and not (
            isinstance(above, ast.keyword) and above.arg == "auth"
        ):
            work.block(use, "how the API is signed in to is used for something else, too")
            return None
    work.replace(literal, written)
    return lambda r: r.code(node)


def _auth_of(work: Work, node: ast.expr, typed: bool) -> Write | None:
    name = class_name(work, node)
    fields = fields_of(node)
    kind = None if name or not fields else work.string_value(fields.get("type"))
    if name == "OpenApiAnonymousAuthDetails" or kind == "anonymous":
        return model("OpenApiAnonymousAuthDetails", "anonymous", typed, [])
    scheme = (fields or {}).get("security_scheme")
    inner = fields_of(work.literal_of(scheme)) if scheme is not None else None
    if scheme is not None and work.literal_of(scheme) is not scheme:
        inner = None
    if inner is not None and "connection_id" in inner:
        made = model(
            "OpenApiProjectConnectionSecurityScheme",
            "",
            typed,
            [plain("project_connection_id", inner["connection_id"])],
        )
        return model(
            "OpenApiProjectConnectionAuthDetails",
            "project_connection",
            typed,
            [_one("security_scheme", made)],
        )
    if inner is not None and "audience" in inner:
        made = model(
            "OpenApiManagedSecurityScheme", "", typed, [plain("audience", inner["audience"])]
        )
        return model(
            "OpenApiManagedAuthDetails", "managed_identity", typed, [_one("security_scheme", made)]
        )
    work.block(node, "how the API is signed in to is not given in place")
    return None


# -- Azure Functions -----------------------------------------------------------------------------


def _of_function(work: Work, node: ast.Call, typed: bool) -> Write | None:
    names = ("name", "description", "parameters", "input_queue", "output_queue")
    given = arguments_of(node, names)
    if given is None or not {"name", "parameters", "input_queue", "output_queue"} <= set(given):
        work.block(node, "the function and its queues are not given in place")
        return None
    return azure_function(
        work,
        {k: given[k] for k in ("name", "description", "parameters") if k in given},
        given["input_queue"],
        given["output_queue"],
        typed,
    )


def azure_function(
    work: Work,
    function: dict[str, ast.expr],
    source: ast.expr,
    sink: ast.expr,
    typed: bool,
) -> Write | None:
    bindings = [_binding(work, queue, typed) for queue in (source, sink)]
    if bindings[0] is None or bindings[1] is None:
        return None
    described = model(
        "AzureFunctionDefinitionFunction", "", typed, [plain(k, v) for k, v in function.items()]
    )
    inner = model(
        "AzureFunctionDefinition",
        "",
        typed,
        [
            _one("function", described),
            ("input_binding", bindings[0], source),
            ("output_binding", bindings[1], sink),
        ],
    )
    return model("AzureFunctionTool", "azure_function", typed, [_one("azure_function", inner)])


def _binding(work: Work, queue: ast.expr, typed: bool) -> Write | None:
    literal = work.literal_of(queue)
    fields = fields_of(literal)
    if isinstance(literal, ast.Call) and literal.args:
        fields = None
    if fields is None or set(fields) != set(_QUEUE):
        work.block(queue, "the queue of the function is not given in place")
        return None
    if literal is not queue and not _used_once(work, queue):
        work.block(queue, "the queue is used for something else, too")
        return None
    made = model(
        "AzureFunctionStorageQueue",
        "",
        typed,
        [
            plain("queue_name", fields["queue_name"]),
            plain("queue_service_endpoint", fields["storage_service_endpoint"]),
        ],
    )
    if literal is not queue:
        work.replace(literal, made)
        made = value(queue)
    return model("AzureFunctionBinding", "storage_queue", typed, [("storage_queue", made, None)])


def _used_once(work: Work, node: ast.expr) -> bool:
    variable = work.variable_of(node)
    if variable is None:
        return False
    return sum(isinstance(u.ctx, ast.Load) for u in work.facts.scopes.uses(variable)) == 1


# -- MCP and computer use ------------------------------------------------------------------------


def _of_mcp(work: Work, node: ast.Call, typed: bool) -> Write | None:
    given = arguments_of(node, ("server_label", "server_url", "allowed_tools"))
    if given is None or not {"server_label", "server_url"} <= set(given):
        work.block(node, "the server of this tool is not given in place")
        return None
    allowed = given.get("allowed_tools")
    if isinstance(allowed, ast.List) and not allowed.elts:
        del given["allowed_tools"]  # it meant all of them
    elif allowed is not None and not isinstance(allowed, ast.List):
        work.note("an empty list of allowed tools meant all of them; it means none now")
    return mcp([plain(k, v) for k, v in given.items()], typed)


def mcp(fields: list[Field], typed: bool) -> Write:
    return model("MCPTool", "mcp", typed, fields)


def _of_computer(work: Work, node: ast.Call, typed: bool) -> Write | None:
    given = arguments_of(node, ("display_width", "display_height", "environment"))
    if given is None or len(given) != 3:
        work.block(node, "the display of this tool is not given in place")
        return None
    return model(
        "ComputerUsePreviewTool",
        "computer_use_preview",
        typed,
        [plain(k, v) for k, v in given.items()],
    )


CONSTRUCTORS: dict[str, Callable[[Work, ast.Call, bool], Write | None]] = {
    "AzureFunctionTool": _of_function,
    "BingCustomSearchTool": _of_custom_search,
    "BrowserAutomationTool": _of_browser,
    "ComputerUseTool": _of_computer,
    "FabricTool": _connections(*FABRIC),
    "McpTool": _of_mcp,
    "OpenApiTool": _of_openapi,
    "SharepointTool": _connections(*SHAREPOINT),
}


# -- plain definitions ---------------------------------------------------------------------------


def of_definition(
    work: Work,
    node: ast.expr,
    kind: str,
    fields: dict[str, ast.expr],
    *,
    typed: bool,
    foundry: bool,
) -> Write | None:
    """A definition by ``type``: a dictionary, or a ``…ToolDefinition``; None when it blocks."""
    if kind == "mcp":
        return mcp([plain(k, v) for k, v in fields.items() if k != "type"], typed)
    if not foundry:
        work.block(node, f"OpenAI's service has no tool of type `{kind}`")
        return None
    inner = _read(work, fields.get(kind))
    if inner is None:
        work.block(node, f"what the tool of type `{kind}` uses is not given in place")
        return None
    if kind == "openapi" and {"name", "spec", "auth"} <= set(inner):
        return openapi(work, inner, inner["auth"], typed)
    if kind == "azure_function":
        function = _read(work, inner.get("function"))
        queues = [
            (_read(work, inner.get(name)) or {}).get("storage_queue")
            for name in ("input_binding", "output_binding")
        ]
        if function is not None and queues[0] is not None and queues[1] is not None:
            return azure_function(work, function, queues[0], queues[1], typed)
    if kind in ("bing_grounding", "bing_custom_search"):
        return _search(work, node, kind, inner, typed)
    listed = {"fabric_dataagent": FABRIC, "sharepoint_grounding": SHAREPOINT}.get(kind)
    connections = _elements(work, inner.get("connections") or inner.get("connection_list"))
    if listed is not None and connections:
        ids = [c["connection_id"] for c in connections if set(c) == {"connection_id"}]
        if len(ids) == len(connections):
            return connected(*listed, ids, typed)
    work.block(node, f"a tool of type `{kind}` has to be rebuilt by hand")
    return None


def _search(
    work: Work, node: ast.expr, kind: str, inner: dict[str, ast.expr], typed: bool
) -> Write | None:
    given = inner.get("search_configurations") or inner.get("connections")
    configurations = _elements(work, given)
    known = {"connection_id", "instance_name", *_SEARCH}
    if not configurations or any(
        "connection_id" not in c or not set(c) <= known for c in configurations
    ):
        work.block(node, "the connections of this tool are not given in place")
        return None
    if kind == "bing_custom_search":
        return _custom_search(configurations, typed)
    made = [_configuration("BingGroundingSearchConfiguration", c, typed) for c in configurations]
    parameters = model(
        "BingGroundingSearchToolParameters", "", typed, [_list("search_configurations", *made)]
    )
    return model("BingGroundingTool", kind, typed, [_one(kind, parameters)])


def _read(work: Work, node: ast.expr | None) -> dict[str, ast.expr] | None:
    """The fields of a part that is described in place."""
    return fields_of(node) if node is not None else None


def _elements(work: Work, node: ast.expr | None) -> list[dict[str, ast.expr]]:
    if not isinstance(node, ast.List):
        return []
    found = [fields_of(e) for e in node.elts]
    return [f for f in found if f is not None] if all(f is not None for f in found) else []


# -- what is done to a tool object ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Changes:
    """Uses of a tool object besides its definitions and resources, and what they leave."""

    gone: bool = False
    """A file search that has no vector store left: it is no tool of a definition."""
    more: tuple[Write, ...] = ()
    """Further tools of the same object."""
    fields: tuple[Field, ...] = ()
    """Fields that go into the constructor."""


def changes(work: Work, node: ast.Attribute, literal: ast.Call, typed: bool) -> Changes | None:
    """What is done with a tool object until ``node``; None, unblocked, where that is not known."""
    variable = work.variable_of(node.value)
    if variable is None:
        return Changes()
    known = work.memo.setdefault(f"changes of {work.tree.span(literal).start}", {})
    assert isinstance(known, dict)
    if not known:
        known["found"] = _Found(work, node.value, literal, typed).found()
    found = known["found"]
    if found is None:
        return None
    here = work.tree.span(node).start
    more, fields = found
    if class_name(work, literal) == "FileSearchTool":
        left = _left(work, node, literal)
        if left is None:
            return None
        if not left:
            work.note("a file search without a vector store is left out of the definition")
            return Changes(gone=True)
    return Changes(False, tuple(w for place, w in more if place < here), fields)


def _left(work: Work, node: ast.Attribute, literal: ast.Call) -> list[str] | None:
    """The vector stores that a file search has at a place; None where that is not known."""
    given = arguments_of(literal, ("vector_store_ids",)) or {}
    first = given.get("vector_store_ids")
    variable = work.variable_of(node.value)
    here = work.tree.span(node).start
    calls = []
    for use in work.facts.scopes.uses(variable) if variable is not None else ():
        above = work.tree.parents.get(use)
        if isinstance(above, ast.Attribute) and above.attr in _STORES:
            called = work.tree.parents.get(above)
            if isinstance(called, ast.Call) and work.tree.span(called).start < here:
                calls.append((work.tree.span(called).start, above.attr, called))
    if not any(method == "remove_vector_store" for _, method, _ in calls):
        return ["some"]
    block = work.tree.block_of(work.tree.statement(literal))
    if not isinstance(first, ast.List) or any(isinstance(e, ast.Starred) for e in first.elts):
        return None
    left = [ast.dump(e) for e in first.elts]
    for _, method, called in sorted(calls, key=lambda c: c[0]):
        store = called.args[0] if called.args else called.keywords[0].value
        shape = ast.dump(store)
        if work.tree.block_of(work.tree.statement(called)) is not block:
            return None
        if method == "add_vector_store":
            left.append(shape)
        elif shape in left:
            left.remove(shape)
        else:
            return None
    return left


class _Found:
    """Reads every use of a tool object once."""

    def __init__(self, work: Work, holder: ast.expr, literal: ast.Call, typed: bool) -> None:
        self.work = work
        self.holder = holder
        self.literal = literal
        self.typed = typed
        self.name = class_name(work, literal)
        self.more: list[tuple[int, Write]] = []
        self.fields: dict[str, Field] = {}
        self.headers: list[tuple[ast.expr, ast.expr]] = []

    def found(self) -> tuple[list[tuple[int, Write]], tuple[Field, ...]] | None:
        work = self.work
        variable = work.variable_of(self.holder)
        for use in work.facts.scopes.uses(variable) if variable is not None else ():
            if isinstance(use.ctx, ast.Load) and not self._known(use):
                return None
        if self.headers:
            given = list(self.headers)

            def write(r: Rendering) -> Code:
                items = [Item(r.code(v), f"{r.text(k)}: ") for k, v in given]
                return Brackets("", tuple(items), "{", "}")

            self.fields["headers"] = ("headers", write, None)
            work.note("the headers of an MCP tool are part of the agent's definition: stored")
        return self.more, tuple(self.fields.values())

    def _known(self, use: ast.Name) -> bool:
        work = self.work
        above = work.tree.parents.get(use)
        if not isinstance(above, ast.Attribute):
            return False
        if above.attr in ("definitions", "resources"):
            return True
        if self.name == "McpTool" and above.attr in ("server_label", "server_url") and self.typed:
            return True
        called = work.tree.parents.get(above)
        statement = work.tree.parents.get(called) if called is not None else None
        if not isinstance(called, ast.Call) or not isinstance(statement, ast.Expr):
            return False
        if not self.typed:
            return False
        if self.name == "OpenApiTool" and above.attr == "add_definition":
            added = _added(work, self.holder, self.literal, called, statement)
            if added is not None:
                self.more.append((work.tree.span(statement).start, added))
            return added is not None
        if self.name == "FileSearchTool" and above.attr in _STORES:
            return _store(work, above, called)
        if self.name == "McpTool":
            return self._mcp(above.attr, called, statement)
        return False

    def _mcp(self, method: str, called: ast.Call, statement: ast.Expr) -> bool:
        arguments = called.args
        if called.keywords or not all(isinstance(a, ast.Constant) for a in arguments):
            return False
        if method == "set_approval_mode" and len(arguments) == 1 and not self.fields:
            self.fields["require_approval"] = plain("require_approval", arguments[0])
        elif method == "update_headers" and len(arguments) == 2:
            self.headers.append((arguments[0], arguments[1]))
        else:
            return False
        self.work.remove(statement)
        return True


def is_of_mcp(work: Work, node: ast.expr | None) -> bool:
    """Whether run-time resources are those of an MCP tool: its definition has them now."""
    return (
        isinstance(node, ast.Attribute)
        and node.attr == "resources"
        and class_name(work, work.literal_of(node.value)) == "McpTool"
    )


_STORES = {"add_vector_store": "append", "remove_vector_store": "remove"}


def gets_stores(work: Work, literal: ast.Call) -> bool:
    """Whether vector stores are added to a file search tool after it was made."""
    statement = work.tree.parents.get(literal)
    target = statement.targets[0] if isinstance(statement, ast.Assign) else None
    variable = work.variable_of(target) if target is not None else None
    return variable is not None and any(
        getattr(work.tree.parents.get(u), "attr", "") == "add_vector_store"
        for u in work.facts.scopes.uses(variable)
    )


def extended(write: Write, fields: tuple[Field, ...]) -> Write:
    """A constructor with further fields."""

    def longer(r: Rendering) -> Code:
        code = write(r)
        assert isinstance(code, Brackets)
        items = (*code.items, *(r.item(f"{k}=", w(r), s) for k, w, s in fields))
        return Brackets(code.head, items, below=code.below)

    return longer


def _store(work: Work, method: ast.Attribute, called: ast.Call) -> bool:
    """``tool.add_vector_store(id)`` changes the list of the new tool."""
    if len(called.args) + len(called.keywords) != 1:
        return False
    store = called.args[0] if called.args else called.keywords[0].value
    tool = method.value

    def write(r: Rendering) -> Code:
        items = (Item(r.code(store)),)
        return Brackets(f"{r.operand(tool)}.vector_store_ids.{_STORES[method.attr]}", items)

    work.replace(called, write)
    return True


def _added(
    work: Work, holder: ast.expr, literal: ast.Call, called: ast.Call, statement: ast.Expr
) -> Write | None:
    """``tool.add_definition(…)`` makes a tool of its own, in the same place."""
    given = arguments_of(called, _OPENAPI)
    first = arguments_of(literal, _OPENAPI)
    variable = work.variable_of(holder)
    if given is None or first is None or variable is None:
        return None
    made = work.tree.statement(literal)
    if work.tree.block_of(made) is not work.tree.block_of(statement):
        return None
    auth = given.get("auth", first.get("auth"))
    if auth is None or not {"name", "spec"} <= set(given):
        return None
    if len(work.facts.scopes.bindings(variable)) != 1 or not _stays(work, auth):
        return None
    written = openapi(work, given, auth, typed=True)
    if written is None:
        return None
    names: dict[int, str] = {}

    def name(r: Rendering) -> str:
        if id(r) not in names:
            names[id(r)] = r.fresh(variable.name, literal)
        return names[id(r)]

    def write(r: Rendering) -> Code:
        code = written(r)
        assert isinstance(code, Brackets)
        return Brackets(f"{name(r)} = {code.head}", code.items, below=code.below)

    work.replace(called, write)
    return name


def _stays(work: Work, auth: ast.expr) -> bool:
    variable = work.variable_of(auth)
    if variable is None:
        return isinstance(auth, ast.Call)
    bindings = work.facts.scopes.bindings(variable)
    return len(bindings) == 1 and bindings[0].how is How.ASSIGN
