"""Open documents and what is known about each; knows asyncio and threads, not the protocol."""

from __future__ import annotations

import asyncio
import gc
import logging
import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial, reduce
from itertools import count
from pathlib import Path
from typing import Protocol, TypeVar

from unspool_rules.model import Analysis, Settings, Span
from unspool_server.cells import Cells
from unspool_server.uris import key_of

T = TypeVar("T")

AT_ONCE = 0.004
"""Seconds that are waited for after the first change in a while: one keystroke may send several."""
QUICKEST = 0.02
"""The shortest silence that is waited for while somebody types."""
SLOWEST = 0.15
"""The longest one, and the silence after which nobody is taken to be typing any more."""
IDLE = 0.1
"""Seconds without a job after which there is time to look for garbage."""

_STACK = 64 * 1024 * 1024
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """One text of one document; two snapshots are never equal, however alike their texts."""

    uri: str
    """As the client wrote it when it opened the document."""
    path: Path | None
    """None for a document that is not a file of this machine."""
    version: int
    source: str
    cells: Cells | None = None
    """What the source is made of, when the document is a notebook."""

    @property
    def typed(self) -> str:
        """The source as its author sees it."""
        return self.cells.program.original if self.cells else self.source


@dataclass(frozen=True, slots=True)
class Outcome:
    """What checking a snapshot gave, and the settings that it was checked with."""

    analysis: Analysis = field(default_factory=Analysis)
    settings: Settings = field(default_factory=Settings)
    complaints: tuple[str, ...] = ()
    """What the user should know about the settings."""


class Check(Protocol):
    """Analyses a snapshot; called on the worker's thread only."""

    def __call__(self, snapshot: Snapshot) -> Outcome: ...


@dataclass(frozen=True, slots=True)
class Move:
    """One change of a text, as far as it moves places."""

    gone: Span
    """The part that was replaced."""
    grown: int
    """By how much the text became longer."""

    @classmethod
    def between(cls, old: str, new: str) -> Move:
        """What lies between that which both texts start with and that which both end with."""
        shorter = min(len(old), len(new))
        start = _longest(shorter, lambda n: old[:n] == new[:n])
        end = _longest(shorter - start, lambda n: old[len(old) - n :] == new[len(new) - n :])
        return cls(Span(start, len(old) - end), len(new) - len(old))

    def __call__(self, span: Span) -> Span:
        start, end = span.start, span.end
        if start >= self.gone.end:  # what is typed right in front is not a part of it
            start += self.grown
        elif start > self.gone.start:
            start = self.gone.start
        if end > self.gone.start:
            end = max(end, self.gone.end) + self.grown
        return Span(start, max(start, end))


@dataclass(frozen=True, slots=True)
class Checked:
    """The newest answer about a document.

    While a text cannot be parsed, the last good analysis goes on being the answer: ``good`` is the
    text that it is about, and ``place`` moves its spans to where they are in ``snapshot``.
    """

    snapshot: Snapshot
    good: Snapshot
    outcome: Outcome
    moves: tuple[Move, ...] = ()
    """What was typed since ``good``."""
    refused: set[tuple[str, str]] = field(default_factory=set, compare=False)
    """Changes that turned out to have no edits, so that they are not offered again."""

    @classmethod
    def after(cls, snapshot: Snapshot, outcome: Outcome, last: Checked | None) -> Checked:
        if outcome.analysis.parsed or last is None:
            return cls(snapshot, snapshot, outcome)
        move = Move.between(last.snapshot.typed, snapshot.typed)
        return cls(snapshot, last.good, last.outcome, (*last.moves, move))

    @property
    def current(self) -> bool:
        """Whether the analysis is about this very text, so that its edits fit."""
        return self.snapshot is self.good and self.outcome.analysis.parsed

    def place(self, span: Span) -> Span:
        """Where a span of the analysis is in the document as it stands."""
        if not self.moves:
            return span
        return reduce(lambda place, move: move(place), self.moves, span)


class Worker:
    """One thread for all that may reach jedi, which is not made for two.

    It is a daemon: a running analysis can only be outlived, and must not keep the process.
    Analyses leave garbage behind that only a collection finds; it is looked for between two jobs.
    """

    def __init__(self) -> None:
        self._jobs: queue.PriorityQueue[tuple[bool, int, Callable[[], None]]]
        self._jobs = queue.PriorityQueue()
        self._numbers = count()
        before = threading.stack_size(_STACK)  # deeply nested code needs more than some give
        threading.Thread(target=self._work, name="unspool-analysis", daemon=True).start()
        threading.stack_size(before)

    def submit(self, job: Callable[[], T], *, later: bool = False) -> Future[T]:
        """Do a job after those before it, and ``later`` than all that are not."""
        future: Future[T] = Future()

        def run() -> None:
            if not future.set_running_or_notify_cancel():
                return  # nobody wants it any more
            try:
                future.set_result(job())
            except BaseException as error:  # handed to whoever waits for the job
                future.set_exception(error)

        self._jobs.put((later, next(self._numbers), run))
        return future

    def _work(self) -> None:
        while True:
            try:
                job = self._jobs.get(timeout=IDLE)
            except queue.Empty:
                gc.collect()
                job = self._jobs.get()
            job[2]()
            del job  # or it would hold what it gave until the next one comes


