"""Loops that only wait for a run: they go, since a response is finished when it is returned."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls.sdk_calls import calls_functions
from unspool_rules.engine.waiting import pauses
from unspool_rules.engine.waiting.counted_rounds import check_counts
from unspool_rules.engine.waiting.each_round import is_done_once
from unspool_rules.engine.waiting.endings import ending
from unspool_rules.engine.waiting.loop_names import LoopNames
from unspool_rules.engine.waiting.unended import waits_past_failures
from unspool_rules.engine.work import Work
from unspool_rules.syntax.bindings import Variable

_UNANSWERED = "nothing here answers the function calls that a response may ask for"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A statement that does more than wait."""

    node: ast.AST
    reason: str


class WaitLoop(LoopNames):
    """The loop around a poll, judged by what its statements do.

    What stays of it runs once, as the loop's last round did: the run is finished then.
    """

    def __init__(
        self,
        work: Work,
        loop: ast.While | ast.For,
        run: Variable,
        polls: list[Site],
        aliases: frozenset[Variable] = frozenset(),
    ) -> None:
        super().__init__(work, loop, {work.tree.statement(p.func) for p in polls}, run, aliases)
        self.refusals: list[Refusal] = []
        self.timed = False
        self.given_up: list[ast.stmt] = []
        """Branches of a time-out, which go."""
        self._on_run = isinstance(loop, ast.While) and self.reads_run(loop.test)
        self.endless = isinstance(loop, ast.For) or pauses.is_true(loop.test)
        self._body = self._keep(loop.body, last=True)
        if loop.orelse:
            self._else(loop.orelse)
        self._check_counter()
        check_counts(work, loop, self._body)
        self._final = ending(work, loop, self._body, self.reads_run)
        if self._final is None:
            self._need()
        if self._final is None and waits_past_failures(work, loop, self.reads_run):
            work.note(
                "the loop never ended for a run that failed; the program goes on with a failed "
                "response now: there is no answer, and the newest message may be the question"
            )
        if self._is_silenced():
            work.note("what a loop printed while it waited is not printed any more")

    @property
    def stays(self) -> bool:
        """Whether anything of the loop is still to be done."""
        return bool(self._body)

    def _refuse(self, node: ast.AST, reason: str) -> None:
        self.refusals.append(Refusal(node, reason))

    # -- judging -----------------------------------------------------------------------------------

    def _keep(self, block: list[ast.stmt], *, last: bool) -> list[ast.stmt]:
        """The statements that are to run once, in place of the loop."""
        kept: list[ast.stmt] = []
        whole = block is self.loop.body or block in self._tried
        for index, statement in enumerate(block):
            rest = block[index + 1 :]
            if statement in self._polls or self._waits(statement):
                continue
            if self._renews(statement):
                if not self._repeats(statement):
                    kept.append(statement)
                continue
            if isinstance(statement, (ast.Break, ast.Continue)):
                continue
            if isinstance(statement, (ast.Import, ast.ImportFrom)):
                kept.append(statement)
                continue
            if whole and self._settles(statement, rest):
                return [*kept, *self._last_round(rest)]
            if isinstance(statement, ast.If):
                self._if(statement, rest, kept, last)
                if aside := self._passes_by(statement, rest, whole=whole):
                    return self._around(kept, rest, aside)
            elif isinstance(statement, ast.Try) and whole:
                self._try(statement, rest, kept)
                self._passes_by(statement, rest, whole=False)
            elif pauses.speaks(statement) and whole:
                if self._is_kept(statement) or self._is_said_at_the_end(statement, rest):
                    kept.append(statement)
            elif self._counts(statement) and whole:
                self.timed |= self._target(statement) in self._limits()
                if self._is_read(statement):
                    kept.append(statement)
            elif not whole or self._is_once(statement):
                kept.append(statement)
            else:
                self._refuse(statement, "the loop does more than wait here")
        return kept

    def _is_said_at_the_end(self, statement: ast.stmt, rest: list[ast.stmt]) -> bool:
        """Whether a round that comes to a statement is the last one: ``print(answer); break``."""
        goes_on = any(isinstance(j, ast.Continue) for s in rest for j in pauses.jumps(s))
        return (
            statement in self.loop.body
            and isinstance(self.loop.body[-1], ast.Break)
            and not goes_on
            and not self._reads(statement, self._unknown())
        )

    def _is_once(self, statement: ast.stmt) -> bool:
        if not self._on_run:
            return isinstance(statement, (ast.Return, ast.Raise))
        if self._reads_counter(statement):
            return False
        return is_done_once(self.work, self.loop, statement, self._polls)

    def _renews(self, statement: ast.stmt) -> bool:
        """``status = retrieve(run_id=run.id).status``, which becomes ``status = run.status``."""
        return (
            isinstance(statement, ast.Assign)
            and self._target(statement) in self._told
            and self._tells(statement.value)
        )

    def _repeats(self, statement: ast.stmt) -> bool:
        """Whether the same stands right before the loop."""
        before = self._before()
        return before is not None and self._shown(before) == self._shown(statement)

    def _before(self) -> ast.stmt | None:
        """The statement right before the loop."""
        block = [None, *self.work.tree.block_of(self.loop)]
        return block[block.index(self.loop) - 1]

    def _shown(self, statement: ast.stmt) -> str:
        """An assignment's text, with the run in place of a poll."""
        if not isinstance(statement, ast.Assign):
            return ast.unparse(statement)
        value: ast.expr = statement.value
        steps = ""
        while isinstance(value, ast.Attribute):
            steps = f".{value.attr}{steps}"
            value = value.value
        base = self.run.name if value in self._asked else ast.unparse(value)
        return f"{ast.unparse(statement.targets[0])} = {base}{steps}"

    def _if(self, node: ast.If, rest: list[ast.stmt], kept: list[ast.stmt], last: bool) -> None:
        if not self.reads_run(node.test):
            if last and self._about_time(node):
                self.timed = True
                self.given_up.append(node)
            elif not self._idles(node):
                if self._is_of_last_round(node, rest):
                    kept.append(node)
                else:
                    self._refuse(node, "a condition that is not about the run")
            return
        if self._is_unreached(node):
            return
        branches = zip(pauses.tests(node), pauses.branches(node), strict=False)
        asking = [branch for test, branch in branches if pauses.asks(test)]
        if asking:
            handled = [b for b in asking if not all(map(self._tells_only, b))]
            if not all(map(pauses.leaves, handled)):
                self._refuse(node, "tool calls are handled in the loop")
                return
            self.work.plan.acts = True
            asks = [t for t in pauses.tests(node) if pauses.asks(t)]
            if not handled and not all(calls_functions(self.work, t) for t in asks):
                self.work.note(_UNANSWERED)
        if self._leaves(node) and any(not self.only_waits(s) for s in rest):
            self._refuse(node, "what follows this condition runs only while the run is waited for")
            return
        for branch in pauses.branches(node):
            self._keep(branch, last=False)
            for statement in branch:
                if statement is branch[-1] and isinstance(
                    statement, (ast.If, ast.Break, ast.Continue)
                ):
                    continue
                for inner in pauses.jumps(statement):
                    self._refuse(inner, "the loop is left in the middle of a branch")
                    return
        kept.append(node)

    def _try(self, node: ast.Try, rest: list[ast.stmt], kept: list[ast.stmt]) -> None:
        """An attempt to poll: what is done about the run stays in it."""
        if node.finalbody or node.orelse:
            self._refuse(node, "the loop does more than wait here")
            return
        if self._leaves(node) and any(not self.only_waits(s) for s in rest):
            self._refuse(node, "what follows this condition runs only while the run is waited for")
            return
        for handler in node.handlers:
            for statement in handler.body[:-1]:
                for inner in pauses.jumps(statement):
                    self._refuse(inner, "the loop is left in the middle of a branch")
        self._tried.append(node.body)
        self._attempts[node] = self._keep(node.body, last=True)
        if self._attempts[node]:
            kept.append(node)

    def _tells_only(self, node: ast.stmt) -> bool:
        return pauses.speaks(node) or self._waits(node) or isinstance(node, ast.Pass)

    def _leaves(self, node: ast.stmt) -> bool:
        return pauses.may_leave(node)

    def only_waits(self, node: ast.stmt) -> bool:
        return (
            node in self._polls
            or self._renews(node)
            or self._waits(node)
            or pauses.speaks(node)
            or self._counts(node)
            or isinstance(node, (ast.Continue, ast.Break, ast.Import, ast.ImportFrom))
            or (
                isinstance(node, ast.If)
                and (self.reads_run(node.test) or self._about_time(node) or self._idles(node))
            )
        )

    def _idles(self, node: ast.If) -> bool:
        """Whether all its branches only pass the time."""
        tests = list(pauses.tests(node))
        if not all(pauses.is_plain(t) and not self.reads_run(t) for t in tests):
            return False
        now_and_then = all(self._reads(test, self._unknown()) for test in tests)
        return all(
            self._waits(s)
            or (pauses.speaks(s) and (now_and_then or not self.reads_run(s)))
            or (self._counts(s) and not self._is_read(s))
            or (isinstance(s, ast.If) and self._idles(s))
            for branch in pauses.branches(node)
            for s in branch
        )

    def _about_time(self, node: ast.If) -> bool:
        """A time-out: its test reads a clock or a counter, its branch leaves the loop."""
        if node.orelse or not isinstance(node.test, ast.Compare):
            return False
        calls = [n for n in ast.walk(node.test) if isinstance(n, ast.Call)]
        timed = bool(calls) and all(pauses.reads_clock(c) for c in calls)
        counted = not calls and self._reads_counter(node.test)
        return (timed or counted) and (pauses.leaves(node.body) or self._cancels(node.body))

    def _cancels(self, block: list[ast.stmt]) -> bool:
        """Whether all that is done is to cancel the run, which the loop then waits for."""
        given_up = {
            self.work.tree.statement(site.func)
            for site in self.work.plan.sites
            if site.operation == "run.cancel"
        }
        return not given_up.isdisjoint(block) and all(
            s in given_up or pauses.speaks(s) or self._waits(s) for s in block
        )


__all__ = ["Refusal", "WaitLoop"]
