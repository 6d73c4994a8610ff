"""OpenAPI tools, and how their APIs are signed in to.

Sources: azure-ai-agents 1.1.0 and 1.2.0b5 ``azure/ai/agents/models/_patch.py`` and ``_models.py``;
azure-ai-projects 2.10.0 ``azure/ai/projects/models/_models.py``.
"""

from __future__ import annotations

import ast

from unspool_rules.engine.flow.constructed import class_name
from unspool_rules.engine.messages.content import fields_of
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.toolmodels.models import Field, arguments_of, model, one, plain
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering

OPENAPI_PARAMETERS = ("name", "description", "spec", "auth", "default_parameters")


def of_openapi_tool(work: Work, node: ast.Call, typed: bool) -> Writer | None:
    given = arguments_of(node, OPENAPI_PARAMETERS)
    if given is None or not {"name", "spec", "auth"} <= set(given):
        work.block(node, "the API of this tool is not given in place")
        return None
    return openapi(work, given, given["auth"], typed)


def openapi(work: Work, given: dict[str, ast.expr], auth: ast.expr, typed: bool) -> Writer | None:
    written = _auth(work, auth, typed)
    if written is None:
        return None
    fields: list[Field] = []
    for name in (*OPENAPI_PARAMETERS, "default_params", "functions"):
        if name == "auth":
            fields.append(("auth", written, auth))
        elif name == "spec" and typed and name in given and _is_reference(work, given[name]):
            fields.append((name, _as_dict(given[name]), given[name]))
        elif name in given:
            fields.append(
                plain("default_params" if name.startswith("default") else name, given[name])
            )
    inner = model("OpenApiFunctionDefinition", "", typed, fields)
    return model("OpenApiTool", "openapi", typed, [one("openapi", inner)])


def _is_reference(work: Work, spec: ast.expr) -> bool:
    """Whether an API is read by ``jsonref``, whose types are wider than a dictionary.

    The old ``OpenApiTool`` took anything; ``spec`` of the new one is a ``dict[str, Any]``.
    """
    variable = work.variable_of(spec)
    values: list[ast.expr | None] = [spec]
    if variable is not None:
        values += [b.value for b in work.facts.scopes.bindings(variable) if not b.path]
    return any(
        isinstance(value, ast.Call) and ast.unparse(value.func).startswith("jsonref.")
        for value in values
    )


def _as_dict(spec: ast.expr) -> Writer:
    def write(r: Rendering) -> str:
        cast, anything = r.imports.need("typing", "cast"), r.imports.need("typing", "Any")
        return f"{cast}(dict[str, {anything}], {r.text(spec)})"

    return write


def _auth(work: Work, node: ast.expr, typed: bool) -> Writer | None:
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


def _auth_of(work: Work, node: ast.expr, typed: bool) -> Writer | None:
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
            [one("security_scheme", made)],
        )
    if inner is not None and "audience" in inner:
        made = model(
            "OpenApiManagedSecurityScheme", "", typed, [plain("audience", inner["audience"])]
        )
        return model(
            "OpenApiManagedAuthDetails", "managed_identity", typed, [one("security_scheme", made)]
        )
    work.block(node, "how the API is signed in to is not given in place")
    return None
