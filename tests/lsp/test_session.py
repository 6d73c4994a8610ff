"""The session by itself: which texts are checked, and whose answers count."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable

import pytest

from unspool_rules.model import Analysis, Finding, Severity, Span
from unspool_server import session as module
from unspool_server.session import Checked, Outcome, Session, Snapshot

pytestmark = pytest.mark.asyncio
URI = "file:///w/a.py"


class Gate:
    """A check that waits until it is let go, and remembers what it was asked."""

    def __init__(self, *, opened: bool = True) -> None:
        self.asked: list[str] = []
        self.open = threading.Event()
        self.entered = threading.Event()
        if opened:
            self.open.set()

    def __call__(self, snapshot: Snapshot) -> Outcome:
        self.asked.append(snapshot.source)
        self.entered.set()
        assert self.open.wait(10)
        if "boom" in snapshot.source:
            raise RuntimeError("boom")
        if "(" in snapshot.source:
            return Outcome(Analysis(parsed=False))
        at = snapshot.source.find("x")
        found = Finding("UNS101", "n", "m", Span(at, at + 1), Severity.WARNING, "s", None)
        return Outcome(Analysis((found,) if at >= 0 else ()))


def made(check: Callable[[Snapshot], Outcome]) -> tuple[Session, list[Checked]]:
    published: list[Checked] = []
    return Session(check, published.append), published


async def place(session: Session) -> Span:
    checked = await session.checked(URI)
    assert checked
    (finding,) = checked.outcome.analysis.findings
    return checked.place(finding.span)


async def test_the_newest_text_is_the_one_that_counts() -> None:
    gate = Gate(opened=False)
    session, published = made(gate)
    session.open(URI, None, 1, "one")
    await asyncio.to_thread(gate.entered.wait, 10)
    for version in range(2, 30):
        session.change(URI, version, f"text {version}")
        await asyncio.sleep(0)
    waiting = asyncio.ensure_future(session.checked(URI))
    await asyncio.sleep(0)
    gate.open.set()
    checked = await waiting
    assert checked and checked.snapshot.version == 29
    assert [one.snapshot.version for one in published] == [29]
    assert gate.asked == ["one", "text 29"]


async def test_typing_waits_and_asking_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "QUICKEST", 30.0)
    monkeypatch.setattr(module, "SLOWEST", 30.0)
    gate = Gate()
    session, _ = made(gate)
    session.open(URI, None, 1, "one")
    assert await session.checked(URI)
    session.change(URI, 2, "two")  # the first after a silence is checked at once
    await asyncio.sleep(0.05)
    session.change(URI, 3, "three")
    await asyncio.sleep(0.05)
    assert gate.asked == ["one", "two"]
    checked = await asyncio.wait_for(session.checked(URI), 5)
    assert checked and checked.snapshot.source == "three"


async def test_a_text_is_checked_once_however_often_it_is_asked_about() -> None:
    gate = Gate()
    session, published = made(gate)
    session.open(URI, None, 1, "one")
    session.change(URI, 2, "two")
    for _ in range(3):
        asked = await asyncio.gather(*(session.checked(URI) for _ in range(4)))
        assert {id(one) for one in asked} == {id(published[-1])}
    assert gate.asked.count("two") == 1
    assert [one.snapshot.version for one in published] == [2]


async def test_who_waits_for_a_document_that_closes_gets_nothing() -> None:
    gate = Gate(opened=False)
    session, published = made(gate)
    session.open(URI, None, 1, "one")
    waiting = asyncio.ensure_future(session.checked(URI))
    await asyncio.sleep(0)
    assert session.close(URI)
    gate.open.set()
    assert await waiting is None
    assert await session.checked(URI) is None
    await asyncio.sleep(0.05)
    assert published == []


async def test_a_broken_text_keeps_the_last_good_answer() -> None:
    session, published = made(Gate())
    session.open(URI, None, 1, "ab x yz")
    assert await place(session) == Span(3, 4)
    for version, text, expected in [
        (2, "ab (  x yz", Span(6, 7)),  # typed before it
        (3, "( ab (  x yz", Span(8, 9)),  # and again, elsewhere
        (4, "( ab (   yz", Span(8, 8)),  # and in its place
    ]:
        session.change(URI, version, text)
        assert await place(session) == expected, text
        assert not published[-1].current
    session.change(URI, 5, "x")
    assert await place(session) == Span(0, 1)
    assert published[-1].current


async def test_an_answer_that_came_too_late_is_still_a_good_one() -> None:
    gate = Gate(opened=False)
    session, published = made(gate)
    session.open(URI, None, 1, "x")
    await asyncio.to_thread(gate.entered.wait, 10)
    session.change(URI, 2, "( x")
    gate.open.set()
    assert await place(session) == Span(2, 3)
    assert [one.snapshot.version for one in published] == [2]


async def test_a_text_that_was_never_good_has_no_findings() -> None:
    session, _ = made(Gate())
    session.open(URI, None, 1, "x (")
    checked = await session.checked(URI)
    assert checked and not checked.current
    assert checked.outcome.analysis.findings == ()


async def test_our_own_errors_are_not_the_end() -> None:
    session, _ = made(Gate())
    session.open(URI, None, 1, "boom")
    assert await session.checked(URI)
    session.change(URI, 2, "x")
    assert await place(session) == Span(0, 1)


async def test_all_but_one_are_checked_again() -> None:
    gate = Gate()
    session, published = made(gate)
    for name in "abc":
        session.open(f"file:///w/{name}.py", None, 1, name)
        await session.checked(f"file:///w/{name}.py")
    session.recheck("file:///w/b.py")
    for name in "abc":
        await session.checked(f"file:///w/{name}.py")
    assert sorted(gate.asked) == ["a", "a", "b", "c", "c"]
    assert len(published) == 5


async def test_a_request_that_is_given_up_stops_nobody() -> None:
    gate = Gate(opened=False)
    session, _ = made(gate)
    session.open(URI, None, 1, "x")
    first, second = (asyncio.ensure_future(session.checked(URI)) for _ in range(2))
    await asyncio.sleep(0)
    first.cancel()
    gate.open.set()
    assert await second
