"""Versions that stand for all there are of a package: whether a pin lets any of some in."""

from __future__ import annotations

from packaging.version import Version

STABLE = Version("2.0.0")
NEEDS_OPENAI_3 = Version("2.5.0")
OPENAI_3 = tuple(map(Version, ("3.0.0", "3.10.0", "3.54.0", "3.999.0")))
OPENAI_2 = tuple(map(Version, ("2.8.0", "2.15.0", "2.30.0", "2.54.0", "2.999.0")))
OPENAI_1 = tuple(map(Version, ("1.101.0", "1.109.1", "1.999.0")))
PROJECTS_2 = tuple(
    map(
        Version,
        (
            *("2.0.0b1", "2.0.0b2", "2.0.0b3", "2.0.0b4", "2.0.0", "2.0.1", "2.1.0", "2.2.0"),
            *("2.3.0", "2.4.0", "2.5.0", "2.6.0", "2.6.1", "2.7.0", "2.8.0", "2.9.0", "2.10.0"),
            "2.999.0",
        ),
    )
)
NEW_PYTHON = tuple(map(Version, ("3.10.0", "3.11.0", "3.12.0", "3.13.0", "3.14.0", "3.99.0")))
OLD_PYTHON = tuple(map(Version, ("3.7.0", "3.8.0", "3.9.0", "3.9.25")))
