"""The last round of a loop that waited: where the run is finished, all that follows runs once."""

from __future__ import annotations

import ast
from abc import ABC, abstractmethod
from itertools import pairwise

from unspool_rules.catalogue.groups import POLLS, SUBMITS
from unspool_rules.engine.tool_calls.calls import strings
from unspool_rules.engine.waiting import pauses
from unspool_rules.engine.waiting.early_choices import NEVER_DONE, is_unreached
from unspool_rules.engine.waiting.endings import TOLD, error_of
from unspool_rules.engine.waiting.loopwriting import LoopWriter
from unspool_rules.engine.waiting.outcomes import STATES, acts, chosen, leaves
from unspool_rules.engine.waiting.run_states import ENDS
from unspool_rules.engine.waiting.unset_behind import setter_of
from unspool_rules.engine.work import Work
from unspool_rules.syntax.bindings import Variable

_WAITING = {"queued", "in_progress"}
_STILL = {*_WAITING, "cancelling"}
_LOOPS = (ast.While, ast.For, ast.AsyncFor)
_IMPORTS = (ast.Import, ast.ImportFrom)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)


class LastRounds(LoopWriter, ABC):
    """Judges statements that only the last round of a loop comes to."""

    timed: bool
    _ended: frozenset[str] = STATES
    """The states in which the run may be once the loop is over."""
    _on_run: bool
    """Whether the loop's own test is about the run."""

    @abstractmethod
    def reads_run(self, node: ast.AST) -> bool:
        """Whether a node reads the run."""

    @abstractmethod
    def _reads_counter(self, node: ast.AST) -> bool:
        """Whether a node reads what counts the rounds of the loop, or the time that it takes."""

    @abstractmethod
    def _renews(self, statement: ast.stmt) -> bool:
        """Whether a statement fetches the run again."""

    @abstractmethod
    def _repeats(self, statement: ast.stmt) -> bool:
        """Whether a statement need not be said again behind the loop."""

    @abstractmethod
    def _keep(self, block: list[ast.stmt], *, last: bool) -> list[ast.stmt]:
        """The statements that are to run once, in place of the loop."""

    @abstractmethod
    def _counts(self, node: ast.stmt) -> bool:
        """Whether a statement is a counter, a clock or a pause."""

    @abstractmethod
    def _target(self, statement: ast.AST) -> Variable | None:
        """The one name that a statement assigns to."""

    @abstractmethod
    def _refuse(self, node: ast.AST, reason: str) -> None:
        """Keep the loop from being taken apart, and say why."""

    def _answers(self, node: ast.stmt) -> bool:
        """Whether a statement answers the calls that a run waits for."""
        return False

    def _is_of_last_round(self, node: ast.If, rest: list[ast.stmt]) -> bool:
        """Whether a condition on something else stands in a branch for a run that has ended."""
        around = self.work.tree.parents[node]
        if not isinstance(around, ast.If) or node not in around.body:
            return False
        states = self._states_in(around.test) if self.reads_run(around.test) else set()
        if not states or not states <= ENDS or self._reads_counter(node):
            return False
        jumps = list(pauses.jumps(node))
        return not jumps or (not rest and _end_branches(node, jumps))

    def _is_unreached(self, node: ast.If) -> bool:
        """Refuse a choice that is about states in which no round comes to it."""
        found = is_unreached(self.work, self.loop, node, self._looks(), self._waits)
        if found:
            self._refuse(node, NEVER_DONE)
        return found

    def _looks(self) -> set[ast.AST]:
        """The statements of the loop that fetch the run again."""
        tree, calls = self.work.tree, self.work.facts.by_call
        found = (n for n in ast.walk(self.loop) if isinstance(n, ast.Call) and n in calls)
        return {tree.statement(call) for call in found if calls[call].operation in POLLS}

    def _settles(self, node: ast.stmt, rest: list[ast.stmt]) -> bool:
        """``if run.status in ("queued", "in_progress"): continue``, and what follows is plain."""
        return (
            isinstance(node, ast.If)
            and not node.orelse
            and isinstance(node.body[-1], ast.Continue)
            and all(self._waits(s) or pauses.speaks(s) for s in node.body[:-1])
            and self.reads_run(node.test)
            and _WAITING <= self._states_in(node.test) <= _STILL
            and not any(self._mixes(statement) for statement in rest)
        )

    def _states_in(self, test: ast.expr) -> set[str]:
        """The states that a test is true for; none where that is not certain."""
        if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.Or):
            found = [self._states_in(value) for value in test.values]
            return {state for states in found for state in states} if all(found) else set()
        if not (isinstance(test, ast.Compare) and isinstance(test.ops[0], (ast.Eq, ast.In))):
            return set()
        return (strings(self.work, test.comparators[0]) or set()) if len(test.ops) == 1 else set()

    def _mixes(self, node: ast.stmt) -> bool:
        """Whether calls are answered in one branch of several, or a round goes on behind that."""
        if not isinstance(node, ast.If):
            return False
        if self._answers(node):
            return bool(node.orelse) or not isinstance(node.body[-1], ast.Continue)
        return any(self._answers(other) for other in pauses.chain(node))

    def _last_round(self, block: list[ast.stmt]) -> list[ast.stmt]:
        """The statements of a block that a round without waiting comes to."""
        kept: list[ast.stmt] = []
        for index, statement in enumerate(block):
            if isinstance(statement, ast.Break):
                break
            if self._answers(statement):
                for other in kept:
                    if not self._may_be_last(other):
                        self._refuse(other, "this is done in each round of tool calls, too")
                continue
            if self._is_gone(statement):
                continue
            if self._renews(statement):
                if not self._repeats(statement):
                    kept.append(statement)
                continue
            if self._goes_on(statement):
                self._refuse(statement, "the loop does more than wait here")
                continue
            kept.append(statement)
            jumps = list(pauses.jumps(statement))
            rest = self._last_round(block[index + 1 :]) if jumps else []
            if not jumps:
                continue
            if not isinstance(statement, ast.If) or not _end_branches(statement, jumps):
                self._refuse(jumps[0], "the loop is left in the middle of a branch")
            elif rest and (statement.orelse or not isinstance(jumps[0], ast.Break)):
                self._refuse(statement, "what follows this condition runs in some rounds only")
            elif rest:
                self._otherwise[statement] = rest
            break
        return kept

    def _passes_by(self, node: ast.stmt, rest: list[ast.stmt], *, whole: bool) -> int:
        """How many statements behind one are put aside, because it leaves the loop before them.

        They run where it does not leave, or not at all, up to where the run is fetched again.
        """
        if isinstance(node, ast.If) and not self.reads_run(node.test):
            return 0
        fetched = (i for i, s in enumerate(rest) if any(n in self._polls for n in ast.walk(s)))
        first = next(fetched, len(rest))
        near = rest[: first + (first < len(rest) and rest[first] not in self._polls)]
        ways = {state: leaves(self.work, [node], state) for state in self._ended}
        at_all = {s for s in self._ended if acts(self.work, near, s, self._idle)}
        passed = {state for state in at_all if ways[state][0]}
        if not passed:
            return 0
        after = {state for state in at_all if ways[state][1]}
        if whole and not after:
            self._keep_aside(near)
            return len(near)
        links = list(pauses.chain(node)) if isinstance(node, ast.If) else []
        falls = any(
            branch and leaves(self.work, branch, state)[1]
            for state in after
            for link in links[:1]
            for branch in chosen(self.work, link, state)
        )
        if whole and links and not links[-1].orelse and not falls:
            self._otherwise[links[-1]] = self._keep_aside(near)
            return len(near)
        if any(acts(self.work, near, s, self._idle_or_said) for s in passed):
            self._refuse(node, "what follows this condition runs in some rounds only")
        return 0

    def _around(self, kept: list[ast.stmt], rest: list[ast.stmt], aside: int) -> list[ast.stmt]:
        """What is kept where statements are put aside: their imports, and what follows them."""
        imports = [s for s in rest[:aside] if isinstance(s, _IMPORTS)]
        block = rest[aside:]
        self._tried.append(block)
        return [*imports, *kept, *self._keep(block, last=True)]

    def _keep_aside(self, block: list[ast.stmt]) -> list[ast.stmt]:
        block = [s for s in block if not isinstance(s, _IMPORTS)]
        self._tried.append(block)
        return self._keep(block, last=True)

    def _idle(self, node: ast.stmt) -> bool:
        """Whether a statement only fetches the run again, or passes the time."""
        return (
            node in self._polls
            or self._waits(node)
            or self._renews(node)
            or self._counts(node)
            or isinstance(node, _IMPORTS)
        )

    def _idle_or_said(self, node: ast.stmt) -> bool:
        return self._idle(node) or pauses.speaks(node)

    def _may_be_last(self, node: ast.stmt) -> bool:
        """Whether nothing is lost where a statement does not run in rounds with tool calls."""
        if isinstance(node, ast.If):
            return all(
                self._waits(s) or pauses.speaks(s) or (s is branch[-1] and pauses.leaves(branch))
                for branch in pauses.branches(node)
                for s in branch
            )
        return (
            self._is_unread(node) or self._renews(node) or pauses.speaks(node) or self._waits(node)
        )

    def _is_unread(self, node: ast.stmt) -> bool:
        """``n += 1``, and nothing but the loop itself asks for the number."""
        target = self._target(node)
        return (
            target is not None
            and self._counts(node)
            and all(
                self.loop in self.work.tree.ancestors(use)
                and not pauses.speaks(self.work.tree.statement(use))
                for use in self.work.facts.scopes.uses(target)
                if isinstance(use.ctx, ast.Load)
            )
        )

    def _goes_on(self, node: ast.stmt) -> bool:
        """Whether a statement asks the service about the run, or has the loop start again."""
        calls = self.work.facts.by_call
        if any(
            inner in self._polls
            or (
                isinstance(inner, ast.Call) and inner in calls and calls[inner].operation in SUBMITS
            )
            for inner in ast.walk(node)
        ):
            return True
        if not isinstance(node, ast.If):
            return False
        return any(
            isinstance(branch[-1], ast.Continue)
            and not all(self._waits(s) or pauses.speaks(s) for s in branch[:-1])
            for branch in pauses.branches(node)
        )

    def _need(self) -> None:
        """The choice without which a name behind the loop has no value."""
        end = len(self._body)
        while end and pauses.speaks(self._body[end - 1]):
            end -= 1
        first, said = end, self._body[end:]
        while first and isinstance(self._body[first - 1], ast.If):
            first -= 1
        for place in range(first, end):
            choices = [s for s in self._body[place:end] if isinstance(s, ast.If)]
            setter = setter_of(self.work, self.loop, choices[0], said)
            if setter is not None and all(map(self._leaves_to_next, choices[:-1])):
                self._demand(setter, choices, said)
                return

    def _leaves_to_next(self, choice: ast.If) -> bool:
        """Whether what follows a choice is only done where none of its branches is taken."""
        free = not any(link in self._otherwise for link in pauses.chain(choice))
        return free and _leaves_in_all(choice)

    def _demand(self, setter: ast.stmt, choices: list[ast.If], said: list[ast.stmt]) -> None:
        for choice, other in pairwise(choices):
            self._otherwise[[*pauses.chain(choice)][-1]] = [other]
        links = choices[:1]
        for link in links:
            further = link.orelse or self._otherwise.get(link, [])
            links += [n for n in further if len(further) == 1 and isinstance(n, ast.If)]
        self._body = [*self._body[: self._body.index(choices[0]) + 1], *said]
        if further and pauses.leaves(further):
            return
        self._setter, self._needed = setter, choices[0]
        self._error = error_of(self.loop, self.reads_run)
        branches = [b for link in links for b in (link.body, link.orelse) if b]
        self._passed = [b for b in branches if self._only_waited(b)]
        self.work.note(TOLD)

    def _else(self, block: list[ast.stmt]) -> None:
        """What follows a loop that was not left by ``break``."""
        left = [j for s in self.loop.body for j in pauses.jumps(s) if isinstance(j, ast.Break)]
        if self._on_run and not left:
            self._after = block
            return
        choices = [s for s in self._body if isinstance(s, (ast.If, ast.Try))]
        if (
            self._on_run
            or not choices
            or self._otherwise
            or self._body[-len(choices) :] != choices
            or not all(isinstance(c, ast.If) and _leaves_in_all(c) for c in choices)
        ):
            self._refuse(block[0], "the loop has an `else` branch")
            return
        self.timed = True
        self._body = self._body[: len(self._body) - len(choices) + 1]
        for choice, other in zip(choices, [*choices[1:], None], strict=True):
            assert isinstance(choice, ast.If)
            self._otherwise[choice] = [other] if other is not None else block


def _leaves_in_all(node: ast.If) -> bool:
    """Whether each branch leaves the loop, and there is no ``else``."""
    same = len(list(pauses.tests(node))) == len(list(pauses.branches(node)))
    return same and all(pauses.leaves(branch) for branch in pauses.branches(node))


def _end_branches(node: ast.If, jumps: list[ast.stmt]) -> bool:
    """Whether the loop is only left at the ends of the branches of a condition."""
    ends = [branch[-1] for branch in pauses.branches(node)]
    return all(jump in ends for jump in jumps)


def nearest_loop(work: Work, node: ast.AST) -> ast.While | ast.For | ast.AsyncFor | None:
    for parent in work.tree.ancestors(node):
        if isinstance(parent, _LOOPS):
            return parent
        if isinstance(parent, _FUNCTIONS):
            return None
    return None


__all__ = ["LastRounds", "nearest_loop"]
