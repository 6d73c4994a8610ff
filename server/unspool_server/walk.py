"""Which files a list of paths means: files by name, folders walked as git sees them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pathspec import GitIgnoreSpec

from unspool_rules.dependencies.names import is_beside_code

SUFFIXES = frozenset((".py", ".pyi", ".pyw", ".ipynb"))

_NEVER = frozenset(
    (
        *(".git", ".hg", ".svn", ".bzr", ".direnv", ".eggs", ".tox", ".nox", ".venv"),
        *(".mypy_cache", ".pytest_cache", ".pytype", ".ruff_cache", ".hypothesis", ".pyre"),
        *("__pycache__", "__pypackages__", "node_modules", "site-packages", "buck-out"),
        *("vendor", "_vendor", "third_party"),  # copies of what others keep
        ".ipynb_checkpoints",
    )
)
_BUILT = frozenset(("build", "dist", "_build"))


@dataclass(frozen=True, slots=True)
class Walked:
    """The files that were found, and a sentence for each path that led to none."""

    files: tuple[Path, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Ignore:
    """The patterns of one file, which speak about paths below one folder."""

    base: str
    spec: GitIgnoreSpec

    def verdict(self, path: str, *, folder: bool) -> bool | None:
        """True: ignored. False: expressly not ignored. None: nothing is said."""
        relative = os.path.relpath(path, self.base).replace(os.sep, "/")
        if relative.startswith("../"):
            return None
        return self.spec.check_file(relative + "/" if folder else relative).include


@dataclass
class _Found:
    files: dict[str, Path] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def add(self, path: Path) -> None:
        self.files.setdefault(os.path.realpath(path), path)


def walk(paths: Iterable[Path], exclude: Iterable[str] = (), base: Path | None = None) -> Walked:
    """Python files, each once, in a stable order.

    Args:
        paths: files, which are taken as they are, and folders, which are walked.
        exclude: gitignore patterns of files and folders to leave out of the walk.
        base: the folder that ``exclude`` speaks about.
    """
    found = _Found()
    for path in paths:
        if path.is_dir():
            for file in _folder(path, tuple(exclude), base or path):
                found.add(file)
        elif not path.exists():
            found.problems.append(f"{path}: no such file or folder")
        elif path.suffix.lower() not in SUFFIXES and not is_beside_code(path.name):
            kinds = ", ".join(sorted(SUFFIXES))
            found.problems.append(f"{path}: not a Python file ({kinds})")
        else:
            found.add(path)
    return Walked(tuple(found.files.values()), tuple(found.problems))


def _folder(top: Path, exclude: tuple[str, ...], base: Path) -> Iterator[Path]:
    excluded = _Ignore(os.path.realpath(base), GitIgnoreSpec.from_lines(exclude))
    rules: dict[str, tuple[_Ignore, ...]] = {}
    real_top = os.path.realpath(top)
    for folder, names, files in os.walk(top):
        real = os.path.normpath(os.path.join(real_top, os.path.relpath(folder, top)))
        above = rules.get(os.path.dirname(real)) if real != real_top else _above(real)
        here = (*(above or ()), *_ignore_file(real))
        rules[real] = here
        names[:] = sorted(
            name
            for name in names
            if not _never(real, name)
            and not _ignored((*here, excluded), os.path.join(real, name), folder=True)
        )
        for name in sorted(files):
            suffix = os.path.splitext(name)[1].lower()
            path = os.path.join(real, name)
            known = suffix in SUFFIXES or is_beside_code(name)
            if known and not _ignored((*here, excluded), path, folder=False):
                yield Path(folder, name)


def reaches(top: Path, path: Path, exclude: Iterable[str] = (), base: Path | None = None) -> bool:
    """Whether a walk of a folder comes to a file below it, were it of the right kind."""
    real, rest = os.path.realpath(top), path.relative_to(top).parts
    excluded = _Ignore(os.path.realpath(base or top), GitIgnoreSpec.from_lines(exclude))
    rules = (*_above(real), *_ignore_file(real))
    for name in rest[:-1]:
        inner = os.path.join(real, name)
        if _never(real, name) or _ignored((*rules, excluded), inner, folder=True):
            return False
        real, rules = inner, (*rules, *_ignore_file(inner))
    return not _ignored((*rules, excluded), os.path.join(real, rest[-1]), folder=False)


def _never(folder: str, name: str) -> bool:
    path = os.path.join(folder, name)
    if name in _NEVER or os.path.isfile(os.path.join(path, "pyvenv.cfg")):
        return True
    # A package may be called "build"; the output of a build is not a package.
    return name in _BUILT and not os.path.isfile(os.path.join(path, "__init__.py"))


def _ignored(rules: tuple[_Ignore, ...], path: str, *, folder: bool) -> bool:
    """Git's way: the last pattern that says something decides, deeper files come later."""
    verdicts = (rule.verdict(path, folder=folder) for rule in reversed(rules))
    return next((verdict for verdict in verdicts if verdict is not None), False)


def _above(top: str) -> tuple[_Ignore, ...]:
    """The rules of the repository around a folder, unless they ignore that very folder."""
    parents = [Path(top), *Path(top).parents]
    repository = next((p for p in parents if (p / ".git").exists()), None)
    if repository is None or str(repository) == top:
        return _ignore_file(top, ".git/info/exclude")
    inside = [p for p in reversed(parents) if p == repository or repository in p.parents]
    rules = _ignore_file(str(repository), ".git/info/exclude")
    for parent in inside[:-1]:
        rules = (*rules, *_ignore_file(str(parent)))
    ignored = any(_ignored(rules, str(parent), folder=True) for parent in inside[1:])
    return () if ignored else rules


def _ignore_file(folder: str, name: str = ".gitignore") -> tuple[_Ignore, ...]:
    try:
        text = Path(folder, name).read_text(encoding="utf-8", errors="replace")
        return (_Ignore(folder, GitIgnoreSpec.from_lines(text.splitlines())),)
    except (OSError, ValueError):
        return ()
