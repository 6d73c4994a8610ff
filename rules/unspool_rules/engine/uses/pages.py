"""Dumps of listings of messages that are read by key: the listing itself is read instead.

``json.loads(messages.model_dump_json())["data"][0]["content"][0]["text"]["value"]`` is the first
text of the newest message, whose dump has other keys now.
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from unspool_rules.engine.citations.first_images import first_image
from unspool_rules.engine.messages.content import text_test
from unspool_rules.engine.tool_calls.dumps import TEXTS, dumped
from unspool_rules.engine.uses.kinds import value_kind
from unspool_rules.engine.uses.shown import is_spoken
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.engine.writing.writers import attribute_of, text_of
from unspool_rules.semantics.functions import calls_of, parameter_for
from unspool_rules.semantics.types import Inst
from unspool_rules.syntax.bindings import How
from unspool_rules.syntax.layout import Brackets, Code, Item, call, comprehension

_TEXT = ("content", 0, "text", "value")
_IMAGE = ("content", 0, "image_file", "file_id")
_SAME = ("role", "id")
"""Fields of a message that an item has, too."""
_IS_TEXT = text_test(None)
_Planned = list[tuple[ast.expr, Callable[[Rendering], Code]]]


def page_by_keys(work: Work, base: ast.expr) -> bool:
    """Plan what is read of a listing's dump; False where not all of it is known."""
    whole = dumped(work, base)
    if whole is None:
        return False
    dumps = [(whole, base)]
    if isinstance(work.tree.parents.get(whole), ast.Return):
        dumps = _made_by(work, whole, base)
    found = [_read(work, made, given) for made, given in dumps]
    if not found or not all(found):
        return False
    for node, writer in (writing for planned in found for writing in planned or ()):
        work.propose(node, writer)
    work.note("the dump held one page of at most 20 messages; all items are listed now")
    return True


def stays_page(work: Work, base: ast.expr) -> bool:
    """Whether a listing goes on to be a page of the service, and no list."""
    pages = [t.site for t in work.infer.of(base) if isinstance(t, Inst) and value_kind(t) == "page"]
    made = [work.facts.by_call.get(site) for site in pages if site is not None]
    return bool(made) and all(site in work.plan.pages for site in made)


def _made_by(work: Work, whole: ast.expr, base: ast.expr) -> list[tuple[ast.expr, ast.expr]]:
    """The calls of a function that only dumps its parameter, with the listings they are given."""
    function = work.tree.function(whole)
    if not isinstance(function, ast.FunctionDef) or not isinstance(base, ast.Name):
        return []
    said = function.body[1:] if ast.get_docstring(function) else function.body
    found: list[tuple[ast.expr, ast.expr]] = []
    for made, bound in calls_of(work.infer, function):
        given = [*made.args, *(keyword.value for keyword in made.keywords)]
        told = parameter_for(function, given[0], made, bound) if given else None
        if len(given) != 1 or told is None or told.arg != base.id or len(said) != 1:
            return []
        kinds = {value_kind(t) for t in work.infer.of(given[0])}
        if "page" in kinds and not stays_page(work, given[0]):
            found.append((made, given[0]))
    return found


def _read(work: Work, whole: ast.expr, base: ast.expr) -> _Planned | None:
    """What is written for the readings of a dump; None where not all of them are known."""
    places = _places(work, whole)
    planned: _Planned = []
    for place in places or ():
        data = _key(work, place, "data")
        if data is None or not _listed(work, place, data, planned):
            return None
        planned.append((data, text_of(base if place is whole else place)))
    if places and whole not in places:
        planned.append((whole, lambda r: r.text(base)))
    return planned if places else None


def page_shown(work: Work, node: ast.Attribute, base: ast.expr) -> bool:
    """Plan the printed dump of a listing that is a list by then; False where it is not printed."""
    made = work.tree.parents.get(node)
    if not isinstance(made, ast.Call) or made.func is not node or made.args:
        return False
    indent = made.keywords[0] if len(made.keywords) == 1 else None
    if made.keywords and (indent is None or indent.arg != "indent"):
        return False
    if node.attr not in TEXTS or not is_spoken(work, made):
        return False

    def write(r: Rendering) -> Code:
        name = r.inner("item", made)
        items = Brackets(
            "",
            (Item(f"{name}.to_dict()"), Item(r.text(base), f"for {name} in ")),
            "[",
            "]",
            commas=False,
        )
        more = [Item(r.code(indent.value), "indent=")] if indent is not None else []
        return call(f"{r.imports.need_module('json')}.dumps", [Item(items), *more])

    work.claimed.add(node)
    work.propose(made, write)
    work.note("what is shown of a listing is a list of the new items")
    return True


