"""Judges two outcomes: what reached the model, what was printed of it, how the programs ended."""

from __future__ import annotations

import difflib
import json
import re
from dataclasses import asdict, dataclass, field
from typing import Any

from .programs import Outcome

Json = dict[str, Any]

# A lookup that finds nothing is part of careful programs ("get or create").
_LOOKUPS = frozenset(
    {"unknown-agent", "unknown-version", "unknown-object", "unknown-file", "unknown-store"}
    | {"unknown-conversation", "unknown-response"}
)
_GAPS = frozenset({"unknown-route", "emulator-fault"})
_ID = re.compile(
    r"\b(?:asst|thread|msg|run|resp|conv|file|vs|vsfb|step|call|fc|fco|cntr|ci|fs|it)[_-]\w{24}\b"
)
# The shape of an object differs in the two worlds for good reason, and so does what it repeats.
_DUMP = re.compile(r"\{'id': '|\b\w+Event\(\w+=|\b[A-Z]\w+\(id=|<iterator object|^\s+\"\w+\": ")
_TOKEN = re.compile(r"\b[0-9a-f]{8}\b")


@dataclass(frozen=True, slots=True)
class Verdict:
    """`equal`, `different` with reasons, or `not runnable` with the reason."""

    outcome: str
    reasons: list[str] = field(default_factory=list)
    invocations: int = 0
    stdout_equal: bool = False
    details: Json = field(default_factory=dict)

    def as_json(self) -> str:
        return json.dumps(asdict(self), indent=2, ensure_ascii=False)


def compare(before: Outcome, after: Outcome) -> Verdict:
    """The legacy program is the measure; when it does not run there is nothing to say."""
    if hindrance := _hindrance(before, after):
        return Verdict("not runnable", [hindrance], details=_details(before, after))
    reasons = [
        *_endings(before, after),
        *_refusals(before, after),
        *_models(before.log, after.log),
        *_printed(before, after),
        *_left(before, after),
    ]
    return Verdict(
        outcome="different" if reasons else "equal",
        reasons=reasons,
        invocations=len(before.log),
        stdout_equal=_plain(before.stdout) == _plain(after.stdout),
        details=_details(before, after),
    )


def _hindrance(before: Outcome, after: Outcome) -> str | None:
    if before.exit_code != 0:
        return f"the legacy program fails: {before.error()}"
    for outcome, name in ((before, "legacy"), (after, "migrated")):
        for refusal in outcome.report["refusals"]:
            if refusal["rule"] in _GAPS:
                return f"{name} program, {refusal['request']}: {refusal['message']}"
    return None


def _endings(before: Outcome, after: Outcome) -> list[str]:
    if after.exit_code == before.exit_code:
        return []
    return [f"the migrated program fails: {after.error()}"]


def _refusals(before: Outcome, after: Outcome) -> list[str]:
    if before.refused(beside=_LOOKUPS):
        return []
    return [f"the service refuses: {r}" for r in after.refused(beside=_LOOKUPS)]


def _models(before: list[Json], after: list[Json]) -> list[str]:
    reasons = []
    if len(before) != len(after):
        reasons.append(f"the model is asked {len(after)} times instead of {len(before)}")
    for number, (old, new) in enumerate(zip(before, after, strict=False)):
        differing = [key for key in sorted({*old, *new}) if old.get(key) != new.get(key)]
        differing = [key for key in differing if key not in {"answer", "calls"}]
        if differing:
            shown = "; ".join(
                f"{key}: {_short(old.get(key))} became {_short(new.get(key))}" for key in differing
            )
            return [*reasons, f"invocation {number} differs in {shown}"]
    return reasons


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 400 else text[:400] + "…"


def _printed(before: Outcome, after: Outcome) -> list[str]:
    texts = _texts([*before.log, *after.log])
    old, new = _seen(before.stdout, texts), _seen(after.stdout, texts)
    if old == new:
        return []
    return [f"printed texts: {_short(old)} became {_short(new)}"]


def _texts(log: list[Json]) -> list[str]:
    """What was said, longest first; answers are known by the digests in them."""
    said: set[str] = set()
    for invocation in log:
        said.update(_TOKEN.findall(invocation["answer"]))
        for item in invocation["items"]:
            if item.get("role") == "user":
                said.update(v for kind, v in item["content"] if kind == "text" and len(v) > 3)
    return sorted(said, key=len, reverse=True)


def _seen(stdout: str, texts: list[str]) -> list[str]:
    if not texts:
        return []
    said = "\n".join(line for line in stdout.splitlines() if not _DUMP.search(line))
    return re.findall("|".join(re.escape(text) for text in texts), said)


def _left(before: Outcome, after: Outcome) -> list[str]:
    old, new = before.report["left"], after.report["left"]
    if not any("/agents/" in request for request in after.report["requests"]):
        # Without agents on the service there is none to delete.
        old = {**old, "agents": new["agents"]}
    return [
        f"{kind} left behind: {old[kind]} became {new[kind]}"
        for kind in ("agents", "files", "vector_stores")
        if old[kind] != new[kind]
    ]


def _plain(stdout: str) -> list[str]:
    return _ID.sub("<id>", stdout).splitlines()


def _details(before: Outcome, after: Outcome) -> Json:
    diff = difflib.unified_diff(
        _plain(before.stdout), _plain(after.stdout), "before", "after", lineterm="", n=1
    )
    return {
        name: {
            "exit_code": outcome.exit_code,
            "stderr": outcome.stderr[-2000:],
            "refusals": outcome.report["refusals"],
            "log": outcome.log,
        }
        for name, outcome in (("before", before), ("after", after))
    } | {"stdout_diff": "\n".join(diff)}
