"""Imports that a change needs, and those that it leaves without a use."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from functools import cached_property
from itertools import groupby

from unspool_rules.engine.abroad.exports import exported
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.imports.blocks import asked_only_by, emptied
from unspool_rules.engine.imports.commented import without
from unspool_rules.engine.imports.lines import (
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
from unspool_rules.engine.imports.needs import ImportNeeds
from unspool_rules.engine.imports.places import Places
from unspool_rules.model import Edit, Span

_REPLACED = frozenset(
    {
        *("openai", "azure.ai.projects", "azure.ai.projects.aio", "azure.ai.inference.models"),
        *("azure.core.paging", "azure.core.async_paging", "openai.pagination"),
    }
)
"""Modules whose clients and pages give way to others."""


class ImportPlan(ImportNeeds):
    """Settles the import statements once all code is written."""

    def __init__(self, facts: Facts, aliased: frozenset[str] = frozenset(), part: int = 0) -> None:
        super().__init__(facts, aliased, part)
        self._places = Places(facts.tree, part)
        self.dropped: set[ast.alias] = set()
        self.conflicts: dict[str, ast.alias] = {}
        """Needed names that a legacy import has as well, if only for its uses that are to go."""
        self.gone: set[ast.alias] = set()
        """Names that are imported no more."""

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
            more = self._joining(node, adds)
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

    def _joining(
        self, node: ast.Import | ast.ImportFrom, adds: dict[str, dict[str, str]]
    ) -> dict[str, str]:
        """The needed names that join an import: none in a function beside one for all code."""
        if not isinstance(node, ast.ImportFrom):
            return {}
        module = node.module or ""
        if node not in self._module.body and self._statement_for(module) is not None:
            return {}
        return adds.pop(module, {})

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