class _Document:
    """What changes about an open document."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.answer: asyncio.Future[Checked | None] = asyncio.get_running_loop().create_future()
        self.hurry = asyncio.Event()
        self.last: Checked | None = None
        self.job: asyncio.Task[None] | None = None
        self.cost = 0.0
        self.typed = -SLOWEST
        """When the text was changed last, in the seconds of the loop's clock."""

    def pause(self) -> float:
        """Seconds of silence to wait for after a change that comes now."""
        now = asyncio.get_running_loop().time()
        typing, self.typed = now - self.typed < SLOWEST, now
        return min(max(self.cost / 2, QUICKEST), SLOWEST) if typing else AT_ONCE


class Session:
    """Keeps one job per document, for its newest text; answers for older texts are dropped."""

    def __init__(self, check: Check, publish: Callable[[Checked], None]) -> None:
        self._check = check
        self._publish = publish
        self._worker = Worker()
        self._documents: dict[str, _Document] = {}

    def open(
        self, uri: str, path: Path | None, version: int, source: str, cells: Cells | None = None
    ) -> None:
        """Check a document at once. One that is open already is taken as opened anew."""
        self.close(uri)
        document = _Document(Snapshot(uri, path, version, source, cells))
        self._documents[key_of(uri)] = document
        self._start(document, 0)

    def change(self, uri: str, version: int, source: str, cells: Cells | None = None) -> None:
        """Check a new text at once, or while somebody types, when there is a pause.

        A pause is half as long as the last check took.
        """
        if document := self._documents.get(key_of(uri)):
            old = document.snapshot
            document.snapshot = Snapshot(old.uri, old.path, version, source, cells)
            self._start(document, document.pause())

    def close(self, uri: str) -> Snapshot | None:
        """Forget a document; whoever waits for it gets None."""
        document = self._documents.pop(key_of(uri), None)
        if document is None:
            return None
        if document.job:
            document.job.cancel()
        if not document.answer.done():
            document.answer.set_result(None)
        return document.snapshot

    def recheck(self, besides: str | None = None) -> None:
        """Check every document (but one) again: something outside of the texts has changed.

        What somebody types meanwhile comes first.
        """
        for key, document in self._documents.items():
            if besides is not None and key == key_of(besides):
                continue
            document.snapshot = replace(document.snapshot)
            self._start(document, 0, later=True)

    def snapshot(self, uri: str) -> Snapshot | None:
        document = self._documents.get(key_of(uri))
        return document.snapshot if document else None

    def snapshots(self) -> list[Snapshot]:
        """The newest text of every open document."""
        return [document.snapshot for document in self._documents.values()]

    async def checked(self, uri: str) -> Checked | None:
        """The answer for the newest text, even if that changes meanwhile; None when not open."""
        document = self._documents.get(key_of(uri))
        if document is None:
            return None
        document.hurry.set()
        return await asyncio.shield(document.answer)

    def warm_up(self, job: Callable[[], None], *, later: bool = False) -> None:
        """Do a job before the next ones, or ``later`` than all that somebody waits for.

        Its errors are of no interest.
        """
        self._worker.submit(job, later=later)

    async def run(self, job: Callable[[], T], *, later: bool = False) -> T:
        """Do a job on the worker's thread."""
        return await asyncio.wrap_future(self._worker.submit(job, later=later))

    def _start(self, document: _Document, delay: float, *, later: bool = False) -> None:
        if document.job:
            document.job.cancel()
        if document.answer.done():
            document.answer = asyncio.get_running_loop().create_future()
            document.hurry.clear()
        document.job = asyncio.create_task(
            self._job(document, document.snapshot, delay, later=later)
        )

    async def _job(
        self, document: _Document, snapshot: Snapshot, delay: float, *, later: bool
    ) -> None:
        if delay and not document.hurry.is_set():
            await _either(document.hurry, delay)
        work = self._worker.submit(lambda: self._timed(snapshot), later=later)
        try:
            outcome, document.cost = await asyncio.wrap_future(work)
        except asyncio.CancelledError:
            work.add_done_callback(partial(_late, asyncio.get_running_loop(), document, snapshot))
            raise
        document.last = Checked.after(snapshot, outcome, document.last)
        document.answer.set_result(document.last)
        self._publish(document.last)

    def _timed(self, snapshot: Snapshot) -> tuple[Outcome, float]:
        started = time.thread_time()  # the machine's other work must not slow us down further
        try:
            outcome = self._check(snapshot)
        except Exception:  # without an answer every request for this document would wait for ever
            _log.exception("checking %s failed", snapshot.uri)
            outcome = Outcome()
        return outcome, time.thread_time() - started


def _late(
    loop: asyncio.AbstractEventLoop,
    document: _Document,
    snapshot: Snapshot,
    work: Future[tuple[Outcome, float]],
) -> None:
    """An answer that came too late is still the last good one, should the new text be broken."""

    def keep() -> None:
        document.last = Checked.after(snapshot, work.result()[0], document.last)

    if not work.cancelled():
        with suppress(RuntimeError):  # the loop may have ended
            loop.call_soon_threadsafe(keep)


async def _either(event: asyncio.Event, seconds: float) -> None:
    with suppress(asyncio.TimeoutError):
        await asyncio.wait_for(event.wait(), seconds)


def _longest(most: int, holds: Callable[[int], bool]) -> int:
    """The largest number up to ``most`` that ``holds``, given that all smaller ones do."""
    low = 0
    while low < most:
        middle = (low + most + 1) // 2
        low, most = (middle, most) if holds(middle) else (low, middle - 1)
    return low
