"""The project as jedi sees it: modules are files, and nothing of the workspace is imported.

jedi would start the workspace's interpreter, import what is built into it, and walk over every
file of the project; here it looks at files only.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import jedi
from jedi.api.environment import InterpreterEnvironment
from jedi.file_io import FileIO
from jedi.inference import references
from jedi.inference.compiled import access
from jedi.inference.compiled.subprocess import InferenceStateSameProcess
from jedi.inference.compiled.subprocess.functions import ImplicitNSInfo
from parso.grammar import load_grammar

from unspool_rules.semantics import project_files
from unspool_rules.semantics.seen import Look


class Project(jedi.Project):  # type: ignore[misc] # jedi has no types
    """A project whose folders are exactly these."""

    def __init__(self, root: Path, folders: Iterable[Path]) -> None:
        unique = dict.fromkeys(str(folder) for folder in folders)
        super().__init__(root, sys_path=list(unique), smart_sys_path=False)
        self.alone = True
        """Whether no files were looked for that may call what others define."""


class Environment(InterpreterEnvironment):  # type: ignore[misc] # jedi has no types
    """Our own interpreter's version, without its modules."""

    def __init__(self, seen: Look) -> None:
        super().__init__()
        self._seen = seen

    def get_grammar(self) -> Any:
        return _newest_grammar()

    def get_inference_state_subprocess(self, inference_state: Any) -> Any:
        return _Process(inference_state, self._seen)


class _Process(InferenceStateSameProcess):  # type: ignore[misc] # jedi has no types
    """Finds modules by looking at files; jedi would ask the import system of this process."""

    def __init__(self, inference_state: Any, seen: Look) -> None:
        super().__init__(inference_state)
        self._seen = seen

    def get_module_info(
        self,
        string: str,
        sys_path: list[str] | None = None,
        path: Any = None,
        full_name: str | None = None,
        is_global_search: bool = True,
    ) -> tuple[Any, bool | None]:
        if path is None and string in sys.builtin_module_names:
            return None, False
        folders = (sys_path if path is None else path) or ()
        names = [str(folder) for folder in folders]
        return _find_module(string, names, full_name or string, self._seen)

    def load_module(self, dotted_name: str, sys_path: object = None) -> Any:
        """Only what is built into the interpreter; a module in a file could run anything."""
        if dotted_name not in sys.builtin_module_names:
            return None
        module = importlib.import_module(dotted_name)
        return access.create_access_path(self._inference_state_weakref(), module)


def _find_module(
    name: str, folders: list[str], full_name: str, seen: Look
) -> tuple[Any, bool | None]:
    namespace: list[str] = []
    for folder in folders:
        base = os.path.join(folder, name)
        package = os.path.join(base, "__init__.py")
        if seen.file(package) and not namespace:
            return FileIO(package), True
        if seen.file(base + ".py") and not namespace:
            return FileIO(base + ".py"), False
        if seen.folder(base):
            # The outlines come first: an old "azure/__init__.py" further on may not hide them.
            namespace.append(base)
    return (ImplicitNSInfo(full_name, namespace), True) if namespace else (None, None)


def _newest_grammar() -> Any:
    try:
        return load_grammar(version="3.14")
    except NotImplementedError:
        return load_grammar(version="3.13")


def project_modules(state: Any, module_contexts: Iterable[Any]) -> Iterator[Any]:
    """Files that may call a function of some modules; in place of jedi's walk over everything."""
    project = state.project
    if not isinstance(project, Project):
        yield from _jedi_modules(state, module_contexts)
        return
    root = str(project.path)
    project.alone = False
    own = [Path(path) for path in (c.py__file__() for c in module_contexts) if path is not None]
    for file in dict.fromkeys(file for path in own for file in project_files.callers(root, path)):
        if Path(file) not in own:
            yield FileIO(file)


_jedi_modules: Callable[..., Iterator[Any]] = references._find_project_modules
