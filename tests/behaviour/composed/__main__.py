"""`python -m tests.behaviour.composed --count 100` composes, migrates, runs and tells."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from .runs import Result, judged


def main() -> int:
    """Print every difference, the shares, and the blockers in order of their number."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--keep", type=Path, help="a folder for the programs that differ or stay")
    options = parser.parse_args()
    ran = equal = whole = 0
    blockers: Counter[str] = Counter()
    axes: Counter[tuple[str, str, bool]] = Counter()
    for result in judged(options.seed, range(options.first, options.first + options.count)):
        whole += result.whole
        for axis, way in result.program.choice.items():
            axes[axis, way, result.whole] += 1
        blockers.update({message[:160] for message in result.migrated.blockers})
        usable = result.whole and not result.unusable
        ran += usable
        equal += usable and not result.wrong
        _tell(result)
        if options.keep:
            _keep(result, options.keep)
    print(f"{options.count} programs, {whole} whole, {ran} ran, {equal} equal")
    for (axis, way, good), count in sorted(axes.items(), key=lambda item: item[0][:2]):
        if not good and count > 1:
            print(f"  {axis} {way}: {count} of {count + axes[axis, way, True]} stay")
    for message, count in blockers.most_common():
        print(f"{count:4} {message}")
    return int(ran != equal)


def _tell(result: Result) -> None:
    program = result.program
    told = [*result.wrong, *([f"not runnable: {result.unusable}"] if result.unusable else [])]
    if told:
        print(f"== {program.number} {' '.join(program.choice.values())}")
        print("\n".join(told), flush=True)


def _keep(result: Result, folder: Path) -> None:
    state = "differs" if result.wrong else "equal"
    state = state if result.whole else "stays"
    for side, files in (("before", result.program.files), ("after", result.migrated.files)):
        for name, text in files.items():
            path = folder / state / str(result.program.number) / side / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
