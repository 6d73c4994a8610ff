"""What a rule is made of; it knows nothing of how findings are made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import dedent

from unspool_rules.model import Target

DOCS = "https://github.com/unspool/unspool/blob/main/docs/rules/"
"""Where the pages of the rules are published."""
NEWEST = Target()


@dataclass(frozen=True, slots=True)
class Variant:
    """What the same program becomes for another target."""

    title: str
    target: Target
    after: str


@dataclass(frozen=True, slots=True)
class Example:
    """A whole program and what becomes of it: a test, a part of the docs and of no other use.

    Texts may be indented as the code around them; one that ends in no newline is not a program.
    """

    title: str
    before: str
    after: str | None = None
    """The program after all of its fixes; ``None`` when something stands in the way."""
    blockers: tuple[str, ...] = ()
    """What stands in the way, every message once, in any order; empty when there is an ``after``."""
    text: str = ""
    """What a reader should look at, in Markdown."""
    target: Target = NEWEST
    variants: tuple[Variant, ...] = ()
    filename: str = ""
    """Name of a file that is no program, such as ``pyproject.toml``; empty for Python code."""

    def cases(self) -> Iterator[tuple[str, Target, str, str | None]]:
        """Title, target, text before and after, for the example and each of its variants."""
        before = dedent(self.before)
        after = None if self.after is None else dedent(self.after)
        yield self.title, self.target, before, after
        for variant in self.variants:
            title = f"{self.title}, {variant.title}"
            yield title, variant.target, before, dedent(variant.after)


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of finding, in words and by example."""

    code: str
    name: str
    """Kebab-case, for the legacy thing."""
    summary: str
    fix_title: str
    """Imperative, as an editor shows it for one call."""
    docs: str
    """Markdown: a sentence, then the sections of :data:`SECTIONS`."""
    examples: tuple[Example, ...]

    @property
    def url(self) -> str:
        return f"{DOCS}{self.name}.md"


SECTIONS = ("What it does", "Why", "Fix safety", "References")
"""The headings of a rule's docs, in this order."""