def _places(work: Work, whole: ast.expr) -> list[ast.expr] | None:
    """Where the dump is read: in place, or by the one name that it is given."""
    parent = work.tree.parents.get(whole)
    if not isinstance(parent, ast.Assign):
        return [whole]
    variable = work.variable_of(parent.targets[0])
    if variable is None or len(parent.targets) != 1:
        return None
    bindings = work.facts.scopes.bindings(variable)
    if not all(b.how is How.ASSIGN and _is_such(work, b.value, whole) for b in bindings):
        return None
    return [*work.facts.scopes.reads(variable)]


def _is_such(work: Work, value: ast.expr | None, whole: ast.expr) -> bool:
    """Whether a name holds the dump, or that of another listing that changes with it."""
    if value is whole:
        return True
    text = value.args[0] if isinstance(value, ast.Call) and len(value.args) == 1 else value
    if not isinstance(text, ast.Call) or not isinstance(text.func, ast.Attribute):
        return False
    base = text.func.value
    pages = [t.site for t in work.infer.of(base) if isinstance(t, Inst) and value_kind(t) == "page"]
    return (
        dumped(work, base) is value
        and bool(pages)
        and all(site and work.facts.by_call.get(site) in work.plan.sites for site in pages)
        and not stays_page(work, base)
    )


def _listed(work: Work, place: ast.expr, data: ast.Subscript, planned: _Planned) -> bool:
    """Look at one reading of ``dump["data"]``: an item of it, or a loop over it."""
    parent = work.tree.parents.get(data)
    if isinstance(parent, ast.Subscript) and parent.value is data:
        if isinstance(parent.slice, ast.Slice):
            return False
        return _message(work, parent, planned)
    target = getattr(parent, "target", None)
    if not isinstance(parent, (ast.For, ast.comprehension)) or parent.iter is not data:
        return False
    variable = work.variable_of(target) if isinstance(target, ast.Name) else None
    if variable is None or not all(
        _is_loop_like(work, binding.node, place) for binding in work.facts.scopes.bindings(variable)
    ):
        return False
    loads = work.facts.scopes.reads(variable)
    return all(_message(work, load, planned) for load in loads)


def _is_loop_like(work: Work, target: ast.AST, place: ast.expr) -> bool:
    """Whether a name gets the messages of the same dump, here or in another loop over it."""
    loop = work.tree.parents.get(target)
    if not isinstance(loop, (ast.For, ast.comprehension)) or loop.target is not target:
        return False
    over = loop.iter
    if not isinstance(over, ast.Subscript) or _key(work, over.value, "data") is not over:
        return False
    if over.value is place:
        return True
    variable = work.variable_of(place) if isinstance(place, ast.Name) else None
    return variable is not None and work.variable_of(over.value) == variable


def _message(work: Work, message: ast.expr, planned: _Planned) -> bool:
    """Look at what is read of one message of the dump."""
    fields = {name: _key(work, message, name) for name in _SAME}
    for name, field in fields.items():
        if field is not None:
            planned.append((field, attribute_of(message, name)))
            return True
    image = _path(work, message, _IMAGE)
    if image is not None:
        return first_image(work, image, lambda r: r.operand(message))
    text = _path(work, message, _TEXT)
    if text is None:
        return False

    def write(r: Rendering) -> Code:
        source = f"{r.operand(message)}.content"
        texts = comprehension("part.text", "for part in", source, _IS_TEXT, lazy=True)
        return call("next", [Item(texts), Item('""')])

    planned.append((text, write))
    return True


def _path(work: Work, message: ast.expr, keys: tuple[str | int, ...]) -> ast.expr | None:
    """What is read of a message by these keys, one after the other."""
    current: ast.expr = message
    for key in keys:
        found = _key(work, current, key)
        if found is None:
            return None
        current = found
    return current


def _key(work: Work, node: ast.expr, key: str | int) -> ast.Subscript | None:
    parent = work.tree.parents.get(node)
    if not isinstance(parent, ast.Subscript) or parent.value is not node:
        return None
    given = parent.slice
    return parent if isinstance(given, ast.Constant) and given.value == key else None
