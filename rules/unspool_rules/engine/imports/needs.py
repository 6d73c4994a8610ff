"""What new code needs to have imported, and the names under which it is at hand."""

from __future__ import annotations

import ast
from functools import cached_property

from unspool_rules.catalogue.symbols import is_legacy_name
from unspool_rules.engine.facts import Facts
from unspool_rules.engine.imports.lines import local_name
from unspool_rules.semantics import outlines
from unspool_rules.syntax.bindings import How


class ImportNeeds:
    """Collects the names that new code needs, and what each is called in the module."""

    def __init__(self, facts: Facts, aliased: frozenset[str] = frozenset(), part: int = 0) -> None:
        self._facts = facts
        self._tree = facts.tree
        self._part = part
        self._module = facts.tree.modules[part]
        self._aliased = aliased
        self._needed: dict[str, dict[str, str]] = {}
        self._plain: dict[str, str] = {}
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

    def _is_legacy(self, node: ast.Import | ast.ImportFrom, alias: ast.alias) -> bool:
        if isinstance(node, ast.Import):
            return is_legacy_name(alias.name)
        if node.level or not node.module or not outlines.is_ours(node.module):
            return False
        name = f"{node.module}.{alias.name}"
        return is_legacy_name(outlines.canonical(name) or name)
