"""Imports that a change needs, and those that it leaves without a use."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from functools import cached_property
from itertools import groupby

from unspool_rules.catalogue.symbols import is_legacy_name
from unspool_rules.engine.commented_imports import without
from unspool_rules.engine.exports import exported
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.import_blocks import asked_only_by, emptied
from unspool_rules.engine.import_lines import (
    comments_in,
    from_text,
    import_text,
    local_name,
    module_of,
    names_in,
    order,
    section_of,
    sort_key,
    spelled,
)
from unspool_rules.engine.import_places import Places
from unspool_rules.model import Edit, Span
from unspool_rules.semantics import outlines
from unspool_rules.syntax.scopes import How

_REPLACED = frozenset(
    {
        *("openai", "azure.ai.projects", "azure.ai.projects.aio", "azure.ai.inference.models"),
        *("azure.core.paging", "azure.core.async_paging", "openai.pagination"),
    }
)
"""Modules whose clients and pages give way to others."""


class ImportPlan:
    """Collects needed names while code is written; settles the import statements at the end."""

    def __init__(self, facts: Facts, aliased: frozenset[str] = frozenset(), part: int = 0) -> None:
        self._facts = facts
        self._tree = facts.tree
        self._part = part
        self._module = facts.tree.modules[part]
        self._places = Places(facts.tree, part)
        self._aliased = aliased
        self._needed: dict[str, dict[str, str]] = {}
        self._plain: dict[str, str] = {}
        self.dropped: set[ast.alias] = set()
        self.conflicts: dict[str, ast.alias] = {}
        """Needed names that a legacy import has as well, if only for its uses that are to go."""
        self.gone: set[ast.alias] = set()
        """Names that are imported no more."""
        self._renamed: dict[ast.alias, tuple[str, str]] = {}

    def rename(self, alias: ast.alias, name: str, local: str) -> None:
        """Import ``name`` in the place of another name of the same module, locally as ``local``."""
        self._renamed[alias] = name, local

    def _names(self, aliases: list[ast.alias]) -> dict[str, str]:
        """Imported names and what they are called locally, after renaming."""
        pairs = (self._renamed.get(a, (a.name, a.asname or a.name)) for a in aliases)
        return dict(pairs)

    def need(self, module: str, name: str) -> str:
        """The local name of ``module.name``; imported when it is not yet."""
        existing = self._existing(module, name)
        if existing is not None and existing not in self._hidden:
            return existing
        local = f"New{name}" if name in self._aliased else name
        if name in self._hidden or name in self._others(module) or self._is_needed(module, name):
            local = self._another(module, name)
        self._needed.setdefault(module, {})[name] = local
        return local

    def take(self, module: str, name: str, local: str) -> None:
        """Import a name that another import had, locally as before."""
        self._needed.setdefault(module, {})[name] = local

    def _is_needed(self, module: str, name: str) -> bool:
        """Whether new code has the name from another module already."""
        return any(name in names.values() for m, names in self._needed.items() if m != module)

    def _another(self, module: str, name: str) -> str:
        """What to call a thing where its own name means something else."""
        if not name[:1].isupper():
            return f"{module.rpartition('.')[2]}_{name}"
        if module.endswith(".aio"):
            return f"Async{name}"
        other = f"{module}.aio"
        beside = name in self._needed.get(other, ()) or self._existing(other, name) == name
        return f"{'Sync' if beside else 'New'}{name}"

    def need_module(self, name: str) -> str:
        """The local name of a module, imported when it is not yet."""
        for node in self._imports():
            if isinstance(node, ast.Import):
                for alias in node.names:
                    local = alias.asname or alias.name
                    if alias.name == name and local not in self._hidden:
                        return local
        self._plain[name] = f"{name}_module" if name in self._hidden | self._others(name) else name
        return self._plain[name]

    @cached_property
    def _hidden(self) -> frozenset[str]:
        """Names that the file sets itself somewhere, where an import of the name is not seen."""
        return frozenset(
            name
            for scope in self._facts.scopes.of_node.values()
            if not isinstance(scope.node, ast.ClassDef) and self._is_mine(scope.node)
            for name, bindings in scope.bindings.items()
            if any(b.how is not How.IMPORT for b in bindings)
        )

    def _others(self, module: str) -> frozenset[str]:
        """Names that are imported from elsewhere, and are not of the old SDKs."""
        return frozenset(
            local_name(alias)
            for node in self._statements()
            if not (isinstance(node, ast.ImportFrom) and node.module == module)
            for alias in node.names
            if not self._is_legacy(node, alias)
            and not (isinstance(node, ast.Import) and alias.name == module)
        )

    def _is_mine(self, node: ast.AST) -> bool:
        return self._tree.module_of(node) is self._module

    def _statements(self) -> list[ast.Import | ast.ImportFrom]:
        """The import statements of the module, wherever they stand."""
        return [n for n in self._tree.of(ast.Import, ast.ImportFrom) if self._is_mine(n)]

    def _imports(self) -> list[ast.Import | ast.ImportFrom]:
        """Early import statements at the top level of the module (also inside ``try``)."""
        found = []
        stack: list[ast.AST] = list(self._module.body)
        while stack:
            node = stack.pop(0)
            if isinstance(node, (ast.Import, ast.ImportFrom)) and self._is_early(node):
                found.append(node)
            elif isinstance(node, ast.Try):
                stack += [n for n in ast.iter_child_nodes(node) if isinstance(n, ast.stmt)]
        return found

    def _is_early(self, node: ast.stmt) -> bool:
        """Whether an import stands before all code that can need what it imports."""
        return self._tree.span(node).start < self.first_use

    @cached_property
    def first_use(self) -> int:
        """Where the code begins that can be rewritten; a function counts from its first line."""
        starts = [self._tree.extent(self._part).end]
        nodes = [*(s.func for s in self._facts.sites), *(r.node for r in self._facts.references)]
        for node in nodes:
            if not self._is_mine(node):
                continue
            above = [node, *self._tree.ancestors(node)]
            if not any(isinstance(a, (ast.Import, ast.ImportFrom)) for a in above):
                starts.append(self._tree.span(self._top(node)).start)
        return min(starts)

    def _top(self, node: ast.AST) -> ast.AST:
        """The statement of the module that a node stands in."""
        for above in self._tree.ancestors(node):
            if isinstance(above, ast.Module):
                break
            node = above
        return node

    def _existing(self, module: str, name: str) -> str | None:
        for node in self._imports():
            if isinstance(node, ast.ImportFrom) and node.module == module and not node.level:
                for alias in node.names:
                    known = self._renamed.get(alias, (alias.name, alias.asname or alias.name))
                    if known[0] == name:
                        return known[1]
        return None

    def edits(self, changed: str, newline: str, written: Sequence[Edit] = ()) -> list[Edit]:
        """Edits of the import statements, as places in the original text.

        Args:
            changed: the module's text after all other edits, by which uses are counted.
            newline: the file's line end.
            written: these other edits; what they write anew keeps its imports, or has none.
        """
        before = names_in(self._module)
        try:
            after = names_in(ast.parse(changed.removeprefix("\ufeff")))
        except (SyntaxError, ValueError) as error:
            raise SyntaxError(f"a fix made invalid code: {error}") from error
        edits: list[Edit] = []
        removed: set[ast.stmt] = set()
        adds = {module: dict(names) for module, names in self._needed.items()}
        needed = {local for names in adds.values() for local in names.values()}
        statements = self._statements()

        def going() -> dict[ast.stmt, list[ast.alias]]:
            return {node: self._going(node, before, after, written) for node in statements}

        goes = going()
        blocks = emptied(self._tree, statements, lambda n: len(goes.get(n, ())) == len(_names(n)))
        if blocks:
            after -= set(asked_only_by(self._tree, blocks))
            goes = going()
        for node in statements:
            gone = goes[node]
            kept = [a for a in node.names if a not in gone]
            self.gone.update(gone)
            self.conflicts |= {
                local_name(a): a
                for a in kept
                if local_name(a) in needed and self._is_legacy(node, a) and self._may_go(node, a)
            }
            gone += self._doubled(node, kept)
            kept = [a for a in kept if a not in gone]
            if gone and self._tree.parents[node] in blocks:
                removed.add(node)
            elif gone:
                edits += self._shrink(node, kept, adds, removed, newline)
        edits += [self._without(block, newline) for block in blocks]
        edits += self._add(adds, removed, newline)
        edits += self._renames(edits)
        edits = [Edit(e.span, re.sub(r"\r?\n", newline, e.text)) for e in edits]
        return self._without_blank_lines(edits, written)

    def _going(
        self,
        node: ast.Import | ast.ImportFrom,
        before: set[str],
        after: set[str],
        written: Sequence[Edit],
    ) -> list[ast.alias]:
        """The names of one import that nothing reads any more."""
        span = self._tree.span(node)
        anew = any(e.span.start < span.start and span.end <= e.span.end for e in written)
        return [
            alias
            for alias in node.names
            if alias in self.dropped
            or (
                self._may_go(node, alias)
                and local_name(alias) in before
                and local_name(alias) not in after
                and local_name(alias) not in self.exported
                and not (anew and not self._is_legacy(node, alias))
            )
        ]

    def _without(self, statement: ast.stmt, newline: str) -> Edit:
        """The lines of a statement go; its comments stay."""
        span, lines = self._tree.span(statement), self._tree.lines
        start, end = lines.line_start(span.start), lines.line_end(span.end)
        said = comments_in(self._tree.source[span.start : end])
        return Edit(
            Span(start, end), "".join(f"{self._tree.indent(statement)}{c}{newline}" for c in said)
        )

    def _without_blank_lines(self, edits: list[Edit], written: Sequence[Edit]) -> list[Edit]:
        """Where a whole paragraph of imports goes, one of the blank lines around it goes, too."""
        source, lines = self._tree.source, self._tree.lines
        first, last = self._tree.extent(self._part).start, self._tree.extent(self._part).end
        found: list[Edit] = []
        gone = 0
        for edit in sorted(edits, key=lambda e: e.span):
            start, end = edit.span.start, edit.span.end
            if not edit.text and start < end and lines.line_start(start) == start:
                gone = gone if found and found[-1].span.end == start else start
                before = source[lines.line_start(gone - 1) : gone] if gone > first else ""
                after = source[end : lines.line_end(end)] if end < last else "x"
                below = lines.line_end(end)
                used = any(end <= e.span.start < below for e in (*edits, *written)) or (
                    bool(found) and found[-1].span.end == start and bool(found[-1].text)
                )
                if not before.strip() and not after.strip() and not used:
                    end = below
            found.append(Edit(Span(start, end), edit.text))
        return found

    def _doubled(self, node: ast.Import | ast.ImportFrom, kept: list[ast.alias]) -> list[ast.alias]:
        """Renamed names that the same statement imports already; comments keep them there."""
        if "#" in self._tree.segment(node):
            return []
        seen: set[tuple[str, str]] = set()
        doubled = []
        for alias in sorted(kept, key=lambda a: a in self._renamed):
            pair = self._renamed.get(alias, (alias.name, alias.asname or alias.name))
            if pair in seen and alias in self._renamed:
                doubled.append(alias)
            seen.add(pair)
        return doubled

    def _renames(self, edits: list[Edit]) -> list[Edit]:
        """Renamed names in statements that nothing else rewrites; sorted where they were."""
        found: list[Edit] = []
        for node in self._statements():
            span = self._tree.span(node)
            if not any(a in self._renamed for a in node.names) or any(
                e.span.start <= span.start and span.end <= e.span.end for e in edits
            ):
                continue
            old = [self._tree.segment(a) for a in node.names]
            new = [
                spelled(*self._renamed[a]) if a in self._renamed else text
                for a, text in zip(node.names, old, strict=True)
            ]
            if "#" not in self._tree.segment(node) and old == sorted(old, key=order):
                new.sort(key=order)
            found += [
                Edit(self._tree.span(a), text)
                for a, text, before in zip(node.names, new, old, strict=True)
                if text != before
            ]
        return found

    def _may_go(self, node: ast.Import | ast.ImportFrom, alias: ast.alias) -> bool:
        """Only what migrations make useless is taken away: legacy names, clients, what ships
        with Python; an import from elsewhere may be there for what it does.
        """
        if self._is_legacy(node, alias):
            return True
        if isinstance(node, ast.Import):
            return alias.name == "openai" or section_of(alias.name) == 1
        if node.module == "typing_extensions":
            return alias.name == "override"
        if node.module in _REPLACED:
            return True
        return not node.level and section_of(node.module or "") == 1

    def _is_legacy(self, node: ast.Import | ast.ImportFrom, alias: ast.alias) -> bool:
        if isinstance(node, ast.Import):
            return is_legacy_name(alias.name)
        if node.level or not node.module or not outlines.is_ours(node.module):
            return False
        name = f"{node.module}.{alias.name}"
        return is_legacy_name(outlines.canonical(name) or name)

    @cached_property
    def exported(self) -> set[str]:
        """The names in ``__all__``."""
        return exported(self._module)

    def _shrink(
        self,
        node: ast.Import | ast.ImportFrom,
        kept: list[ast.alias],
        adds: dict[str, dict[str, str]],
        removed: set[ast.stmt],
        newline: str,
    ) -> list[Edit]:
        """Take names out of one import; a whole import makes room for what is to be added."""
        span = self._tree.span(node)
        segment = self._tree.source[span.start : span.end]
        if kept:
            if "#" in segment:
                others = {a: spelled(*new) for a, new in self._renamed.items()}
                return [Edit(span, without(self._tree, node, set(node.names) - {*kept}, others))]
            more = adds.pop(node.module or "", {}) if isinstance(node, ast.ImportFrom) else {}
            if isinstance(node, ast.ImportFrom):
                source = "." * node.level + (node.module or "")
                text = from_text(source, self._names(kept) | more)
            else:
                text = import_text(node, kept, more)
            return [Edit(span, text.replace("\n", f"\n{self._tree.indent(node)}"))]
        block = self._tree.block_of(node)
        if node in self._module.body or any(s not in removed for s in block if s is not node):
            if not self._tree.stands_alone(node):
                return []
            start = self._tree.lines.line_start(span.start)
            end = self._tree.lines.line_end(span.end)
            tail = self._tree.source[span.end : end].strip()
            inner = list(comments_in(segment)) + ([tail] if tail.startswith("#") else [])
            indent = self._tree.source[start : span.start]
            replacement = ""
            if node in self._module.body and isinstance(node, ast.ImportFrom) and adds:
                module = self._successor(node, adds)
                if module is not None:
                    replacement = (
                        "".join(c + newline for c in inner)
                        + from_text(module, adds.pop(module))
                        + newline
                    )
                    removed.add(node)
                    return [Edit(Span(start, end), replacement)]
            removed.add(node)
            text = "".join(indent + c + newline for c in inner)
            return [Edit(Span(start, end), text)]
        return [] if "#" in segment else [Edit(span, "pass")]

    def _successor(self, node: ast.ImportFrom, adds: dict[str, dict[str, str]]) -> str | None:
        """The needed module that best takes an import's line."""
        module = node.module or ""
        if module.startswith("azure.ai"):
            want_models = module.endswith("models")
            for candidate in adds:
                if candidate.endswith("models") == want_models and candidate.startswith("azure.ai"):
                    if self._statement_for(candidate) is None:
                        return candidate if self._places.fits(node, candidate) else None
        return None

    def _statement_for(self, module: str) -> ast.ImportFrom | None:
        for node in self._module.body:
            if isinstance(node, ast.ImportFrom) and node.module == module and not node.level:
                if node.names[0].name != "*" and self._is_early(node):
                    return node
        return None

    def _add(
        self, adds: dict[str, dict[str, str]], removed: set[ast.stmt], newline: str
    ) -> list[Edit]:
        edits: list[Edit] = []
        lines: list[str] = []
        for module in sorted(adds):
            node = self._statement_for(module)
            if node is not None and node not in removed and "#" not in self._tree.segment(node):
                names = self._names(node.names) | adds[module]
                edits.append(Edit(self._tree.span(node), from_text(module, names)))
            else:
                lines.append(from_text(module, adds[module]))
        for name in sorted(self._plain):
            local = self._plain[name]
            lines.append(f"import {name}" if local == name else f"import {name} as {local}")
        present = {section_of(module_of(node)) for node in self._places.run}
        for section, group in groupby(sorted(lines, key=sort_key), lambda s: sort_key(s)[0]):
            for line in group if section in present else ["\n".join(group)]:
                place, text = self._places.of(line, newline)
                edits.append(Edit(Span(place, place), text))
        return edits


def _names(node: ast.stmt) -> list[ast.alias]:
    return node.names if isinstance(node, (ast.Import, ast.ImportFrom)) else [ast.alias("")]
