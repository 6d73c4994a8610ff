"""Names through jedi, which reads the project around a file.

jedi is kept from starting the workspace's interpreter, from importing anything of the workspace
and from touching ``sys.path``: modules are looked up here, as files, and only source is read.
"""

from __future__ import annotations

import re
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

import jedi
from jedi import settings as jedi_settings
from jedi.inference import references

from unspool_rules.semantics import import_lines, project_files
from unspool_rules.semantics.jedi_project import Environment, Project, project_modules
from unspool_rules.semantics.resolver import Module
from unspool_rules.semantics.seen import Answers, Look
from unspool_rules.semantics.takers import Takers

OUTLINES = Path(__file__).parent.parent / "surfaces"
"""The shipped outlines of the legacy SDKs."""

SECONDS = 3.0
"""How long jedi may work on one text in all; what is not known by then stays unknown."""
MAX_LENGTH = 1_000_000
"""Texts with more characters than this are not given to jedi."""

_STUBS = Path(__file__).parent / "stubs"
_SHARE = 0.4
"""The part of the time that is left which one question may take."""
_IMPORT_LINE = re.compile(r"\s*(?:from|import)\s+(\w+)")
_lock = threading.RLock()
_imported = Answers()


class JediResolver:
    """Looks through the files around one text; answers are kept per position.

    What an import statement gives depends on files only, so it outlives the text around it.
    """

    def __init__(
        self,
        source: str,
        path: Path | None,
        *,
        outlines: Path = OUTLINES,
        root: Path | None = None,
        site_packages: tuple[Path, ...] = (),
        cache: Path | None = None,
        seconds: float = SECONDS,
        max_length: int = MAX_LENGTH,
    ) -> None:
        """Does nothing yet; jedi starts with the first question.

        Args:
            source: the text that positions speak about.
            path: where it lies, or will lie.
            outlines: folder that goes before all others; only names in it are answered.
            root: the project's folder, whose files may call what this text defines.
            site_packages: further folders to import from, nearest first.
            cache: a folder private to us for parsed outlines; without one nothing is kept on disk.
            seconds: what all questions together may take.
            max_length: texts longer than this are not looked at.
        """
        self._source = source
        self.path = path.absolute() if path else None
        self._outlines = outlines.absolute()
        near = self.path.parent if self.path else self._outlines
        self._root = root.absolute() if root else near
        self._takers = Takers(str(self._root))
        self._site_packages = site_packages
        self._cache = cache
        self._left = seconds if len(source) <= max_length else 0.0
        self._deadline = 0.0
        self._known: dict[tuple[int, int], frozenset[str]] = {}
        self._scripts: dict[bool, Any] = {}
        """Of the text, and of its import statements alone."""
        self._now = Look()
        self._seen = Look()
        """What jedi has looked at."""
        self._closed = True

    def around(self, part: int) -> JediResolver:
        return self

    def infer(self, line: int, column: int) -> frozenset[str]:
        known = self._known.get((line, column))
        if known is None:
            with _lock:
                known = self._known[line, column] = self._ask(line, column)
        return known

    def module(self, name: str, level: int, beside: Path | None = None) -> Module | None:
        importer = beside or self.path
        if importer is None:
            return None
        return project_files.module(self._root, importer, name, level)

    def takes(self, name: str) -> bool:
        if self.path is None:
            return False
        return self._takers.any(self.path, name)

    def takers(self, name: str, of: Path | None = None) -> tuple[Module, ...]:
        if self.path is None:
            return ()
        return self._takers.of(of or self.path, name)

    def _ask(self, line: int, column: int) -> frozenset[str]:
        if line >= len(self._lines) or self._hopeless(line):
            return frozenset()
        question = self._question(line, column)
        if question is None:
            return self._timed(line, column)
        answer = _imported.get(question, self._now)
        if answer is None and self._closed and self._imports is not None:
            shift = import_lines.indent(self._lines, line)
            answer = self._timed(line, column - shift, alone=True)
            if self._left > 0 and self._is_closed:
                _imported.keep(question, answer, self._seen.stamps)
            else:
                self._closed = False
                answer = None
        return self._timed(line, column) if answer is None else answer

    @property
    def _is_closed(self) -> bool:
        """Whether the answers so far depend on what was seen, and not on the text."""
        script = self._scripts.get(True)
        return self._closed and script is not None and script._inference_state.project.alone

    def _timed(self, line: int, column: int, *, alone: bool = False) -> frozenset[str]:
        """Ask jedi about the text, or about its import statements ``alone``."""
        if self._left <= 0:
            return frozenset()
        started = time.monotonic()
        self._deadline = started + self._left * _SHARE
        try:
            return self._answer(line, column, alone)
        except (_TimeUpError, RecursionError):
            self._closed = False
            self._scripts.clear()
        except Exception:
            # jedi keeps a half-updated tree of an edited file now and then: once more from scratch.
            self._scripts.clear()
            return self._again(line, column, alone)
        finally:
            self._left -= time.monotonic() - started
        return frozenset()

    def _again(self, line: int, column: int, alone: bool) -> frozenset[str]:
        try:
            with _parsed_anew():
                return self._answer(line, column, alone)
        except Exception:
            self._closed = False
            return frozenset()

    def _answer(self, line: int, column: int, alone: bool) -> frozenset[str]:
        if alone not in self._scripts and alone:
            with _parsed_anew():  # or jedi would take it for an edit of the text
                self._scripts[alone] = self._start(self._imports or "")
        elif alone not in self._scripts:
            self._scripts[alone] = self._start(self._source)
        return frozenset(
            spelled
            for name in self._scripts[alone].infer(line + 1, column)
            for spelled in self._spellings(name)
        )

    def _start(self, source: str) -> Any:
        folders = (self._outlines, _STUBS, self._root, self._root / "src", *self._site_packages)
        project = Project(self._root, folders)
        if self._cache is not None:
            jedi_settings.cache_directory = str(self._cache)
        references._find_project_modules = project_modules
        environment = Environment(self._seen)
        script = jedi.Script(source, path=self.path, project=project, environment=environment)
        self._guard(script._inference_state)
        return script

    @cached_property
    def _imports(self) -> str | None:
        return import_lines.alone(self._lines)

    @cached_property
    def _lines(self) -> list[str]:
        return _NEWLINE.split(self._source)

    def _hopeless(self, line: int) -> bool:
        """Whether a name that is imported here comes from the standard library."""
        imported = _IMPORT_LINE.match(self._lines[line])
        return imported is not None and imported[1] in _STANDARD

    def _question(self, line: int, column: int) -> object:
        """What is asked about an import statement; None for a question about anything else."""
        if "sys.path" in self._source:
            return None  # the text itself says where modules are
        text = import_lines.statement(self._lines, line, column)
        if text is None or self._imports_itself(text):
            return None
        places = self._outlines, self.path, self._root, self._site_packages
        return (*places, self._looks_for_callers, text, column)

    def _imports_itself(self, text: str) -> bool:
        words = import_lines.module_words(text)
        name = self.path.stem if self.path is not None else ""
        return name in words or (name == "__init__" and not words)

    @cached_property
    def _looks_for_callers(self) -> bool:
        """Whether callers can have anything that is outlined."""
        legacy = frozenset(path.stem for path in self._outlines.iterdir())
        if any(name in self._source for name in legacy):
            return True
        return project_files.anyone_imports(str(self._root), legacy)

    def _guard(self, state: Any) -> None:
        """Make jedi look at the clock now and then, and keep other people's code off our disk."""
        infer, parse = state.infer, state.parse_and_get_code
        if not self._looks_for_callers:
            state.do_dynamic_params_search = False

        def guarded_infer(*args: Any, **kwargs: Any) -> Any:
            self._check_time()
            return infer(*args, **kwargs)

        def guarded_parse(*args: Any, **kwargs: Any) -> Any:
            self._check_time()
            file = kwargs.get("file_io")
            if file is not None:
                self._see(str(file.path))
            kwargs["cache"] = self._cache is not None and file is not None and self._ours(file.path)
            return parse(*args, **kwargs)

        state.infer = guarded_infer
        state.parse_and_get_code = guarded_parse

    def _see(self, file: str) -> None:
        if self._ours(file):
            return
        self._seen.at(file)
        mine = file.startswith(str(self._root)) and "site-packages" not in file
        if mine and self.path is not None and self.path.stem in project_files.imported(file):
            self._closed = False  # it may give back what this very text defines

    def _check_time(self) -> None:
        if time.monotonic() > self._deadline:
            self._closed = False
            raise _TimeUpError

    def _ours(self, path: str | Path) -> bool:
        return str(path).startswith((str(self._outlines), _JEDI))

    def _spellings(self, name: Any) -> Iterator[str]:
        """Names of outlined classes that a name of jedi's stands for."""
        kind, path = name.type, name.module_path
        if kind == "namespace" and self._outlines.joinpath(*name.full_name.split(".")).is_dir():
            yield f"module:{name.full_name}"
        elif kind in _PREFIXES and self._module_of(path):
            yield _PREFIXES[kind] + _full_name(name, self._module_of(path))
        elif name.name == _CACHED or (kind == "function" and self._is_of_project(path)):
            yield from self._given(name)
        elif kind in ("instance", "class"):
            yield from self._inherited(name, _PREFIXES[kind])

    def _given(self, function: Any) -> Iterator[str]:
        """What a function of the project gives, as far as it is outlined."""
        for result in function.execute():
            if result.type == "instance":
                yield from (f"returns:{spelled}" for spelled in self._spellings(result))

    def _is_of_project(self, path: Path | None) -> bool:
        if path is None:
            return False
        return path.is_relative_to(self._root) and "site-packages" not in path.parts

    def _inherited(self, name: Any, prefix: str) -> Iterator[str]:
        """The nearest outlined class that a class of the user's derives from."""
        value = getattr(name._name, "_value", None)
        owner = value.py__class__() if value is not None and prefix == "" else value
        for ancestor in owner.py__mro__() if owner is not None and owner.is_class() else ():
            module = self._module_of(ancestor.get_root_context().py__file__())
            names = ancestor.get_qualified_names()
            if module and names:
                yield prefix + ".".join((module, *names))
                return

    def _module_of(self, path: Path | None) -> str | None:
        """Dotted name of an outline's file; ``None`` for any other file."""
        if path is None or not path.is_relative_to(self._outlines):
            return None
        parts = path.relative_to(self._outlines).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@contextmanager
def _parsed_anew() -> Iterator[None]:
    """Keep jedi from patching the tree that it has of another text of the same file."""
    fast, jedi_settings.fast_parser = jedi_settings.fast_parser, False
    try:
        yield
    finally:
        jedi_settings.fast_parser = fast


class _TimeUpError(Exception):
    """All the time that jedi may have is used up."""


_CACHED = "_lru_cache_wrapper"
"""What ``functools.lru_cache`` and ``functools.cache`` make of a function."""
_NEWLINE = re.compile(r"\r\n|\r|\n")
_STANDARD = sys.stdlib_module_names
_JEDI = str(Path(jedi.__file__).parent)
_PREFIXES = {"instance": "", "class": "type:", "module": "module:"}


def _full_name(name: Any, module: str | None) -> str:
    full: str = name.full_name or ""
    # A class is named by the file that defines it, however it was imported.
    inner = full.removeprefix(name.module_name).removeprefix(".")
    return f"{module}.{inner}" if inner else module or full
