"""``python -m tests.judge.migration``: migrate the corpora and say what came of it."""

from __future__ import annotations

import argparse
import difflib
import json
import platform
import sys
import time
from datetime import datetime, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.corpora.manifest import CORPORA, LEGACY
from tests.corpora.model import Corpus
from tests.judge.engines import REPOSITORY, Cli, Engine, Library
from tests.judge.outcome import Outcome, Workspace, judge, workspaces
from tests.judge.page import document
from tests.judge.report import as_json, terminal


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.judge.migration", description=__doc__)
    parser.add_argument(
        "--corpus", action="append", choices=list(CORPORA), help="only this corpus; repeatable"
    )
    parser.add_argument(
        "--files", nargs="+", type=Path, metavar="PATH", help="own files instead of the corpora"
    )
    parser.add_argument(
        "--match", default="", metavar="TEXT", help="only programs with this text in their path"
    )
    parser.add_argument("--engine", choices=["cli", "library"], default="cli")
    parser.add_argument("--no-types", action="store_true", help="leave pyright out")
    parser.add_argument(
        "--behaviour", action="store_true", help="run what is fully migrated before and after"
    )
    parser.add_argument("--jobs", type=int, default=1, help="programs that run at once")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write everything there")
    parser.add_argument(
        "--keep", type=Path, metavar="DIR", help="keep the migrated copies, and a diff of each"
    )
    parser.add_argument("--limit", type=int, default=40, help="longest list to print")
    parser.add_argument(
        "--results",
        type=Path,
        help="page to write; by default docs/results.md when all corpora were measured",
    )
    return parser.parse_args()


def _own(files: list[Path]) -> tuple[Corpus, list[Workspace]]:
    spaces: dict[Path, list[str]] = {}
    for file in files:
        path = file.resolve()
        spaces.setdefault(path.parent, []).append(path.name)
    corpus = Corpus("files", "files named on the command line", CORPORA["wild"].legacy, ())
    return corpus, [
        Workspace(f"{index}-{root.name}", root, tuple(names))
        for index, (root, names) in enumerate(spaces.items())
    ]


def _diffs(outcome: Outcome, folder: Path) -> None:
    for program in outcome.programs:
        if not program.changed:
            continue
        file = folder / (program.key + ".diff")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(
            "".join(
                difflib.unified_diff(
                    program.before.splitlines(keepends=True),
                    program.after.splitlines(keepends=True),
                    "before",
                    "after",
                )
            ),
            encoding="utf-8",
        )


def _measure(
    corpus: Corpus, engine: Engine, options: argparse.Namespace, spaces: list[Workspace] | None
) -> Outcome:
    started = time.monotonic()
    with TemporaryDirectory(prefix="unspool-corpus-") as name:
        keep = options.keep / corpus.name if options.keep else None
        scratch = keep / "after" if keep else Path(name)
        scratch.mkdir(parents=True, exist_ok=True)
        outcome = judge(
            corpus,
            engine,
            scratch,
            types=not options.no_types,
            spaces=spaces,
            match=options.match,
        )
        if options.behaviour:
            # here, because the emulator needs more than the rest of the judges
            from tests.judge.behaviour import judge_behaviour

            found = workspaces(corpus, Outcome("", "")) if spaces is None else spaces
            judge_behaviour(outcome, corpus, found, scratch, jobs=options.jobs)
        if keep:
            _diffs(outcome, keep / "diff")
    print(f"{corpus.name}: {time.monotonic() - started:.0f} s", file=sys.stderr)
    return outcome


def _measured(engine: Engine) -> str:
    """When, and on what."""
    today = datetime.now(tz=timezone.utc).date().isoformat()
    state = engine.state if isinstance(engine, Cli) else "the library"
    return f"Measured on {today}, with Python {platform.python_version()}, on {state}."


def main() -> int:
    """Measure and report; 1 when something was broken or failed."""
    options = _arguments()
    engine: Engine = Cli() if options.engine == "cli" else Library()
    outcomes: list[Outcome] = []
    if options.files:
        corpus, spaces = _own(options.files)
        outcomes.append(_measure(corpus, engine, options, spaces))
    else:
        outcomes.extend(
            _measure(CORPORA[name], engine, options, None) for name in options.corpus or LEGACY
        )
    print(terminal(outcomes, limit=options.limit))
    if options.json:
        options.json.write_text(json.dumps(as_json(outcomes), indent=1), encoding="utf-8")
    whole = not (options.files or options.corpus or options.match or options.no_types)
    whole = whole and options.behaviour
    page = options.results or (REPOSITORY / "docs" / "results.md" if whole else None)
    if page is not None:
        page.write_text(document(outcomes, measured=_measured(engine)), encoding="utf-8")
        print(f"\nwritten: {page}")
    return 1 if any(o.broken or o.strays or o.failures for o in outcomes) else 0


if __name__ == "__main__":
    raise SystemExit(main())
