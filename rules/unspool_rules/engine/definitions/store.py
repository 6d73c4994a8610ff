"""The functions by which a program keeps its assistants in a file of its own.

OpenAI's service stores none any more. Where ids of assistants live on, outside the program or
beyond a function of it, ``assistants.json`` takes the place of the service's list: under each id,
what ``responses.create`` takes, and what it does not: name, description, metadata, and when the
assistant was made.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from string import Template

from unspool_rules.engine.definitions.home import FILE, home
from unspool_rules.engine.definitions.store_files import HELPERS, Helper
from unspool_rules.engine.imports.below import put
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering

_IMPORTED = {
    "Any": "typing",
    "Path": "pathlib",
    "SimpleNamespace": "types",
    "AsyncCursorPage": "openai.pagination",
    "SyncCursorPage": "openai.pagination",
    "uuid4": "uuid",
}
_MODULES = ("json", "time")
_PATH = "ASSISTANTS"
_WORDS = re.compile(r"\$(\w+)")


_READER = Helper(
    "definition_of",
    f'''\
def $definition_of(assistant_id: str | None) -> dict[str, $Any]:
    """What `responses.create` takes of an assistant in `{FILE}`."""
    path = $HOME.with_name("{FILE}")
    stored = $json.loads(path.read_text(encoding="utf-8"))[assistant_id]
    apart = ("name", "description", "metadata", "created_at")
    return {{k: v for k, v in stored.items() if k not in apart and v is not None}}
''',
)
"""For a file that only reads definitions.

An id may come from the environment, where it may be missing: each call would be a type error.
"""
_STORE = (
    Helper(
        _PATH,
        f"""\
$ASSISTANTS = $HOME.with_name("{FILE}")
""",
    ),
    Helper(
        "load_assistants",
        '''\
def $load_assistants() -> dict[str, $Any]:
    """The stored assistants, by their ids."""
    if not $ASSISTANTS.exists():
        return {}
    return $json.loads($ASSISTANTS.read_text(encoding="utf-8"))
''',
        (_PATH,),
    ),
    Helper(
        "save_assistants",
        """\
def $save_assistants(stored: dict[str, $Any]) -> None:
    new = $ASSISTANTS.with_suffix(".new")
    new.write_text($json.dumps(stored, indent=2), encoding="utf-8")
    new.replace($ASSISTANTS)
""",
        (_PATH,),
    ),
    Helper(
        "definition_of",
        '''\
def $definition_of(assistant_id: str | None) -> dict[str, $Any]:
    """What `responses.create` takes of a stored assistant."""
    stored = $load_assistants()[str(assistant_id)]
    apart = ("name", "description", "metadata", "created_at")
    return {k: v for k, v in stored.items() if k not in apart and v is not None}
''',
        ("load_assistants",),
    ),
    Helper(
        "stored_assistant",
        """\
def $stored_assistant(assistant_id: str | None) -> $SimpleNamespace:
    unset = {"name": None, "description": None, "instructions": None, "metadata": {}}
    stored = $load_assistants()[str(assistant_id)]
    return $SimpleNamespace(**{**unset, "created_at": 0, **stored, "id": assistant_id})
""",
        ("load_assistants",),
    ),
    Helper(
        "stored_assistants",
        '''\
def $stored_assistants(order: str = "desc") -> list[$SimpleNamespace]:
    """All stored assistants, the newest first."""
    ids = list($load_assistants())
    if order == "desc":
        ids.reverse()
    return [$stored_assistant(assistant_id) for assistant_id in ids]
''',
        ("stored_assistant",),
    ),
    Helper(
        "assistants_page",
        '''\
def $assistants_page(
    order="desc", limit=20, after=None, before=None
) -> list[$SimpleNamespace]:
    """One page of the stored assistants."""
    found = $stored_assistants(order or "desc")
    ids, count = [one.id for one in found], int(limit or 20)
    first = ids.index(after) + 1 if after else 0
    last = ids.index(before) if before else len(ids)
    return found[max(first, last - count) : last] if before else found[first:][:count]
''',
        ("stored_assistants",),
    ),
    Helper(
        "page_of_assistants",
        '''\
def $page_of_assistants(order="desc", limit=20, after=None, before=None) -> $Any:
    """One page of the stored assistants, which says whether there are more."""

    class Page(list[$SimpleNamespace]):
        has_more = False
        first_id = last_id = None

    found = $stored_assistants(order or "desc")
    ids, count = [one.id for one in found], int(limit or 20)
    first = ids.index(after) + 1 if after else 0
    last = ids.index(before) if before else len(ids)
    page = Page(found[max(first, last - count) : last] if before else found[first:][:count])
    page.has_more = last - first > count
    if page:
        page.first_id, page.last_id = page[0].id, page[-1].id
    return page
''',
        ("stored_assistants",),
    ),
    Helper(
        "store_assistant",
        '''\
def $store_assistant(**fields: $Any) -> $SimpleNamespace:
    """Stores a new assistant under an id of its own."""
    assistant_id = f"asst_{$uuid4().hex}"
    fields["created_at"] = int($time.time())
    $save_assistants({**$load_assistants(), assistant_id: fields})
    return $stored_assistant(assistant_id)
''',
        ("save_assistants", "stored_assistant"),
    ),
    Helper(
        "change_assistant",
        '''\
def $change_assistant(assistant_id: str | None, **fields: $Any) -> $SimpleNamespace:
    """Stores new fields of an assistant; the others stay."""
    stored = $load_assistants()
    stored[str(assistant_id)].update(fields)
    $save_assistants(stored)
    return $stored_assistant(assistant_id)
''',
        ("save_assistants", "stored_assistant"),
    ),
    Helper(
        "search_in",
        '''\
def $search_in(assistant_id: str | None, vector_store_ids: list[$Any]) -> list[$Any]:
    """The tools of a stored assistant, with file search in these vector stores."""
    tools = $load_assistants()[str(assistant_id)].get("tools") or []
    search = next((tool for tool in tools if tool["type"] == "file_search"), {})
    others = [tool for tool in tools if tool is not search]
    given = {"type": "file_search", "vector_store_ids": vector_store_ids}
    return [*others, {**search, **given}]
''',
        ("load_assistants",),
    ),
    Helper(
        "beside_search",
        '''\
def $beside_search(assistant_id: str | None, tools: list[$Any]) -> list[$Any]:
    """Tools of a stored assistant beside the file search that it has."""
    known = $load_assistants()[str(assistant_id)].get("tools") or []
    return [*tools, *(tool for tool in known if tool["type"] == "file_search")]
''',
        ("load_assistants",),
    ),
    Helper(
        "with_resources",
        '''\
def $with_resources(assistant_id: str | None, tools: list[$Any]) -> list[$Any]:
    """Tools of a stored assistant with the files and vector stores that it has for them.

    File search that has nothing to search in is left out.
    """
    known = $load_assistants()[str(assistant_id)].get("tools") or []
    had = {tool["type"]: tool for tool in known}
    found = []
    for tool in tools:
        before = had.get(tool["type"], {})
        if tool["type"] == "file_search" and not tool.get("vector_store_ids"):
            if not before.get("vector_store_ids"):
                continue
            tool = {**tool, "vector_store_ids": before["vector_store_ids"]}
        elif tool["type"] == "code_interpreter" and before:
            box = tool.get("container", {"type": "auto"})
            if isinstance(box, dict) and not box.get("file_ids"):
                tool = {**tool, "container": before.get("container", box)}
        found.append(tool)
    return found
''',
        ("load_assistants",),
    ),
    *HELPERS,
    Helper(
        "remove_assistant",
        """\
