"""Pages under ``docs/`` that are made from the rules.

``python -m tests.rules.generate`` says what is stale; ``--update`` writes it.
"""

from __future__ import annotations

import difflib
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "rules"))

from unspool_rules.rules import registry  # noqa: E402 - found by the line above

RULES = ROOT / "docs" / "rules"


def pages() -> dict[Path, str]:
    """Every generated page and its text."""
    found = {RULES / f"{rule.name}.md": registry.page(rule) for rule in registry.all_rules()}
    found[RULES / "README.md"] = _index()
    return found


def _index() -> str:
    rows = [
        f"| {rule.code} | [{rule.name}]({rule.name}.md) | {rule.summary} |"
        for rule in registry.all_rules()
    ]
    head = ["# Rules", "", "| Code | Name | What it says |", "| --- | --- | --- |"]
    return "\n".join([*head, *rows]) + "\n"


def stale() -> str:
    """A diff from what is there to what should be; empty when they agree."""
    wanted = pages()
    there = {path: path.read_text("utf-8") for path in sorted(RULES.glob("*.md"))}
    found: list[str] = []
    for path in sorted({*wanted, *there}):
        name = path.relative_to(ROOT).as_posix()
        found += difflib.unified_diff(
            there.get(path, "").splitlines(keepends=True),
            wanted.get(path, "").splitlines(keepends=True),
            f"{name} (there)",
            f"{name} (generated)",
        )
    return "".join(found)


def update() -> None:
    """Write all pages, and take away those of rules that are gone."""
    wanted = pages()
    RULES.mkdir(parents=True, exist_ok=True)
    for path in set(RULES.glob("*.md")) - set(wanted):
        path.unlink()
    for path, text in wanted.items():
        path.write_text(text, "utf-8", newline="\n")


def main(arguments: list[str]) -> int:
    if "--update" in arguments:
        update()
        return 0
    difference = stale()
    print(difference, end="")
    return 1 if difference else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
