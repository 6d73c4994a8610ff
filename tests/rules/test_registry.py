"""Rules have codes, names and docs of one form."""

from __future__ import annotations

import re

import pytest

from unspool_rules.catalogue.index import entries, shared_entries
from unspool_rules.rules import registry
from unspool_rules.rules.rule import SECTIONS, Rule

RULES = [pytest.param(rule, id=rule.code) for rule in registry.all_rules()]


def test_every_code_of_the_catalogue_has_a_rule() -> None:
    codes = {entry.code for entry in (*entries(), *shared_entries())}

    assert codes <= set(registry.by_code())


def test_rules_stand_in_the_order_of_their_codes() -> None:
    codes = [rule.code for rule in registry.all_rules()]

    assert codes == sorted(set(codes))
    assert registry.rule("UNS103") is registry.by_code()["UNS103"]
    assert registry.rule("UNS999") is None


@pytest.mark.parametrize("rule", RULES)
def test_form(rule: Rule) -> None:
    assert re.fullmatch(r"UNS\d{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert not rule.summary.endswith(".")
    assert rule.fix_title[0].isupper()
    assert re.findall(r"^## (.*)$", rule.docs, re.MULTILINE) == list(SECTIONS)
    assert rule.docs.partition("\n")[0].endswith(".")
    assert rule.examples
    assert len({example.title for example in rule.examples}) == len(rule.examples)


@pytest.mark.parametrize("rule", RULES)
def test_docs_have_one_sentence_per_line(rule: Rule) -> None:
    for line in rule.docs.splitlines():
        assert not re.search(r"[a-z`\])]\. [A-Z`]", line), line


@pytest.mark.parametrize("rule", RULES)
def test_page_holds_everything(rule: Rule) -> None:
    page = registry.page(rule)

    assert page.startswith(f"# {rule.name} ({rule.code})\n")
    assert page.count("```") % 2 == 0
    for example in rule.examples:
        assert example.title[1:] in page
        for _, _, before, after in example.cases():
            assert before in page
            assert after is None or after in page
