"""Arguments of stored assistants that are unpacked and not in view: ``create(**fields)``.

What such arguments may be is known all the same, so a function of the program gives them the form
that the program's own file has.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping

from unspool_rules.engine.definitions.store import helper
from unspool_rules.engine.flow.absent import is_plain, may_be_none
from unspool_rules.engine.imports.below import function
from unspool_rules.engine.messages.content import fields_of
from unspool_rules.engine.operations.agents.definition_fields import Fields
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tools.shaped_formats import text_function
from unspool_rules.engine.tools.shaped_tools import tools_function
from unspool_rules.engine.work import Work, is_empty
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Code, Item, mapping
from unspool_rules.syntax.names import last_name

_NAME = "assistant_fields"
_MEANING = "An assistant's fields in the shape that responses take."
_FUNCTION = '''def {name}(given, before=None) -> dict[str, {any}]:
    """{meaning}"""
    fields = dict(given)
    found = fields.pop("tool_resources", None) or {{}}
{models}    had = {{tool["type"]: tool for tool in before or ()}}
    code = found.get("code_interpreter") or had.get("code_interpreter", {{}}).get("container")
    files = code.get("file_ids", ()) if isinstance(code, dict) else ()
    search = found.get("file_search") or had.get("file_search", {{}})
    stores = search.get("vector_store_ids", ())
    if "tools" in fields:
        fields["tools"] = {tools}(fields["tools"], files, stores)
    elif found:
        kinds = [kind for kind in found if kind in had or kind == "file_search"]
        new = {tools}([{{"type": kind}} for kind in kinds], files, stores)
        kept = [tool for tool in before or () if tool["type"] not in found]
        fields["tools"] = kept + [{{**had.get(tool["type"], {{}}), **tool}} for tool in new]
    bare = {{"type": "file_search", "vector_store_ids": []}}
    if "tools" in fields:
        fields["tools"] = [tool for tool in fields["tools"] if tool != bare]
    if "response_format" in fields:
        fields["text"] = {text}(fields.pop("response_format"))
    if "reasoning_effort" in fields:
        fields["reasoning"] = {{"effort": fields.pop("reasoning_effort")}}
    return fields
'''
_MODELS = """\
    if not isinstance(found, dict):
        found = found.to_dict(exclude_none=True)
