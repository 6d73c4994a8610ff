"""The axes along which programs differ, how common each way is, and what does not go together."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

Choice = Mapping[str, str]

# The numbers are weights, roughly as often as people write so.
AXES: dict[str, dict[str, int]] = {
    "surface": {"openai": 6, "azure-openai": 2, "agents": 2, "projects": 2},
    "mode": {"sync": 4, "async": 1},
    "home": {"script": 4, "main": 2, "function": 2, "class": 3, "ids": 3, "files": 2, "steps": 3},
    "poll": {
        "while-in": 3,
        "while-not-in": 2,
        "while-not-completed": 2,
        "forever": 3,
        "status-name": 1,
        "statuses": 1,
        "deadline": 2,
        "counter": 2,
        "walrus": 1,
        "flag": 1,
        "waiter": 3,
        "sdk": 3,
        "finished-at": 1,
        "cancelled": 1,
        "attempts": 1,
        "inside": 4,
        "fetched": 1,
        "told": 1,
        "asked": 1,
        "recursive": 1,
        "yielded": 1,
        "started": 1,
        "events": 2,
        "raw-events": 1,
        "deltas": 1,
        "handler": 1,
        "answered-events": 1,
        "collected": 1,
        "named-events": 1,
        "stateful": 1,
        "generated": 1,
        "awaited": 1,
    },
    "reading": {
        "first": 4,
        "inline": 2,
        "named": 2,
        "reversed": 2,
        "by-role": 3,
        "next": 2,
        "ascending": 1,
        "last": 1,
        "texts": 1,
        "parts": 2,
        "notes": 2,
        "history": 1,
        "newest": 1,
        "of-run": 1,
        "after": 1,
        "shown": 1,
        "sorted": 1,
        "counted": 1,
        "titled": 1,
        "joined": 1,
        "checked": 1,
        "indexed": 1,
        "dumped": 1,
        "steps": 1,
        "limited": 1,
        "users": 1,
        "compared": 1,
    },
    "failure": {
        "none": 4,
        "print": 2,
        "print-error": 2,
        "raise": 2,
        "raise-any": 2,
        "otherwise": 2,
        "chain": 2,
        "match": 1,
        "except": 1,
        "incomplete": 1,
    },
    "tools": {
        "none": 8,
        "ifs": 2,
        "table": 2,
        "globals": 1,
        "helper": 1,
        "one": 1,
        "listed": 1,
        "guarded": 1,
        "dumped": 1,
    },
    "defined": {"list": 3, "inline": 2, "apart": 2, "function": 1, "added": 1},
    "asking": {"message": 6, "parts": 1, "opening": 1, "twice": 1},
    "extra": {"none": 8, "additional": 1, "instructions": 1, "one-by-one": 1},
    "turns": {"one": 5, "two": 2, "loop": 2, "input": 1, "threads": 1, "answers": 1},
    "resources": {"none": 7, "search": 1, "interpreter": 1, "metadata": 1},
    "kept": {"objects": 3, "ids": 2},
    "client": {"plain": 5, "module": 1, "alias": 1},
    "arguments": {"keywords": 3, "positional": 1},
    "comments": {"none": 1, "some": 2},
    "cleanup": {"none": 2, "all": 1},
}
STREAMS = frozenset({"events", "raw-events", "deltas", "handler", "answered-events"}) | {
    *("collected", "named-events", "stateful", "generated", "awaited"),
}
GIVING = frozenset({"collected", "named-events", "stateful", "awaited"})
"""Streams whose text is given on at once."""
INSIDE = frozenset({"inside"})
"""Loops that read the answer themselves."""
AZURE = frozenset({"agents", "projects"})


def draw(random: Random) -> Choice:
    """One way along each axis, such that they go together."""
    while True:
        choice = {
            axis: random.choices(list(ways), weights=list(ways.values()))[0]
            for axis, ways in AXES.items()
        }
        if _fits(choice):
            return choice


def _fits(choice: Choice) -> bool:
    azure = choice["surface"] in AZURE
    streamed = choice["poll"] in STREAMS
    answered = choice["poll"] == "answered-events"
    if answered and (azure or choice["tools"] in {"none", "dumped"}):
        return False
    if streamed and not answered and choice["tools"] != "none":
        return False
    if choice["extra"] == "one-by-one" and (azure or streamed or choice["tools"] == "none"):
        return False
    if choice["asking"] == "opening" and (choice["turns"], choice["reading"]) != ("one", "first"):
        return False
    if streamed and (choice["failure"], choice["reading"]) != ("none", "first"):
        return False
    if choice["poll"] in INSIDE and choice["failure"] not in {"none", "except"}:
        return False
    if choice["poll"] in INSIDE | GIVING and choice["home"] == "steps":
        return False
    if azure and (choice["client"] != "plain" or choice["poll"] in {"deltas", "awaited"}):
        return False
    if choice["turns"] == "input" and choice["home"] == "function":
        return False
    if choice["home"] in {"function", "files"} and choice["turns"] == "threads":
        return False
    if choice["turns"] == "answers" and choice["home"] in {"script", "main"}:
        return False
    if choice["client"] == "alias" and choice["home"] in {"class", "files"}:
        return False
    # A loop that ends only with success waits forever for a run that asks for outputs.
    return not (choice["failure"] == "except" and choice["home"] == "script")
