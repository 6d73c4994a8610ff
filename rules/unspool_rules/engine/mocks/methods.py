"""Mocked methods of a test whose code is in view and migrated: the mocks say what it calls now.

``client.beta.threads.runs.create_and_poll.return_value = MagicMock(status="completed")`` is
``client.responses.create.return_value = …``; the text that the mocked listing holds is the
response's ``output_text``, or stands in the items of the conversation, as the code reads it.
"""

from __future__ import annotations

import ast

from unspool_rules.engine.mocks.code import Tested, called, tested
from unspool_rules.engine.mocks.messages import as_answer, as_items, listed_by
from unspool_rules.engine.mocks.sites import (
    STARTS,
    Given,
    base_of,
    given_by,
    others,
    rename,
    states_of,
)
from unspool_rules.engine.mocks.values import Fake
from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.engine.writing.writers import line_after, text_of
from unspool_rules.semantics.mocks import MOCKED
from unspool_rules.syntax.layout import Code, Item, call, listing, mapping
from unspool_rules.syntax.names import last_name

_METHODS = {
    "thread.create": "conversations.create",
    "thread.get": "conversations.retrieve",
    "thread.delete": "conversations.delete",
    "message.create": "conversations.items.create",
    "message.list": "conversations.items.list",
    "run.create": "responses.create",
    "run.process": "responses.create",
    "run.get": "responses.retrieve",
}
_ASSISTANTS = ("agent.create", "agent.get")
_COUNTS = {name for name in MOCKED if name.startswith(("assert_", "called", "await"))} | {
    "call_count"
}
_BARE = {"assert_called", "assert_called_once", "assert_not_called", "called", "call_count"} | {
    "assert_awaited",
    "assert_awaited_once",
    "assert_not_awaited",
    "await_count",
}
"""What says how often a method is called, whatever it is given."""
_WITH = {"assert_called_with", "assert_called_once_with", "assert_any_call"} | {
    "assert_awaited_with",
    "assert_awaited_once_with",
}
_ENDS = {"completed", "failed", "cancelled", "incomplete"}
"""States that a run and a response both end in."""
_OF_RUN = {"id", "status", "object", "created_at", "model", "thread_id", "assistant_id"}
_NEEDED = {"error", "incomplete_details", "output_text", "usage"}
"""What migrated code reads of a response that may not be among those."""
_FILE = "the code that is tested reads `assistants.json` where it takes assistants by their ids"


def follow(work: Work, site: Site) -> bool:
    """Plan what a test says of a mocked method; False where the tested code is not in view.

    What is in view and does not fit blocks.
    """
    code = tested(work.facts)
    method = _METHODS.get(site.operation)
    if site.azure or code.old or not code.named:
        return False
    if site.operation in _ASSISTANTS:
        return _left_out(work, site, code)
    if method is None:
        return False
    if site.operation == "run.get" and not code.calls(method):
        return _last_state(work, site)
    if site.operation == "message.list" and not code.calls(method):
        return as_answer(work, site, code)
    if not code.calls(method):
        return False
    if site.operation == "message.list" and listed_by(work, site) is not None:
        return as_items(work, site, code)
    given = given_by(work, site)
    if given is None:
        return _counted(work, site, method, code)
    if site.operation == "message.list":
        return False
    if site.operation == "message.create":
        return _unread(work, code.named[method]) and rename(work, site, method)
    if site.operation in (*STARTS, "run.get"):
        if not _fits(work, site, given.value, ended=not _later(work, site)):
            return False
        if _later(work, site):
            return _gone(work, given.assign)
        _outputs(work, site, given, code)
    return rename(work, site, method)


def _counted(work: Work, site: Site, method: str, code: Tested) -> bool:
    """What the test asks of the calls, or that they raise."""
    above = work.tree.parents.get(site.func)
    if not isinstance(above, ast.Attribute):
        return False
    if above.attr == "side_effect":
        return _raises(work, above) and rename(work, site, method)
    if above.attr == "return_value":  # something is set on it, or it is handed on
        known = site.operation.startswith("thread.") or _field(work, site, above, code)
        return known and rename(work, site, method)
    if above.attr not in _COUNTS:
        return False
    if site.operation in STARTS and "output" in code.reads:
        return False  # each round of function calls is one more response
    made = work.tree.parents.get(above)
    if above.attr in _BARE:
        return rename(work, site, method)
    if above.attr in _WITH and isinstance(made, ast.Call):
        return _told(work, site, above, made)
    return False


def _field(work: Work, site: Site, above: ast.Attribute, code: Tested) -> bool:
    """``runs.create.return_value.id = …``: a field that a response has, too."""
    field = work.tree.parents.get(above)
    assign = work.tree.parents.get(field) if field is not None else None
    if site.operation not in (*STARTS, "run.get") or "output" in code.reads:
        return False
    if not isinstance(field, ast.Attribute) or not isinstance(assign, ast.Assign):
        return False
    if not code.calls("responses.retrieve"):  # the response has its last state at once
        state = getattr(assign.value, "value", None)
        if others(work, site, "run.get") or (field.attr == "status" and state not in _ENDS):
            return False
    if field.attr in ("id", "status") and code.stored:
        work.note(_FILE)
    return field.attr in ("id", "status")


