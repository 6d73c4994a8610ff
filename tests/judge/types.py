"""Which type errors a migration brought, as pyright sees it.

Every program is checked three times in one batch each: the original against the SDK it was
written for, the original against the target SDK, and the migrated text against the target SDK.
An error of the migrated text is new unless the original already had it:

- against its own SDK, an error of the same rule with the same message, or one of the same rule
  at the lines which the migrated lines come from; an agent's id there that may be `None` counts
  for the call of a definition that may be `None`;
- against the target SDK, the same rule and message on a line that the migration did not touch,
  or of an import (what is left of a partly migrated program fails with or without it; there, a
  line that was rewritten may fail as the original's did).
"""

from __future__ import annotations

import difflib
import hashlib
import json
import os
import re
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.corpora.fetch import Offline, cache_dir, environment

PYRIGHT = "1.1.414"


@dataclass(frozen=True, slots=True, order=True)
class TypeProblem:
    """One error; the line is 1-based."""

    line: int
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.line}: {self.rule}: {self.message.splitlines()[0]}"


def run_pyright(
    root: Path, files: Sequence[str], python: Path, search: Sequence[str] = ()
) -> dict[str, list[TypeProblem]]:
    """Errors per file, in basic mode.

    Args:
        root: directory of the files; a configuration file is written there.
        files: files to check, relative to ``root``.
        python: interpreter whose packages are visible.
        search: directories below ``root`` that are programs' own workspaces.
    """
    tool = environment("pyright", (f"pyright[nodejs]=={PYRIGHT}",))
    config = {
        "include": list(files),
        "exclude": [],
        "typeCheckingMode": "basic",
        "pythonVersion": "3.12",
        "pythonPlatform": "Linux",
        "reportMissingModuleSource": "none",
        "executionEnvironments": [{"root": name} for name in search],
    }
    (root / "pyrightconfig.json").write_text(json.dumps(config), encoding="utf-8")
    result = subprocess.run(
        [str(tool), "-m", "pyright", "--outputjson", "--pythonpath", str(python), "--project", "."],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        env={
            **os.environ,
            "PYRIGHT_PYTHON_CACHE_DIR": str(cache_dir() / "pyright"),
            "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1",
            "PYRIGHT_PYTHON_PYLANCE_VERSION": "",
            "NODE_OPTIONS": "--max-old-space-size=4096",
        },
    )
    if result.returncode not in (0, 1):
        raise Offline(f"pyright did not run: {(result.stderr or result.stdout)[-300:]}")
    output: Any = json.loads(result.stdout[result.stdout.index("{") :])
    found: dict[str, list[TypeProblem]] = {}
    for item in output["generalDiagnostics"]:
        if item["severity"] != "error":
            continue
        file = Path(item["file"]).relative_to(root.resolve()).as_posix()
        found.setdefault(file, []).append(
            TypeProblem(
                item["range"]["start"]["line"] + 1,
                item.get("rule", "syntax"),
                item["message"].replace("\u00a0", " "),
            )
        )
    return {file: sorted(problems) for file, problems in found.items()}


def check_texts(
    texts: Mapping[str, str],
    workspaces: Mapping[str, Path],
    python: Path,
    layout: Iterable[str] = (),
) -> dict[str, list[TypeProblem]]:
    """Errors of texts, each laid over its workspace.

    Args:
        texts: text of each file; keys are ``workspace/path``.
        workspaces: directory of the other files of each workspace.
        python: interpreter whose packages are visible.
        layout: further keys; what lies beside them can be imported too.
    """
    with TemporaryDirectory(prefix="unspool-types-") as name:
        root = Path(name)
        for key, text in texts.items():
            file = root / key
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        used = sorted({key.partition("/")[0] for key in texts})
        # what lies beside the programs can be imported, but is not checked itself
        for folder in sorted({key.rpartition("/")[0] for key in (*texts, *layout)}):
            workspace, _, inner = folder.partition("/")
            if workspace not in used:
                continue
            for source in (workspaces[workspace] / inner).glob("*.py"):
                beside = root / folder / source.name
                if not beside.exists():
                    beside.parent.mkdir(parents=True, exist_ok=True)
                    beside.write_bytes(source.read_bytes())
        problems = run_pyright(root, list(texts), python, used)
    return {key: problems.get(key, []) for key in texts}