"""
_METHODS = ("create", "create_and_poll", "upload_and_poll", "poll")
_DOING = (ast.Await, ast.NamedExpr, ast.Yield, ast.YieldFrom, ast.Lambda)
_SHAPED = frozenset(
    {"tools", "tool_resources", "response_format", "reasoning_effort", "file_ids", "body"}
)
"""Arguments whose form depends on each other."""
_OTHER = frozenset({"NOT_GIVEN", "NotGiven", "not_given", "omit", "Omit"})
"""What the file may put into such a dictionary that nothing could store."""


def opaque_of(work: Work, site: Site) -> ast.expr | None:
    """What a call unpacks, to be shaped when the program runs; it counts as dealt with.

    Returns:
        None where it unpacks nothing, or what has no form that is certain.
    """
    if _SHAPED & site.arguments.keys():
        return None
    value = unpacked_by(work, site)
    if value is not None:
        work.note(
            f"`{_NAME}` gives fields that are not in view here their new shape when the program "
            "runs; options of the request among them would be stored, too"
        )
    return value


def unpacked_by(work: Work, site: Site) -> ast.expr | None:
    """The one mapping that a call unpacks, which counts as dealt with; None where it may be odd."""
    value = site.unpacked[0] if len(site.unpacked) == 1 else None
    if value is None or not isinstance(work.tree.parents.get(value), ast.keyword):
        return None
    said = (last_name(n) for n in work.tree.of(ast.Name, ast.Attribute) if isinstance(n, ast.expr))
    if any(name in _OTHER for name in said) or _may_have_files(work):
        return None
    site.unpacked.clear()
    return value


def _may_have_files(work: Work) -> bool:
    """Whether something in the file may put the ``file_ids`` of Assistants v1 into a mapping.

    Those of the code interpreter are in its resources, and calls of the SDK have their own.
    """
    for node in work.tree.of(ast.Constant, ast.keyword):
        above = work.tree.parents.get(node)
        if isinstance(node, ast.Constant) and node.value == "file_ids":
            if not _is_of_code(work, above) and not isinstance(above, ast.Expr):
                return True
        elif isinstance(node, ast.keyword) and node.arg == "file_ids":
            if not isinstance(above, ast.Call) or not isinstance(above.func, ast.Attribute):
                return True
            if last_name(above.func) not in _METHODS:
                return True
    return False


def _is_of_code(work: Work, given: ast.AST | None) -> bool:
    """Whether a dictionary is what the resources of a tool are."""
    if isinstance(given, ast.Subscript):
        return "code_interpreter" in ast.unparse(given.value)
    if not isinstance(given, ast.Dict):
        return False
    above = work.tree.parents.get(given)
    if isinstance(above, ast.keyword):
        return above.arg == "code_interpreter"
    if isinstance(above, ast.Assign):
        return "code_interpreter" in ast.unparse(above.targets[0])
    if not isinstance(above, ast.Dict):
        return False
    keys = [k for k, v in zip(above.keys, above.values, strict=True) if v is given]
    return bool(keys) and isinstance(keys[0], ast.Constant) and keys[0].value == "code_interpreter"


def with_opaque(
    work: Work, site: Site, fields: Fields, opaque: ast.expr, agent: ast.expr | None
) -> Fields:
    """``**assistant_fields(fields)`` beside the other fields.

    Args:
        agent: the id of an assistant that has tools already.
    """

    def unpacked(r: Rendering) -> Code:
        if agent is None or agent not in work.facts.unpacked:
            return r.code(opaque)
        key, value = r.inner("key", opaque), r.inner("value", opaque)
        each = f"{key}: {value} for {key}, {value} in {r.text(opaque)}.items()"
        return f'{{{each} if {key} != "assistant_id"}}'

    return _with_shaped(work, site, fields, (opaque,), unpacked, agent)


def resources_later(work: Work, site: Site) -> tuple[ast.expr | None, ast.expr] | None:
    """Tools and resources that say only when the program runs which of them belong together."""
    tools, given = site.arguments.get("tools"), site.arguments.get("tool_resources")
    if given is None or is_empty(given) or {"file_ids", "body"} & site.arguments.keys():
        return None
    if isinstance(given, ast.Attribute) and given.attr == "resources":
        return None
    fields = fields_of(work.literal_of(given))
    if tools is None:  # of stores alone, the new tool is made in place
        return (None, given) if site.operation == "agent.update" and _has_files(fields) else None
    if fields is not None or any(isinstance(n, _DOING) for n in ast.walk(given)):
        return None
    if site.operation == "agent.update" and not _is_something(work, tools):
        return None
    return tools, given


def _is_something(work: Work, tools: ast.expr) -> bool:
    """Whether an update certainly gives tools: without any, those of before would stay."""
    known = is_plain(tools) or isinstance(tools, ast.List)
    return known and not is_empty(tools) and not may_be_none(work, tools)


def _has_files(fields: Mapping[str, ast.expr] | None) -> bool:
    return fields is None or "code_interpreter" in fields


def with_resources_later(
    work: Work,
    site: Site,
    fields: Fields,
    later: tuple[ast.expr | None, ast.expr],
    agent: ast.expr | None,
) -> Fields:
    """``**assistant_fields({"tools": tools, "tool_resources": …})`` beside the other fields."""
    work.note(
        f"`{_NAME}` gives tools and resources that are not in view here their new shape when the "
        "program runs; a file search needs the ids of its vector stores"
    )

    tools, given = later

    def both(r: Rendering) -> Code:
        pairs = [("tools", r.code(tools))] if tools is not None else []
        return mapping([*pairs, ("tool_resources", r.code(given))])

    used = (given,) if tools is None else (tools, given)
    return _with_shaped(work, site, fields, used, both, agent)


def _with_shaped(
    work: Work,
    site: Site,
    fields: Fields,
    used: tuple[ast.expr, ...],
    given: Writer,
    agent: ast.expr | None,
) -> Fields:
    if agent is not None:
        if not is_plain(agent):
            work.block(agent, "give the id a name first: it is needed twice here")
        work.facts.store_helpers.setdefault(site, set()).add("definition_of")

    def write(r: Rendering) -> list[tuple[ast.expr, Item]]:
        models = _MODELS if r.facts.reads_models else ""
        parts = {"tools": tools_function(r), "text": text_function(r), "models": models}
        name = function(r, _NAME, _MEANING, _FUNCTION, None, **parts)
        items = [Item(given(r))]
        if agent is not None:
            items.append(Item(f'{helper(r, "definition_of")}({r.text(agent)}).get("tools")'))
        item = r.item("**", Brackets(name, tuple(items)), *used)
        return [*fields.write(r), (used[-1], item)]

    return Fields(write, (*fields.used, *used))


__all__ = ["opaque_of", "resources_later", "unpacked_by", "with_opaque", "with_resources_later"]