def _told(work: Work, site: Site, above: ast.Attribute, made: ast.Call) -> bool:
    """``assert_called_with(…)``: the arguments that the tested code gives now."""
    base, given = base_of(site), {k.arg: k.value for k in made.keywords}
    if base is None or made.args:
        return False
    if site.operation == "thread.create" and not given:
        return rename(work, site, _METHODS[site.operation])
    if site.operation != "message.create" or set(given) != {"thread_id", "role", "content"}:
        return False
    if isinstance(given["content"], (ast.List, ast.Dict)):
        return False

    def write(r: Rendering) -> Code:
        pairs: list[tuple[str, Code]] = [("type", '"message"')]
        pairs += [(name, r.code(given[name])) for name in ("role", "content")]
        items = listing([mapping(pairs)])
        head = f"{r.text(base)}.conversations.items.create.{above.attr}"
        thread = Item(r.code(given["thread_id"]), "conversation_id=")
        return call(head, [thread, Item(items, "items=")])

    work.propose(made, write)
    return True


def _raises(work: Work, above: ast.Attribute) -> bool:
    assign = work.tree.parents.get(above)
    value = assign.value if isinstance(assign, ast.Assign) else None
    raised = value.func if isinstance(value, ast.Call) else value
    name = raised.attr if isinstance(raised, ast.Attribute) else getattr(raised, "id", "")
    return str(name).endswith(("Error", "Exception"))


def _unread(work: Work, calls: list[ast.Attribute]) -> bool:
    """Whether the code that is tested does nothing with what the calls give."""
    made = [called(work.facts, method) for method in calls]
    return all(one is not None and work.tree.statement(one) in _alone(work, one) for one in made)


def _alone(work: Work, node: ast.expr) -> tuple[ast.stmt, ...]:
    above = work.tree.parents.get(node)
    return (above,) if isinstance(above, ast.Expr) else ()


def _fits(work: Work, site: Site, value: ast.expr, *, ended: bool) -> bool:
    """Whether a mocked run can be a response."""
    fake = Fake(work, value)
    if fake.made is None or not set(fake.attributes) <= _OF_RUN:
        return False
    if last_name(fake.made.func) == "SimpleNamespace":  # it has nothing that it is not given
        needed = tested(work.facts).reads & _NEEDED
        if needed - {"output_text"} or (needed and not others(work, site, "message.list")):
            return False
    state = fake.attributes.get("status")
    if state is None or not ended:
        return True
    return isinstance(state.value, ast.Constant) and state.value.value in _ENDS


def _later(work: Work, site: Site) -> bool:
    """Whether another mock says how the run ends."""
    if site.operation not in STARTS or tested(work.facts).calls("responses.retrieve"):
        return False
    return any(
        given_by(work, other) or states_of(work, other) for other in others(work, site, "run.get")
    )


def _last_state(work: Work, site: Site) -> bool:
    """A run that is fetched until it ends: the response has its last state at once."""
    base = base_of(site)
    starts = [s for s in others(work, site, *STARTS) if given_by(work, s)]
    if base is None or len(others(work, site, "run.get")) != 1 or len(starts) > 1:
        return False
    given, states = given_by(work, site), states_of(work, site)
    assign = work.tree.statement(site.func)
    if not isinstance(assign, ast.Assign) or (given is None and not states):
        return False
    value = given.value if given is not None else states[-1]
    if not _fits(work, site, value, ended=True) or (
        given is not None and given.target is site.func
    ):
        return False
    work.propose(assign.targets[0], lambda r: f"{r.text(base)}.responses.create.return_value")
    if states:
        work.propose(assign.value, text_of(value))
    _outputs(work, site, Given(value, assign.targets[0], assign), tested(work.facts))
    return True


def _left_out(work: Work, site: Site, code: Tested) -> bool:
    """A mocked assistant that nothing asks for any more, and of which the test says no more."""
    given = given_by(work, site)
    if given is None or "assistants" in code.reads:
        return False
    said = {n.value for n in ast.walk(given.value) if isinstance(n, ast.Constant)}
    own = {id(n) for n in ast.walk(given.value)}
    inline = isinstance(given.value, ast.Call) and Fake(work, given.value).made is not None
    part = work.tree.part_of(site.func)
    if not inline or any(
        n.value in said and id(n) not in own and work.tree.part_of(n) == part
        for n in work.tree.of(ast.Constant)
    ):
        return False
    return _gone(work, given.assign)


def _gone(work: Work, assign: ast.Assign) -> bool:
    if not work.alone(assign):
        return False
    work.remove(assign)
    return True


def _outputs(work: Work, site: Site, given: Given, code: Tested) -> None:
    """The tested code looks for function calls in the response: there are none."""
    base = base_of(site)
    if code.stored:
        work.note(_FILE)
    if base is None or "output" not in code.reads:
        return
    text = " ".join(work.tree.segment(base).split())
    line = f"{text}.responses.create.return_value.output = []"
    work.plan.also.append((given.assign, line_after(given.assign, line)))


__all__ = ["follow"]
