"""Annotations read by name: ``getattr(note, "url_citation", None)``, ``getattr(cited, "url", "")``.

Where an annotation had no such field, the code got what it gave for that case; a new annotation
that has the field must not change that.

Source: openai 3.54.0 ``openai/types/responses/response_output_text.py``.
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from unspool_rules.catalogue.citations import (
    DETAILS,
    FIELDS,
    INNER,
    NEW_FIELDS,
    OLD_FIELDS,
    SORTS,
)
from unspool_rules.engine.citations.files import use_file, uses_of_id
from unspool_rules.engine.uses.named import leave_out, read_by_name
from unspool_rules.engine.work import Work
from unspool_rules.semantics.types import Inst
from unspool_rules.syntax.guards import is_truth

_OTHERS = "annotations have other attributes now"
_UNTOLD = "which attribute is read here is not known, and annotations have other ones now"
_NOTES = frozenset(INNER.values())
_FIELDS = frozenset().union(*OLD_FIELDS.values(), *NEW_FIELDS.values())

Attribute = Callable[[Work, ast.Attribute, ast.expr, set[str]], None]
"""Plans an attribute of an annotation as if it were read with a dot."""


def asked_note(
    work: Work, call: ast.Call, node: ast.expr, kinds: set[str], attribute: Attribute
) -> None:
    """Plan a ``getattr`` or ``hasattr`` of an annotation, or of what is inside one.

    Args:
        call: The call, with at least two arguments.
        node: What is read, the first of them.
        kinds: The kinds of annotations that it may be.
        attribute: Plans the same field read with a dot.
    """
    name = work.string_value(call.args[1])
    if name is None:
        work.block(call, _UNTOLD)
    elif name in INNER and not kinds & DETAILS.keys():
        _inner(work, call, node, kinds, name)
    elif name == "type" and not kinds & DETAILS.keys():
        return  # each annotation has one: its comparison is planned with that of an attribute
    else:
        _field(work, call, node, kinds, name, attribute)


def _inner(work: Work, call: ast.Call, node: ast.expr, kinds: set[str], name: str) -> None:
    """``getattr(note, "url_citation", None)``: the annotation itself, if it is one of these."""
    given = call.args[2] if len(call.args) > 2 else None
    asked = isinstance(call.func, ast.Name) and call.func.id == "hasattr"
    never = isinstance(given, ast.Constant) and not given.value
    itself = given is not None and ast.dump(given) == ast.dump(node)
    if not (asked or never or itself):
        work.block(call, _OTHERS)
    elif kinds == {INNER[name]} and not asked:
        work.propose(call, lambda r: r.text(node))
    elif asked or (never and is_truth(work.tree, call)):
        work.propose(call, lambda r: f'{r.operand(node)}.type == "{SORTS[name]}"')
    elif given is not None:
        other, test = given, f'.type == "{SORTS[name]}"'
        work.propose(
            call, lambda r: f"({r.text(node)} if {r.operand(node)}{test} else {r.text(other)})"
        )


def _field(
    work: Work, call: ast.Call, node: ast.expr, kinds: set[str], name: str, attribute: Attribute
) -> None:
    if name not in _FIELDS and not _is_plain(work, node, name):
        work.block(call, _OTHERS)
        return
    fates = {_fate(kind, name) for kind in _each(kinds)}
    if fates <= {"same", "neither"}:
        if "same" in fates and name == "file_id" and "path-cited" in kinds:
            for use in uses_of_id(work, call) if kinds == {"path-cited"} else ():
                use_file(work, use)
            if kinds != {"path-cited"}:
                work.block(call, _OTHERS)
    elif fates <= {"new", "neither"} and _is_azure(work, node) and _is_left_out(call):
        leave_out(work, call, name)
    elif fates == {"gone"} and len(call.args) > 2:
        read_by_name(work, call, node, name, kinds, attribute)
    else:
        work.block(call, _OTHERS)


def _each(kinds: set[str]) -> set[str]:
    return (kinds - {"note"}) | (_NOTES if "note" in kinds else set())


def _fate(kind: str, name: str) -> str:
    """What becomes of a field: the same, gone, new, or in neither annotation."""
    sort = DETAILS.get(kind, kind)
    old, new = name in OLD_FIELDS[kind], name in NEW_FIELDS[sort]
    if old and new:
        return "same" if (sort, name) in FIELDS else "gone"
    return "gone" if old else "new" if new else "neither"


def _is_plain(work: Work, node: ast.expr, name: str) -> bool:
    """Whether a name that no annotation has as a field is no method of one, either."""
    return _is_azure(work, node) and not name.startswith("_") and name not in _METHODS


_METHODS = frozenset(dir(dict)) | {
    "as_dict",
    *("model_dump", "model_dump_json", "dict", "json", "to_dict", "to_json"),
}


def _is_left_out(call: ast.Call) -> bool:
    """Whether what is given for a field that is not there can be written in its place."""
    return len(call.args) == 2 or isinstance(call.args[2], ast.Constant)


def _is_azure(work: Work, node: ast.expr) -> bool:
    """Whether a value is certainly one of azure's, which have the fields of their classes."""
    values = work.infer.of(node)
    return bool(values) and all(
        isinstance(t, Inst) and (t.cls == "None" or t.cls.startswith("azure.")) for t in values
    )
