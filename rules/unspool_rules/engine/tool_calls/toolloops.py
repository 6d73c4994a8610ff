"""Loops that answer tool calls while they wait for a run: a loop over ``function_call`` items."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from functools import partial

from unspool_rules.catalogue.groups import POLLS
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls.actiontests import is_action, mentions_action
from unspool_rules.engine.tool_calls.approvals import action_class
from unspool_rules.engine.tool_calls.asked_items import asking
from unspool_rules.engine.tool_calls.calls import name_of
from unspool_rules.engine.tool_calls.kept_calls import wanted
from unspool_rules.engine.tool_calls.round_lines import round_lines
from unspool_rules.engine.tool_calls.unguarded import ends_in_error
from unspool_rules.engine.waiting import pauses
from unspool_rules.engine.waiting.innerwaits import is_inner_wait
from unspool_rules.engine.waiting.last_rounds import nearest_loop
from unspool_rules.engine.waiting.loops import WaitLoop
from unspool_rules.engine.waiting.run_states import ENDS
from unspool_rules.engine.waiting.status_names import status_names
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.model import Span
from unspool_rules.syntax.bindings import Variable
from unspool_rules.syntax.layout import Brackets, lay_out

_LOOPS = (ast.While, ast.For, ast.AsyncFor)
_CHAIN = "tool_calls"


class ToolLoop(WaitLoop):
    """A loop that polls a run and answers its calls; the polls go, the answers stay."""

    _ended = ENDS

    def __init__(
        self,
        work: Work,
        loop: ast.While | ast.For,
        run: Variable,
        submits: list[Site],
        aliases: set[Variable],
    ) -> None:
        self.submits = submits
        self.body: list[ast.stmt] = []
        self.aliases = aliases
        self._action: ast.If | None = None
        self._outer = work.tree.statement(submits[0].func)
        self._named: tuple[Rendering, str] | None = None
        self._holder: str | None = None
        self._additions: list[tuple[ast.stmt, str]] = []
        self.first: ast.stmt | None = None
        """What fetches the run before its calls are answered."""
        self._guarded = len(submits) > 1
        """Whether the loop ends when a round of it has made no new response."""
        self._kept: Callable[[Rendering], str] | None = None
        polls = [
            s
            for s in work.plan.sites
            if s.operation in POLLS and nearest_loop(work, s.func) is loop
        ]
        self._dropped: list[ast.stmt] = []
        self._states = {v.name for v in status_names(work, loop, {run, *aliases})}
        failing = ends_in_error(work, loop, submits)
        self._find(work, loop, always=failing is not None)
        self._inner_polls = [
            work.tree.statement(p.func)
            for p in polls
            if any(a in self.body for a in [p.func, *work.tree.ancestors(p.func)])
        ]
        super().__init__(work, loop, run, polls, frozenset(aliases))
        self._final = failing or self._final
        if not self.body:
            self._refuse(self._outer, "the tool calls are not answered in a branch of their own")
            return
        for submit in submits:
            if not any(a in self.body for a in work.tree.ancestors(submit.func)):
                self._refuse(submit.func, "the loop hands in outputs at more than one place")
                return
        self._prepare()

    @property
    def unanswered(self) -> bool:
        return bool(self._additions or self._guarded or pauses.breaks(self.body, self.is_dropped))

    # -- finding -----------------------------------------------------------------------------------

    def _find(self, work: Work, loop: ast.While | ast.For, *, always: bool) -> None:
        """The branch, or the whole loop, that runs while calls are to be answered."""
        inside, action = [self._outer, *work.tree.ancestors(self._outer)], action_class(work)
        if always or (isinstance(loop, ast.While) and is_action(loop.test, action, self._states)):
            self.body = loop.body
            return
        statement = next(s for s in loop.body if s in inside)
        while isinstance(statement, ast.If):
            if any(s in inside for s in statement.body):
                if is_action(statement.test, action, self._states):
                    self._action, self.body = statement, statement.body
                return
            if len(statement.orelse) != 1:
                return
            statement = statement.orelse[0]

    # -- judging what is not about the calls -------------------------------------------------------

    def _keep(self, block: list[ast.stmt], *, last: bool) -> list[ast.stmt]:
        if block is self.body:
            return []
        return super()._keep(block, last=last)

    def _waits(self, node: ast.stmt) -> bool:
        return super()._waits(node) or is_inner_wait(
            self.work, node, self.run, frozenset(self.aliases)
        )

    def _answers(self, node: ast.stmt) -> bool:
        return node is self._action

    def _repeats(self, statement: ast.stmt) -> bool:
        """Whether it need not be said again behind the loop, which makes other responses."""
        before = self._before()
        if before is not None and self._shown(before) == self._shown(statement):
            if not self._is_read_in_body(self._target(statement)):
                self._dropped.append(before)
        return False

    def _is_read_in_body(self, target: Variable | None) -> bool:
        return target is None or any(
            self._reads(s, {target}) for s in self.body if not self._renews(s)
        )

    def _if(self, node: ast.If, rest: list[ast.stmt], kept: list[ast.stmt], last: bool) -> None:
        chain = list(pauses.chain(node))
        if self._action is None or self._action not in chain:
            super()._if(node, rest, kept, last)
            return
        if self._is_unreached(node):
            return
        others = [n for n in chain if n is not self._action]
        for other in others:
            if not self.reads_run(other.test) or mentions_action(other.test):
                self._refuse(other, "a condition that is not about the run")
                return
        branches = [n.body for n in others]
        tail = chain[-1].orelse
        if tail:
            branches.append(tail)
        leaves = any(self._leaves_block(b) for b in branches)
        if leaves and any(not self.only_waits(s) for s in rest):
            self._refuse(node, "what follows this condition runs only while the run is waited for")
            return
        for branch in branches:
            self._keep(branch, last=True)
            for statement in branch[:-1]:
                for inner in pauses.jumps(statement):
                    self._refuse(inner, "the loop is left in the middle of a branch")
                    return
        if any(self._filtered(b) for b in branches):
            kept.append(node)

    def _leaves_block(self, block: list[ast.stmt]) -> bool:
        return any(pauses.may_leave(statement) for statement in block)

    # -- what is done about the calls --------------------------------------------------------------

    def _prepare(self) -> None:
        tree = self.work.tree
        self._take_holder()
        for statement in self.body:
            if statement in self._dropped:
                continue
            idle = self._waits(statement) and len(self.body) > 1
            last = isinstance(statement, ast.Continue) and statement is self.body[-1]
            if idle or last or self._is_dead(statement) or self._is_renewed(statement):
                self._dropped.append(statement)
        self._dropped += [s for s in self._inner_polls if s not in self._dropped]
        for statement in self._dropped:
            if not self.work.alone(statement):
                self._refuse(statement, "the statement shares its line with another")
        self._progress()
        for inner in pauses.own_jumps(self.body):
            if any(a in self._dropped for a in [inner, *tree.ancestors(inner)]):
                continue
            if isinstance(inner, ast.Continue):
                self._refuse(inner, "the loop goes on in the middle of answering the calls")
            elif self._body:
                self._refuse(inner, "the loop is left in the middle of answering the calls")
        for node in ast.walk(ast.Module(body=self.body, type_ignores=[])):
            text = isinstance(node, ast.Constant) and isinstance(node.value, (str, bytes))
            if (text or isinstance(node, ast.JoinedStr)) and pauses.spans_lines(node):
                self._refuse(node, "a string of several lines stands in the loop")
        if not isinstance(self.loop, ast.While):
            self.work.note("the number of rounds of tool calls is not limited any more")

    def _take_holder(self) -> None:
        """``calls = run.required_action.submit_tool_outputs.tool_calls`` names the list."""
        for statement in self.body:
            if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
                target, value = statement.targets[0], statement.value
            elif isinstance(statement, ast.AnnAssign) and statement.value is not None:
                target, value = statement.target, statement.value
            else:
                continue
            if (
                isinstance(target, ast.Name)
                and isinstance(value, ast.Attribute)
                and value.attr == _CHAIN
                and ".required_action." in ast.unparse(value)
                and self.reads_run(value)
            ):
                self._holder = target.id
                self._dropped.append(statement)
                return

    def _is_dead(self, node: ast.stmt) -> bool:
        """``if not calls:`` in a loop that runs only while there are calls."""
        if not isinstance(node, ast.If) or node.orelse or self._holder is None:
            return False
        test = node.test
        return (
            isinstance(test, ast.UnaryOp)
            and isinstance(test.op, ast.Not)
            and isinstance(test.operand, ast.Name)
            and test.operand.id == self._holder
        )

    def _is_renewed(self, node: ast.stmt) -> bool:
        """``status = run.status`` that is said behind the loop, and read by nothing in it."""
        target = self._target(node)
        return (
            target is not None
            and target.name in self._states
            and any(self._renews(s) and self._target(s) == target for s in self._body)
            and not self._is_read_in_body(target)
        )

    def is_dropped(self, node: ast.AST) -> bool:
        """Whether the node stands in a statement that goes."""
        return any(a in self._dropped for a in self.work.tree.ancestors(node))

    def _progress(self) -> None:
        """The loop ends where the outputs are not handed in: else it would never end."""
        tree = self.work.tree
        child: ast.stmt = self._outer
        if self._guarded:
            self._guard()
            return
        while child not in self.body:
            parent = tree.parents[child]
            if isinstance(parent, ast.If):
                self._progress_if(parent, child)
            elif isinstance(parent, ast.Try):
                if child not in parent.body:
                    self._refuse(child, "the outputs are handed in by an exception's handler")
                for handler in parent.handlers:
                    if not pauses.leaves(handler.body):
                        self._additions.append((handler.body[-1], "break"))
                        self._say_ended()
            elif isinstance(parent, _LOOPS):
                self._guard()
                return
            elif not isinstance(parent, (ast.With, ast.AsyncWith)):
                self._refuse(child, "the outputs are handed in on a condition")
                return
            child = tree.statement(parent)

    def _guard(self) -> None:
        """Outputs that are handed in one by one, or in several branches."""
        self._guarded = True
        self._additions.clear()
        self._say_ended()
        self.work.note(
            "outputs are handed in one by one: where a response asks for several, the service "
            "refuses that, as it did for a run"
        )

    def _progress_if(self, node: ast.If, child: ast.stmt) -> None:
        if child not in node.body:
            if not pauses.leaves(node.body):
                self._additions.append((node.body[-1], "break"))
                self._say_ended()
        elif not node.orelse:
            if not is_action(node.test, action_class(self.work), self._states):
                self._additions.append((node, "else"))
                self._say_ended()
        elif not pauses.leaves(node.orelse):
            self._additions.append((node.orelse[-1], "break"))
            self._say_ended()

    def _say_ended(self) -> None:
        self.work.note("where no outputs are handed in, the loop ends; the run used to expire")

    # -- writing -----------------------------------------------------------------------------------

    def keep(self, line: Callable[[Rendering], str]) -> None:
        """Put a line behind each response that goes on."""
        self._kept = line

    def name(self, r: Rendering) -> str:
        """The name of the list of calls."""
        if self._holder is not None:
            return self._holder
        if self._named is None or self._named[0] is not r:
            self._named = (r, r.fresh("calls", self.loop))
        return self._named[1]

    def _added(self, r: Rendering) -> Iterator[tuple[ast.stmt, str]]:
        """What comes behind statements of a round."""
        behind = self._kept(r) if self._kept is not None else ""
        for site in self.submits if behind else ():
            yield r.tree.statement(site.func), behind
        yield from self._additions

    def lines(self, r: Rendering) -> list[str]:
        indent = r.tree.indent(self.loop)
        test = self._action.test if self._action is not None else None
        region, place = round_lines(r, self.loop, test, self.body, self._added(r))
        behind = self._once(r)
        header = lay_out(self._test(r), indent="", column=0, limit=r.limit - len(indent))
        whole = r.lines_span(self.loop)
        kept = [*self._ends([*self._body, *self._after])]
        kept += [self.first] if self.first is not None else []
        spared = [place, *map(r.lines_span, kept)]
        if self._guarded:
            run, asked_one = name_of(r, self.run), r.made_at("asked", self.loop)
            region = [f"{asked_one} = {run}", *region, f"if {run} is {asked_one}:", "    break"]
        above = r.comments_within(Span(whole.start, place.start), spared)
        below = r.comments_within(Span(place.end, whole.end), spared)
        return [
            *above,
            *(r.dedented(self.first) if self.first is not None else ()),
            *header.split("\n"),
            *("    " + line if line.strip() else line for line in region),
            *below,
            *behind,
        ]

    def _test(self, r: Rendering) -> Brackets:
        """Whether there are calls; their list has a name once something reads that."""
        run = name_of(r, self.run)
        if self._holder is None and (self._named is None or self._named[0] is not r):
            return asking(self.work, run, "while ", ":")
        return wanted(self.work, r, run, f"while {self.name(r)} := ", ":")

    def _is_passed(self, branch: list[ast.stmt]) -> bool:
        answers = self._action is not None and branch is self._action.body
        return answers or super()._is_passed(branch)

    def _is_answered(self, node: ast.If) -> bool:
        return node is self._action

    def settle(self) -> None:
        """Put the loop into the plan."""
        plan = self.work.plan
        plan.rewritten[self.loop] = self.lines
        plan.rounds.append(self)
        plan.given_up.update(self.given_up)
        for statement in self._dropped:
            plan.rewritten.setdefault(statement, partial(_comments, statement))


def _comments(statement: ast.stmt, r: Rendering) -> list[str]:
    return r.comments_within(r.lines_span(statement))


__all__ = ["ToolLoop"]
