"""Code interpreter, file search and functions."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from unspool_rules.engine.abroad.exports import is_taken
from unspool_rules.engine.messages.content import fields_of
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.toolmodels import unseen
from unspool_rules.engine.toolmodels.changes import gets_stores
from unspool_rules.engine.toolmodels.declared import declare
from unspool_rules.engine.toolmodels.models import arguments_of
from unspool_rules.engine.work import Work, is_missing
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Code, Item, call, keyword, listing, mapping

DEFINITIONS = {
    "CodeInterpreterToolDefinition": "code_interpreter",
    "FileSearchToolDefinition": "file_search",
    "FunctionToolDefinition": "function",
}


def code_interpreter(
    files: ast.expr | None, typed: bool, attached: Sequence[ast.expr] = ()
) -> Writer:
    """The tool with its files; ``attached`` ones are added to those that it was given."""
    named = listed_files(files, attached)

    def write(r: Rendering) -> Code:
        if typed:
            given = [keyword("file_ids", named(r))] if named is not None else []
            container = call(r.model("AutoCodeInterpreterToolParam"), given)
            return call(r.model("CodeInterpreterTool"), [keyword("container", container)])
        inner: list[tuple[str, Code]] = [("type", '"auto"')]
        if named is not None:
            inner.append(("file_ids", named(r)))
        return mapping([("type", '"code_interpreter"'), ("container", mapping(inner))])

    return write


def listed_files(files: ast.expr | None, attached: Sequence[ast.expr]) -> Writer | None:
    """A list of files with others behind it, each once; None for no file."""
    listed = files.elts if isinstance(files, (ast.List, ast.Tuple)) else []
    known = {ast.dump(value) for value in listed}
    more = [value for value in attached if ast.dump(value) not in known]
    if files is not None and not more:
        return lambda r: r.code(files)
    if not more:
        return None
    unseen = files if files is not None and not isinstance(files, (ast.List, ast.Tuple)) else None

    def write(r: Rendering) -> Code:
        first = [f"*{r.operand(unseen)}"] if unseen is not None else []
        return listing([*first, *(r.code(value) for value in (*listed, *more))])

    return write


def file_search(stores: ast.expr, typed: bool) -> Writer:
    return search_in(lambda r: r.code(stores), typed)


def search_in(stores: Writer, typed: bool) -> Writer:
    def write(r: Rendering) -> Code:
        if typed:
            return call(r.model("FileSearchTool"), [keyword("vector_store_ids", stores(r))])
        return mapping([("type", '"file_search"'), ("vector_store_ids", stores(r))])

    return write


def function_tool(
    work: Work, node: ast.expr, fields: dict[str, ast.expr], typed: bool
) -> Writer | None:
    inner_node = fields.get("function")
    inner = fields_of(work.literal_of(inner_node)) if inner_node is not None else None
    literal = work.literal_of(inner_node) if inner_node is not None else None
    kept = literal is not inner_node and inner_node is not None and not _is_own(work, inner_node)
    if typed and inner_node is not None and (kept or inner is None):
        return _passed_on(work, inner_node)
    if inner is None or "name" not in inner:
        work.block(node, unseen.FUNCTION)
        return None
    assert inner_node is not None and literal is not None
    if kept:
        work.block(inner_node, unseen.FUNCTION_KEPT)
        return None
    for name in set(inner) - {"name", "description", "parameters", "strict"}:
        work.block(inner[name], f"`{name}` of a function tool is not known here")
        return None
    parameters = inner.get("parameters")
    strict = inner.get("strict")

    def write(r: Rendering) -> Code:
        pairs: list[tuple[str, Code, ast.expr | None]] = [
            ("name", r.code(inner["name"]), inner["name"])
        ]
        if "description" in inner:
            pairs.append(("description", r.code(inner["description"]), inner["description"]))
        shown: Code = '{"type": "object", "properties": {}}'
        pairs.append(
            ("parameters", r.code(parameters) if parameters is not None else shown, parameters)
        )
        missing = strict is None or is_missing(strict)
        pairs.append(("strict", "False" if missing or strict is None else r.code(strict), strict))
        if typed:
            return call(r.model("FunctionTool"), [r.item(f"{k}=", c, s) for k, c, s in pairs])
        items = [Item('"function"', '"type": ')]
        items += [r.item(f'"{k}": ', c, s) for k, c, s in pairs]
        return Brackets("", tuple(items), "{", "}")

    if literal is inner_node:
        return write
    work.replace(literal, write)  # the name holds the tool itself now
    if not typed:
        declare(work, inner_node, listed=False)
    return lambda r: r.code(inner_node)


def _passed_on(work: Work, function: ast.expr) -> Writer:
    """A function whose schema is made elsewhere: its fields are those of the tool itself now."""
    work.note("a function's schema from elsewhere is taken as it is: a dictionary with its fields")

    def write(r: Rendering) -> Code:
        items = [Item('"function"', '"type": '), Item("False", '"strict": ')]
        fields = Brackets("", (*items, Item(r.code(function), "**")), "{", "}")
        return call(r.model("FunctionTool"), [Item(fields)])

    return write


def _is_own(work: Work, node: ast.expr) -> bool:
    """Whether nothing else reads the name, here or in another file."""
    variable = work.variable_of(node)
    return variable is not None and work.read_once(node) and not is_taken(work.facts, variable)


def of_code_interpreter_tool(work: Work, node: ast.Call, typed: bool) -> Writer | None:
    given = arguments_of(node, ("file_ids", "data_sources"))
    if given is None or not set(given) <= {"file_ids"}:
        work.block(node, "data sources of the code interpreter have no counterpart")
        return None
    return code_interpreter(given.get("file_ids"), typed)


def of_file_search_tool(work: Work, node: ast.Call, typed: bool) -> Writer | None:
    given = arguments_of(node, ("vector_store_ids",))
    if given == {} and gets_stores(work, node):
        return search_in(lambda _: "[]", typed)
    if given is None or set(given) != {"vector_store_ids"}:
        work.block(node, "file search needs the ids of its vector stores")
        return None
    return file_search(given["vector_store_ids"], typed)
