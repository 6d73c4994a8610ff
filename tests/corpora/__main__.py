"""``python -m tests.corpora [NAME …]``: fetch the corpora and tell their sizes."""

from __future__ import annotations

import argparse

from tests.corpora.fetch import Offline, cache_dir, programs, unpack
from tests.corpora.manifest import CORPORA
from tests.judge.legacy import Kind, legacy_references


def main() -> int:
    """Fetch and count; 1 when something could not be had."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpora", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*CORPORA, []], metavar="NAME")
    names = parser.parse_args().names or list(CORPORA)
    missing = 0
    print(f"cache: {cache_dir()}")
    print(f"{'corpus':<24}{'sources':>8}{'files':>8}{'legacy':>8}{'calls':>8}{'refs':>8}")
    for name in names:
        corpus = CORPORA[name]
        files = legacy = calls = references = 0
        for source in corpus.sources:
            try:
                root = unpack(source)
                found = [(root / p).read_text("utf-8", "replace") for p in programs(source)]
            except Offline as reason:
                print(f"  {reason}")
                missing += 1
                continue
            for text in found:
                files += 1
                try:
                    left = legacy_references(text)
                except SyntaxError:
                    continue
                legacy += bool(left)
                references += len(left)
                calls += sum(r.kind is Kind.CALL for r in left)
        print(f"{name:<24}{len(corpus.sources):>8}{files:>8}{legacy:>8}{calls:>8}{references:>8}")
    return 1 if missing else 0


if __name__ == "__main__":
    raise SystemExit(main())
