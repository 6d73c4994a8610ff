"""Version constraints in the words of tools, as PEP 440 has them.

Source: the Poetry documentation, "Dependency specification".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.version import InvalidVersion, Version


def poetry_specifier(text: str) -> SpecifierSet:
    """A constraint in Poetry's words as PEP 440's; anything unreadable allows all versions."""
    # Alternatives ("^1.0 || ^2.0") allow what any of them allows: the last is the newest.
    last = text.split("|")[-1]
    parts = [part for part in re.split(r"\s*,\s*|\s+(?=[<>=~^!])", last.strip()) if part]
    try:
        return SpecifierSet(",".join(word for part in parts for word in _poetry_part(part)))
    except (InvalidSpecifier, InvalidVersion):
        return SpecifierSet()


def _poetry_part(part: str) -> Iterator[str]:
    part = part.replace(" ", "")
    if part in ("*", ""):
        return
    if part[0] == "^" or (part[0] == "~" and part[1:2] != "="):
        version = Version(part[1:])
        keep = _kept(version.release, caret=part[0] == "^")
        yield f">={version}"
        yield f"<{'.'.join(map(str, (*version.release[:keep], version.release[keep] + 1)))}"
    elif part[0].isdigit():
        yield f"=={part}"
    else:
        yield part


def _kept(release: tuple[int, ...], *, caret: bool) -> int:
    """Index of the release number that the upper bound counts up."""
    if not caret:
        return min(1, len(release) - 1)
    return next((i for i, number in enumerate(release) if number), len(release) - 1)
