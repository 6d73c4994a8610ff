"""A file that is planned in several ways is read once, as long as no plan alters its tree."""

from __future__ import annotations

import ast

import pytest

from unspool_rules.engine.facts import Facts
from unspool_rules.semantics.resolver import NoResolver
from unspool_rules.syntax.tree import SharedTreeError, Tree

TEXT = """\
from openai import OpenAI

client = OpenAI()
thread = client.beta.threads.create(metadata={"user": "Jane"})
"""


def facts() -> Facts:
    return Facts(Tree(TEXT), NoResolver())


def test_what_was_found_is_found_once() -> None:
    one = facts()
    other = one.again()

    assert other.tree is one.tree
    assert other.infer is one.infer


def test_each_plan_has_sites_of_its_own() -> None:
    one = facts()
    other = one.again()
    (mine,), (theirs,) = one.sites, other.sites
    del mine.arguments["metadata"]

    assert "metadata" in theirs.arguments
    assert one.origins(mine.called) == [mine]
    assert other.origins(theirs.called) == [theirs]


def test_a_plan_that_has_altered_the_tree_keeps_it_for_itself() -> None:
    one = facts()
    statement = one.tree.module.body[-1]
    one.tree.hide(statement, ast.Pass())
    other = one.again()

    assert other.tree is not one.tree
    assert not other.tree.altered


def test_a_shared_tree_is_not_altered() -> None:
    one = facts()
    one.again()
    statement = one.tree.module.body[-1]

    with pytest.raises(SharedTreeError):
        one.tree.hide(statement, ast.Pass())
    with pytest.raises(SharedTreeError):
        one.guess(one.sites[0].called, frozenset())
    assert one.tree.parents[statement] is one.tree.module
    assert one.again(apart=True).tree is not one.tree
