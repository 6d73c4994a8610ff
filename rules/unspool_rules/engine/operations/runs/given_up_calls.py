"""Runs that are cancelled while they wait for outputs: their calls are answered.

A response that asks for calls is finished, and its conversation goes on only when each of them
has an output. Source: the OpenAI API reference on function calling.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from unspool_rules.catalogue.groups import POLLS, SUBMITS
from unspool_rules.engine.flow.callers import FUNCTIONS
from unspool_rules.engine.flow.reachable import may_follow
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls.actiontests import is_action
from unspool_rules.engine.waiting.pauses import is_true, may_leave
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.semantics.functions import calls_of
from unspool_rules.syntax.layout import Brackets, Code, Item

NOTE = (
    "a response that asks for function calls is finished: in place of the cancellation its calls "
    'get the output "cancelled", without which the conversation could not go on'
)
NONE = "a response that asks for no calls is finished, so nothing is cancelled any more"
_CALLS = "required_action.submit_tool_outputs.tool_calls"
_ACTION = "SubmitToolOutputsAction"
_LOOPS = (ast.For, ast.AsyncFor, ast.While)


def answer_calls(work: Work, site: Site) -> bool:
    """Plan that a cancellation answers the calls of the run, where it stands in their branch.

    Returns:
        False, with nothing planned, where it is not sure that they are open, and stay so.
    """
    statement = work.tree.statement(site.func)
    thread, run_id = site.arguments.get("thread_id"), site.arguments.get("run_id")
    if thread is None or run_id is None or site.unpacked:
        return False
    if not isinstance(statement, ast.Expr) or statement.value is not work.outer(site):
        return False
    run = _asking(work, site)
    if run is None or not _is_of(work, run, run_id) or not _is_left(work, site, statement):
        return False
    tree = work.tree
    if any(may_follow(tree, n, site.func, rounds=False) for n in _doing(work, site, SUBMITS)):
        return False
    if any(may_follow(tree, site.func, n, rounds=False) for n in _doing(work, site, POLLS)):
        return False  # a run was `cancelled` then, and the response stays as it is
    work.take(site, "thread_id")
    work.take(site, "run_id")
    held = run

    def output(r: Rendering) -> Code:
        item = r.inner("item", held)
        answer = (
            f'{{"type": "function_call_output", "call_id": {item}.call_id, "output": "cancelled"}}'
        )
        clauses = (
            Item(answer),
            Item(f"for {item} in {r.text(held)}.output"),
            Item(f'if {item}.type == "function_call"'),
        )
        return Brackets("", clauses, "[", "]", commas=False)

    work.write_call(
        site,
        lambda r: f"{r.openai(site)}.conversations.items.create",
        lambda r: [
            r.item("conversation_id=", r.code(thread), thread),
            Item(output(r), "items="),
        ],
        used=(thread, run_id),
    )
    work.note(NOTE)
    return True


def has_no_calls(work: Work, site: Site) -> bool:
    """Whether it stands in ``if not tool_calls:``, where a run asks for calls and has none."""
    statement = work.tree.statement(site.func)
    if not isinstance(statement, ast.Expr) or statement.value is not work.outer(site):
        return False
    branch = work.tree.parents.get(statement)
    if not isinstance(branch, ast.If) or statement not in branch.body:
        return False
    test = branch.test
    if not isinstance(test, ast.UnaryOp) or not isinstance(test.op, ast.Not):
        return False
    return ast.unparse(work.literal_of(test.operand)).endswith("." + _CALLS)


def _doing(work: Work, site: Site, operations: tuple[str, ...]) -> Iterator[ast.expr]:
    """What does such an operation in the same function, itself or by a function of the file."""
    here = work.tree.function(site.func)
    for other in work.facts.sites:
        if other.operation not in operations:
            continue
        function = work.tree.function(other.func)
        if function is here:
            yield other.func
        elif isinstance(function, FUNCTIONS):
            for call, _ in calls_of(work.infer, function):
                if work.tree.function(call) is here:
                    yield call


def _asking(work: Work, site: Site) -> ast.expr | None:
    """The run in whose branch for calls a site stands."""
    child: ast.AST = site.func
    for above in work.tree.ancestors(site.func):
        if isinstance(above, ast.If) and child in above.body and is_action(above.test, _ACTION):
            runs = [
                node.value
                for node in ast.walk(above.test)
                if isinstance(node, ast.Attribute) and node.attr in ("status", "required_action")
            ]
            same = len({ast.dump(run) for run in runs}) == 1
            return runs[0] if same and isinstance(runs[0], ast.Name) else None
        child = above
    return None


def _is_of(work: Work, run: ast.expr, run_id: ast.expr) -> bool:
    """Whether it is the id of this run, or the one that it was asked for by."""
    wanted = ast.dump(run_id)
    if wanted == ast.dump(ast.Attribute(run, "id", ast.Load())):
        return True
    made = work.facts.origins(run)
    asked = [s.arguments.get("run_id") for s in made if s.operation in POLLS]
    return bool(asked) and all(a is not None and ast.dump(a) == wanted for a in asked)


def _is_left(work: Work, site: Site, statement: ast.stmt) -> bool:
    """Whether no loop comes to a statement again, and no outputs are handed in behind it."""
    loop = _loop_of(work, statement)
    if loop is None:
        return not any(may_follow(work.tree, statement, n) for n in _doing(work, site, SUBMITS))
    block = work.tree.block_of(statement)
    behind = block[block.index(statement) :]
    if any(may_leave(s) for s in behind[1:-1]) or not isinstance(
        behind[-1], (ast.Break, ast.Return)
    ):
        return False
    if isinstance(behind[-1], ast.Return):
        return True
    if _loop_of(work, loop) is None:
        return _is_left(work, site, loop)
    block = work.tree.block_of(loop)
    follows = block[block.index(loop) + 1 :]
    then = follows[0] if follows else None
    return (
        isinstance(then, ast.If)
        and isinstance(then.test, ast.Name)
        and then.test.id in _set_true(behind)
        and _is_left(work, site, then.body[0])
    )


def _loop_of(work: Work, statement: ast.stmt) -> ast.stmt | None:
    """The loop around a statement in its function."""
    for above in work.tree.ancestors(statement):
        if isinstance(above, _LOOPS):
            return above
        if isinstance(above, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)):
            return None
    return None


def _set_true(block: list[ast.stmt]) -> set[str]:
    """Names that are set to ``True`` in a block."""
    return {
        target.id
        for statement in block
        if isinstance(statement, ast.Assign) and is_true(statement.value)
        for target in statement.targets
        if isinstance(target, ast.Name)
    }


__all__ = ["NONE", "answer_calls", "has_no_calls"]