def remembered(
    texts: Mapping[str, str], workspaces: Mapping[str, Path], python: Path
) -> dict[str, list[TypeProblem]]:
    """`check_texts` of texts that do not change from run to run; the answers are cached."""
    inputs = json.dumps([PYRIGHT, python.parts[-3], sorted(texts.items())])
    digest = hashlib.sha256(inputs.encode("utf-8", "surrogatepass")).hexdigest()[:24]
    file = cache_dir() / "types" / f"{digest}.json"
    if file.exists():
        stored: dict[str, list[list[Any]]] = json.loads(file.read_text(encoding="utf-8"))
        return {
            key: [TypeProblem(int(line), str(rule), str(text)) for line, rule, text in problems]
            for key, problems in stored.items()
        }
    found = check_texts(texts, workspaces, python)
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_suffix(f".{os.getpid()}")
    partial.write_text(
        json.dumps({k: [[p.line, p.rule, p.message] for p in v] for k, v in found.items()}),
        encoding="utf-8",
    )
    partial.replace(file)
    return found


def _is_import(problem: TypeProblem) -> bool:
    """Whether an import fails, be its line rewritten or not: what is left of it failed before."""
    return problem.rule == "reportMissingImports" or "unknown import symbol" in problem.message


_REFUSED_NONE = {
    "reportArgumentType": r'None" cannot be assigned to parameter "(assistant|agent)_id"',
    "reportCallIssue": r"^No overloads for .*Argument types: .*\bNone\b",
    "reportOptionalMemberAccess": r'^"id" is not a known attribute of "None"',
}
"""How pyright refuses what may be None, and its id, as that of a run's agent."""


def _is_same_none(old: TypeProblem, new: TypeProblem) -> bool:
    """Whether what may be None was refused as an agent's id, and is refused as a call now."""
    return new.rule == "reportOptionalCall" and any(
        old.rule == rule and re.search(said, old.message, re.DOTALL)
        for rule, said in _REFUSED_NONE.items()
    )


def new_problems(
    before: str,
    after: str,
    legacy: Sequence[TypeProblem],
    untouched: Sequence[TypeProblem],
    migrated: Sequence[TypeProblem],
    *,
    partly: bool = False,
) -> list[TypeProblem]:
    """Errors of the migrated text which the original did not have.

    Args:
        before: the original text.
        after: the migrated text.
        legacy: errors of the original against the SDK it was written for.
        untouched: errors of the original against the target SDK.
        migrated: errors of the migrated text against the target SDK.
        partly: legacy code is left; it may fail on a rewritten line as it did on the original's.
    """
    old, new = before.splitlines(), after.splitlines()
    origin: dict[int, range] = {}
    same: dict[int, int] = {}
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        for offset in range(j2 - j1):
            if tag == "equal":
                same[j1 + offset + 1] = i1 + offset + 1
                origin[j1 + offset + 1] = range(i1 + offset + 1, i1 + offset + 2)
            else:
                origin[j1 + offset + 1] = range(i1 + 1, i2 + 1)
    pool = list(legacy)
    rest = list(untouched)
    found: list[TypeProblem] = []
    for problem in migrated:
        place = origin.get(problem.line, range(0))
        match = next(
            (p for p in pool if p.rule == problem.rule and p.message == problem.message), None
        ) or next(
            (
                p
                for p in pool
                if p.line in place and (p.rule == problem.rule or _is_same_none(p, problem))
            ),
            None,
        )
        if match is not None:
            pool.remove(match)
            continue
        residue = next(
            (
                p
                for p in rest
                if (p.rule, p.message) == (problem.rule, problem.message)
                and (
                    p.line == same.get(problem.line)
                    or (partly and p.line in place)
                    or _is_import(problem)
                )
            ),
            None,
        )
        if residue is not None:
            rest.remove(residue)
            continue
        found.append(problem)
    return found
