"""`python -m tests.behaviour.run_pair before.py after.py --surface azure` prints a verdict."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from .compare import Verdict, compare
from .environments import (
    HUB,
    LEGACY,
    LEGACY_BETA,
    NEW,
    Environment,
    EnvironmentUnavailable,
)
from .programs import Program, run
from .stored import FILE, stored_for

# azure-ai-agents 1.1.0; 1.2.0b5; azure-ai-projects 1.0.0b10.
LEGACIES = {environment.name: environment for environment in (LEGACY, LEGACY_BETA, HUB)}
SURFACES = ("azure", "openai", "azure-openai")


def run_pair(
    before_source: str,
    after_source: str,
    surface: str,
    *,
    like: Program | None = None,
    legacy: Environment = LEGACY,
) -> Verdict:
    """Run both programs and compare; `like` carries files, environment and standard input."""
    if surface not in SURFACES:
        raise ValueError(f"surface must be one of {', '.join(SURFACES)}")
    like = like or Program("")
    if FILE in after_source and not like.stored:
        like = replace(like, stored=stored_for(before_source, like.model))
    before = run(replace(like, source=before_source), legacy, "legacy")
    after = run(replace(like, source=after_source), NEW, "new")
    return compare(before, after)


def _files(folders: list[Path]) -> Mapping[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file()
    }


def main() -> int:
    """Print the verdict as JSON; the exit code is 0 when it is `equal`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument("--surface", choices=SURFACES, required=True)
    parser.add_argument(
        "--files", type=Path, action="append", default=[], help="a folder to copy beside both"
    )
    parser.add_argument("--legacy", choices=sorted(LEGACIES), default=LEGACY.name)
    parser.add_argument("--name", help="where the program lies among the files")
    parser.add_argument("--env", action="append", default=[], metavar="NAME=VALUE")
    parser.add_argument("--stdin", type=Path, help="a file to use as standard input")
    parser.add_argument("--timeout", type=float, default=60.0)
    options = parser.parse_args()
    like = Program(
        "",
        name=options.name or options.before.name,
        files=_files(options.files),
        env=dict(pair.split("=", 1) for pair in options.env),
        timeout=options.timeout,
    )
    if options.stdin:
        like = replace(like, stdin=options.stdin.read_text(encoding="utf-8"))
    before, after = (p.read_text(encoding="utf-8") for p in (options.before, options.after))
    try:
        verdict = run_pair(
            before, after, options.surface, like=like, legacy=LEGACIES[options.legacy]
        )
    except EnvironmentUnavailable as error:
        verdict = Verdict("not runnable", [str(error)])
    print(verdict.as_json())
    return 0 if verdict.outcome == "equal" else 1


if __name__ == "__main__":
    raise SystemExit(main())
