"""A rule's page in Markdown: its docs, what the catalogue knows, its examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import dedent

from unspool_rules.catalogue.entry import Entry, Surface
from unspool_rules.catalogue.index import entries, shared_entries
from unspool_rules.rules.rule import Example, Rule

_SHORT = {
    Surface.AZURE_AGENTS: "azure-ai-agents",
    Surface.AZURE_PROJECTS: "azure-ai-projects 1.x",
    Surface.OPENAI_ASSISTANTS: "openai",
    Surface.PREVIEW: "azure-ai-projects 2.0.0b1-b3",
}


def page(rule: Rule) -> str:
    """The page that is published, printed by ``unspool rule`` and linked from hovers."""
    rows = [e for e in (*entries(), *shared_entries()) if e.code == rule.code]
    sentence, _, sections = rule.docs.strip().partition("\n")
    parts = [f"# {rule.name} ({rule.code})", sentence, sections.strip()]
    parts += _catalogue(rows)
    parts.append("## Examples")
    for example in rule.examples:
        parts += _example(example)
    return "\n\n".join(part for part in parts if part) + "\n"


def fence(code: str, language: str = "python") -> str:
    """A fenced block; its fence is longer than any run of backticks inside."""
    longest = 2
    run = 0
    for character in code:
        run = run + 1 if character == "`" else 0
        longest = max(longest, run)
    ticks = "`" * (longest + 1)
    return f"{ticks}{language}\n{code.rstrip()}\n{ticks}"


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table; empty when it has no rows."""
    lines = [_row(row) for row in rows]
    if not lines:
        return ""
    return "\n".join([_row(head), _row(("---",) * len(head)), *lines])


def _row(cells: tuple[str, ...]) -> str:
    escaped = (" ".join(cell.split()).replace("|", "\\|") for cell in cells)
    return f"| {' | '.join(escaped)} |"


def short(name: str) -> str:
    """The last two parts of a qualified name, which a reader knows it by."""
    return ".".join(name.split(".")[-2:])


def _catalogue(rows: list[Entry]) -> Iterator[str]:
    if not rows:
        return
    yield "## What it finds"
    yield table(
        ("Legacy", "SDK", "Becomes"),
        ((f"`{short(r.legacy[0])}`", _SHORT[r.surface], becomes(r)) for r in rows),
    )
    parameters = _merged((r.params, r) for r in rows)
    if parameters:
        yield "### Parameters"
        yield table(("Parameter", "Of", "New place"), parameters)
    results = _merged((r.results, r) for r in rows)
    if results:
        yield "### Results"
        yield table(("Attribute", "Of", "New place"), results)


def becomes(row: Entry) -> str:
    if row.target is not None:
        return f"`{row.target}`"
    return row.blocked or "nothing takes its place"


def _merged(
    maps: Iterable[tuple[object, Entry]],
) -> list[tuple[str, str, str]]:
    """One line for each name and text; the calls that agree on it stand together."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for words, row in maps:
        assert hasattr(words, "items")
        for name, text in words.items():
            owner = short(row.legacy[0])
            found.setdefault((name, text), {}).setdefault(owner)
    return [
        (f"`{name}`", ", ".join(f"`{owner}`" for owner in owners), text)
        for (name, text), owners in sorted(found.items())
    ]


def _example(example: Example) -> Iterator[str]:
    yield f"### {example.title[:1].upper()}{example.title[1:]}"
    yield dedent(example.text).strip()
    yield f"Before, in `{example.filename}`:" if example.filename else "Before:"
    language = _language(example.filename)
    yield fence(dedent(example.before), language)
    if example.after is None:
        if not example.blockers:
            yield "Nothing is changed: the code is not the place."
            return
        yield "No fix is offered:"
        yield "\n".join(f"- {message}" for message in example.blockers)
        return
    yield "After:"
    yield fence(dedent(example.after), language)
    for variant in example.variants:
        yield f"After, {variant.title}:"
        yield fence(dedent(variant.after))


def _language(filename: str) -> str:
    if not filename:
        return "python"
    return "toml" if filename.endswith(".toml") else "text"
