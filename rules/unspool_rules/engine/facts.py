"""What the engine knows of a file: what it holds, and what one way to plan it has made of that."""

from __future__ import annotations

import ast
from dataclasses import replace
from typing import TYPE_CHECKING

from unspool_rules.engine.found import Found
from unspool_rules.engine.sites import Site
from unspool_rules.semantics.resolver import Resolver
from unspool_rules.semantics.types import Inst, Types
from unspool_rules.syntax.tree import Tree

if TYPE_CHECKING:
    from unspool_rules.engine.flow.bound import Unbound
    from unspool_rules.engine.streaming.handlers import Handler
    from unspool_rules.engine.streaming.streams import Flow


class Facts:
    """All legacy references of a file, for one way to plan it."""

    def __init__(self, tree: Tree, resolver: Resolver, found: Found | None = None) -> None:
        self._found = found or Found(tree, resolver)
        self.tree = tree
        self.resolver = resolver
        self.scopes = self._found.scopes
        self.infer = self._found.infer
        self.by_key = self._found.by_key
        self.references = self._found.references
        own = {site: _copy(site) for site in self._found.sites}
        self.sites = [own[site] for site in self._found.sites]
        self.by_call = {call: own[site] for call, site in self._found.by_call.items()}
        self.unpacked: dict[ast.expr, Site] = {}
        """Arguments that stand in a dictionary which a call unpacks."""
        self.flows: dict[Site, Flow] = {}
        """What is done with the streams of streamed runs."""
        self.handlers: list[Handler] = []
        """The classes whose methods get events."""
        self.parts: set[ast.AST] = set()
        """Parameters of callbacks that get the part of a text, with its annotations."""
        self.handled_ids: set[ast.AST] = set()
        """Ids of calls that callbacks get, where outputs of functions name their calls."""
        self.keeps_assistants = False
        """Whether assistants of OpenAI are kept in a file of the program: their ids live on."""
        self.keeps_calls = False
        """Whether tool calls are objects that have the fields which those of a run had."""
        self.starts_in_background = False
        """Whether all runs of OpenAI that are only started become responses in the background."""
        self.lost: frozenset[int] = frozenset()
        """Where outputs are handed in, and the program itself keeps which response goes on."""
        self.in_vain: set[int] = set()
        """Where that would help: no name that the run is fetched by takes the new response."""
        self.keeps_responses = False
        """Whether the program itself keeps which responses it has made in a conversation."""
        self.lists_in_vain = False
        """Whether that would help: runs are listed that may have ended."""
        self.assistants_leave = False
        """Whether one of them, or its id, is handed to callers that are not in view."""
        self.leaves_out_search = False
        """Whether file search that has nothing to search in is left out when the program runs."""
        self.reads_models = False
        """Whether tools, resources or formats of stored assistants go on as objects of the SDK."""
        self.store_helpers: dict[Site, set[str]] = {}
        """By call: the functions of the store that it needs."""

    def again(self, *, apart: bool = False) -> Facts:
        """The same file for one more plan, for which nothing is known yet.

        Args:
            apart: whether that plan may alter the tree, so that it needs one of its own.
        """
        tree = self.tree
        if apart or tree.altered:
            return Facts(Tree(tree.source, tree.borders, tree.finds), self.resolver)
        tree.shared = True
        return Facts(tree, self.resolver, self._found)

    def guess(self, node: ast.expr, types: Types) -> None:
        """Let an expression have these types, and no others."""
        self.tree.alter()
        self.infer.guesses[node] = types

    @property
    def unset(self) -> tuple[Unbound, ...]:
        """Names that each module reads where they may not be set."""
        return self._found.unset

    @property
    def only_azure_openai(self) -> bool:
        """Whether the file names AzureOpenAI clients and no plain ones."""
        return self._found.only_azure_openai

    def origins(self, node: ast.expr) -> list[Site]:
        """The operations whose results an expression may hold, in the order they stand in."""
        found: list[Site] = []
        for value in self.infer.of(node):
            if isinstance(value, Inst) and value.site is not None:
                site = self.by_call.get(value.site)
                if site is not None and site not in found:
                    found.append(site)
        if len(found) > 1:
            found.sort(key=lambda s: self.tree.span(s.func).start)
        return found


def _copy(site: Site) -> Site:
    """A site whose arguments a plan may change."""
    return replace(site, arguments={**site.arguments}, unpacked=[*site.unpacked], puts={})
