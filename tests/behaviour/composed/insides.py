"""Loops that do all their work in a round: they answer calls, read, decide about the run."""

from __future__ import annotations

from .draft import Draft, block, lines
from .readings import inline_answer, reading
from .tools import hand_in

_BAD = '("failed", "cancelled", "expired", "incomplete")'
_MOVING = '("queued", "in_progress")'
_ENDS = '("completed", "failed", "cancelled", "expired", "incomplete")'

_HEADS = {
    # What ends by itself, and what needs a branch for the runs that fail.
    "while True:": True,
    'while run.status != "completed":': True,
    "while not done:": True,
    "for attempt in range(40):": False,
    "while ticks < 40:": False,
    "while time.time() < started + 60:": True,
    f"while run.status not in {_ENDS}:": False,
    f"while run.status in {_MOVING}:": False,
    'while run.status in ("queued", "in_progress", "requires_action"):': False,
    'while run.status != "completed" and run.status != "failed":': True,
}
"""The heads of loops, and whether a branch has to leave them where a run fails."""


def inside(draft: Draft) -> str:
    """A run, and a loop whose branches are the rest of the turn."""
    roll = draft.random.random
    head = draft.random.choice(list(_HEADS))
    extra = _extra(draft)
    # A status that each round tells is told without end, where a failed run is not left.
    needed = _HEADS[head] or "Run status" in extra
    early = not draft.tools and "run.status" in head and roll() < 0.2
    branches = _branches(draft, needed, "done" in head)
    if early and "continue" in branches:
        # It would never look again.
        early = False
    look = _look(draft)
    pause = draft.sleep(draft.random.choice(("1", "0.5")))
    first = [] if "run.status" in head or roll() < 0.8 else [draft.note("Look again", "poll")]
    if early:
        parts = [*first, branches, extra, pause, look]
    elif roll() < 0.3:
        parts = [*first, look, extra, branches, pause]
    elif roll() < 0.5:
        parts = [*first, pause, look, branches, extra]
    else:
        parts = [*first, look, branches, extra, pause]
    rounds = lines(*parts)
    before = [f"run = {draft.start()}"]
    if "ticks" in head + rounds:
        before.append("ticks = 0")
        rounds = rounds if "ticks += 1" in rounds else lines("ticks += 1", rounds)
    if "done" in head:
        before.append("done = False")
    if "started" in head + rounds:
        draft.imports.add("import time")
        before.append("started = time.time()")
    if "answer = " in rounds:
        before.append("answer = None")
    loop = block(head, rounds)
    if head.startswith("for") and roll() < 0.5:
        loop = lines(loop, block("else:", 'print("Never finished")'))
    if roll() < 0.15:
        told = draft.give('f"Caught: {error}"')
        loop = lines(block("try:", loop), block("except RuntimeError as error:", told))
    return lines(*before, loop, _afterwards(draft, loop))


def _look(draft: Draft) -> str:
    look = f"run = {draft.of_run('run.get')}"
    if draft.random.random() < 0.1:
        wrong = lines('print(f"Cannot look: {error}")', "break")
        return lines(block("try:", look), block("except ConnectionError as error:", wrong))
    return look


def _extra(draft: Draft) -> str:
    late = draft.random.choice(
        ('raise TimeoutError("The run takes too long")', 'print("Too late")\nbreak')
    )
    if draft.random.random() < 0.3:
        late = lines(draft.of_run("run.cancel"), late)
    return draft.random.choice(
        (
            "",
            "",
            "",
            'print("Waiting...")',
            "last = run.status",
            # A run that goes on with outputs is queued, the response after it is finished.
            "" if draft.tools else 'print(f"Run status: {run.status}")',
            "ticks += 1",
            block("if ticks > 50:", late),
            block("if time.time() - started > 90:", late),
        )
    )


def _branches(draft: Draft, needed: bool, flagged: bool) -> str:
    """What a round does by the status of the run."""
    wanted = {"completed": _completed(draft, flagged)}
    if needed or draft.random.random() < 0.6:
        wanted["failed"] = _failed(draft, flagged)
    if draft.tools:
        wanted["requires_action"] = hand_in(draft)
    elif draft.random.random() < 0.3:
        stop = ('raise ValueError("No tools here")', 'print("Calls?")\nbreak', "break")
        wanted["requires_action"] = draft.random.choice(stop)
    names = list(wanted)
    draft.random.shuffle(names)
    shape = draft.random.choice(("chain", "chain", "ifs", "ifs", "match", "guard"))
    if shape == "match":
        cases = [block(_case(name, draft), wanted[name]) for name in names]
        rest = draft.random.choice(("", block("case _:", "pass"), block("case _:", "continue")))
        if "continue" in rest:
            rest = block("case _:", draft.sleep("0.2"), "continue")
        return block("match run.status:", *cases, rest)
    if shape == "guard":
        guard = block(f"if run.status in {_MOVING}:", draft.sleep("0.2"), "continue")
        return lines(guard, *(block(f"if {_test(n, draft)}:", wanted[n]) for n in names))
    if shape == "ifs":
        return lines(*(block(f"if {_test(name, draft)}:", wanted[name]) for name in names))
    parts = []
    for number, name in enumerate(names):
        parts.append(block(f"{'elif' if number else 'if'} {_test(name, draft)}:", wanted[name]))
    if draft.random.random() < 0.3:
        wait = draft.random.choice(('print("Waiting...")', "pass", draft.sleep("0.2")))
        parts.append(block("else:", wait))
    return lines(*parts)


def _case(name: str, draft: Draft) -> str:
    if name == "failed":
        return 'case "failed" | "cancelled" | "expired" | "incomplete":'
    return f'case "{name}":'


def _test(name: str, draft: Draft) -> str:
    if name == "failed":
        return f"run.status in {_BAD}"
    return f'run.status == "{name}"'


def _completed(draft: Draft, flagged: bool) -> str:
    leave = "done = True" if flagged else "break"
    value = inline_answer(draft)
    if value and draft.random.random() < 0.5:
        return lines(f"answer = {value}", leave)
    read = reading(draft)
    if read.split("\n")[-1].startswith("return") and draft.random.random() < 0.8:
        return read
    return lines(read, leave)


def _failed(draft: Draft, flagged: bool) -> str:
    leave = "done = True" if flagged else "break"
    ways = [
        'raise RuntimeError("The run failed")',
        'raise RuntimeError(f"Run ended as {run.status}")',
        lines('print(f"Run ended as {run.status}")', leave),
        leave,
    ]
    if draft.gives == "return":
        draft.returned = True
        ways += ["return None", 'return f"ended as {run.status}"']
    return draft.random.choice(ways)


def _afterwards(draft: Draft, loop: str) -> str:
    """What follows the loop; what the loop read is given now."""
    given = draft.give("answer") if "answer = " in loop else ""
    status = draft.random.choice(("", "", 'print("ended as", run.status)'))
    return lines(status, given)
