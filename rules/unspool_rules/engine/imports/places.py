"""Where an import belongs among those that open a module, as isort has it."""

from __future__ import annotations

import ast
from functools import cached_property

from unspool_rules.engine.imports.lines import is_preamble, module_of, section_of, sort_key
from unspool_rules.syntax.heads import head_end
from unspool_rules.syntax.tree import Tree


class Places:
    """The places for imports in one module."""

    def __init__(self, tree: Tree, part: int) -> None:
        self._tree = tree
        self._part = part
        self._module = tree.modules[part]

    @cached_property
    def run(self) -> list[ast.Import | ast.ImportFrom]:
        """The imports that open the module."""
        found: list[ast.Import | ast.ImportFrom] = []
        for node in self._module.body:
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                found.append(node)
            elif found and not is_preamble(node):
                break
        return found

    def fits(self, node: ast.ImportFrom, module: str) -> bool:
        """Whether another module's import can take this one's line in a sorted run."""
        run = self.run
        if node not in run:
            return False
        keys = [sort_key(self._tree.segment(other)) for other in run]
        place = run.index(node)
        key = sort_key(f"from {module} import")
        return all(k <= key for k in keys[:place]) and all(key <= k for k in keys[place + 1 :])

    def of(self, line: str, newline: str) -> tuple[int, str]:
        """Where isort would put an import: by section, then ``import`` before ``from``, by name.

        Returns:
            The offset, and the lines with a blank one where a section begins.
        """
        run = self.run
        tree = self._tree
        text = line.replace("\n", newline) + newline
        key = sort_key(line)
        same = [n for n in run if section_of(module_of(n)) == key[0]]
        before = [n for n in same if sort_key(tree.segment(n)) <= key]
        if before or same:
            if before:
                return tree.lines.line_end(tree.span(before[-1]).end), text
            return tree.lines.line_start(tree.span(same[0]).start), text
        earlier = [n for n in run if section_of(module_of(n)) < key[0]]
        if earlier:
            return tree.lines.line_end(tree.span(earlier[-1]).end), newline + text
        if run:
            return tree.lines.line_start(tree.span(run[0]).start), text + newline
        body = self._module.body
        if body and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
            return tree.lines.line_end(tree.span(body[0]).end), newline + text
        start, end = tree.extent(self._part).start, tree.extent(self._part).end
        return start + head_end(tree.source[start:end]), text