def $remove_assistant(assistant_id: str | None) -> $SimpleNamespace:
    stored = $load_assistants()
    del stored[str(assistant_id)]
    $save_assistants(stored)
    return $SimpleNamespace(id=assistant_id, deleted=True)
""",
        ("load_assistants", "save_assistants"),
    ),
)


def helper(r: Rendering, name: str) -> str:
    """The name of a function of the store; the module gets those that it needs and has not."""
    if not r.facts.keeps_assistants:
        return _written(r, (_READER,), [name])[name]
    needed = r.facts.store_helpers.items()
    here = {n for site, names in needed if r.tree.part_of(site.func) == r.part for n in names}
    return _written(r, _STORE, here | {name})[name]


def _written(r: Rendering, helpers: tuple[Helper, ...], wanted: Iterable[str]) -> dict[str, str]:
    by_name = {one.name: one for one in helpers}
    needed: set[str] = set()
    stack = list(wanted)
    while stack:
        name = stack.pop()
        if name not in needed:
            needed.add(name)
            if _known(r, name) is None:
                stack += by_name[name].needs
    first = r.module.body[0]
    names = {n: _known(r, n) or r.made_at(n, first) for n in by_name if n in needed}
    for one in helpers:
        if one.name in needed and _known(r, one.name) is None:
            put(r, _filled(r, one, names))
    return names


def _filled(r: Rendering, one: Helper, names: dict[str, str]) -> str:
    given = dict(names)
    for word in _WORDS.findall(one.code):
        if word == "HOME":
            given[word] = home(r)
        elif word in _IMPORTED:
            given[word] = r.imports.need(_IMPORTED[word], word)
        elif word in _MODULES:
            given[word] = r.imports.need_module(word)
    return Template(one.code).substitute(given)


def _known(r: Rendering, name: str) -> str | None:
    """The name of a helper that an earlier migration wrote."""
    return name if name in _written_before(r.module) else None


@lru_cache(maxsize=4)  # asked for each function of each call
def _written_before(module: ast.Module) -> frozenset[str]:
    """Helpers that a module has: they read the file, or go through others that do."""
    found: set[str] = set()
    names = {one.name for one in (*_STORE, _READER)}
    for statement in module.body:
        name = _bound(statement)
        if name in names and any(
            (isinstance(node, ast.Constant) and node.value == FILE)
            or (isinstance(node, ast.Name) and node.id in found)
            for node in ast.walk(statement)
        ):
            found.add(name)
    return frozenset(found)


def _bound(statement: ast.AST) -> str:
    """The name that an assignment or a definition binds first."""
    targets = statement.targets if isinstance(statement, ast.Assign) else [statement]
    return str(getattr(targets[0], "name", getattr(targets[0], "id", "")))


def _around(work: Work, node: ast.AST) -> Iterator[ast.AST]:
    return (a for a in work.tree.ancestors(node) if isinstance(a, (ast.Assign, ast.FunctionDef)))


def refuse_other_file(work: Work, place: ast.expr) -> None:
    """Block where the program has a file of that name for something else."""
    for node in work.tree.of(ast.Constant):
        value = node.value
        if not isinstance(value, str) or not value.endswith(FILE):
            continue
        if re.split(r"[\\/]", value)[-1] != FILE:
            continue
        above = work.tree.parents.get(node)
        func = above.func if isinstance(above, ast.Call) else None
        beside = isinstance(func, ast.Attribute) and func.attr == "with_name"
        module = work.tree.module_of(node)
        ours = any(_bound(s) in _written_before(module) for s in _around(work, node))
        if not beside and not ours:
            work.block(
                place,
                f"the program has an `{FILE}` of its own, and its assistants of OpenAI would have "
                "to be kept in a file of that name: give the other one another name",
            )
            return


__all__ = ["FILE", "helper", "refuse_other_file"]
