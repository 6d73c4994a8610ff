"""The methods by which a handler class gets the events of a stream."""

from __future__ import annotations

from unspool_rules.catalogue.events import CALLBACKS, Callback
from unspool_rules.engine.conditions import condition
from unspool_rules.engine.handlers import Handler
from unspool_rules.engine.operations.delta_notes import MODULE, Lifted
from unspool_rules.engine.operations.events import new_kinds
from unspool_rules.engine.operations.streamed_calls import ATTRIBUTE, collecting
from unspool_rules.engine.rendering import Rendering
from unspool_rules.engine.work import Work
from unspool_rules.syntax.layout import flat, lay_out

NOTING = "on_annotation"
"""The method that gets citations, which used to come with the deltas."""
_RESPONSES = "openai.types.responses"


def model(r: Rendering, name: str) -> str:
    """The name of a new annotation: a builtin, or a class of the responses."""
    return name if name == "str" else r.imports.need(_RESPONSES, name)


def dispatcher(work: Work, handler: Handler, r: Rendering) -> str:
    """The method, or the two, that give the events of a stream to the callbacks."""
    outer = work.tree.indent(handler.node.body[0])
    unit = outer[len(work.tree.indent(handler.node)) :] or "    "
    begin, wait, loop = "def", "", "for"
    if handler.asynchronous:
        begin, wait, loop = "async def", "await ", "async for"
    event = model(r, "ResponseStreamEvent")
    lines: list[str] = []
    inner = outer + unit
    lines += _noting(handler, r, begin, outer, unit)
    whole = any(not flow.loops for flow in handler.flows)
    if handler.iterated:
        returns = any(loop.returned for flow in handler.flows for loop in flow.loops)
        answer = "" if returns else " -> None"
        lines += ["", f"{outer}{begin} dispatch(self, event: {event}){answer}:"]
        lines += _chain(handler, r, inner, unit, wait, returns=returns)
    if whole:
        stream = r.imports.need("openai", "AsyncStream" if handler.asynchronous else "Stream")
        answer, kept = "None", ""
        if handler.hands_in:
            answer, kept = f"list[{model(r, 'ResponseInputItemParam')}]", f"self.{ATTRIBUTE}"
        if handler.collects:
            kept = "calls"
            answer = f"list[{model(r, 'ResponseFunctionToolCall')}]"
        taken = f"self, stream: {stream}[{event}]"
        head = f"{outer}{begin} until_done({taken}) -> {answer}:"
        if len(head) > r.limit:
            head = f"{outer}{begin} until_done(\n{inner}{taken}\n{outer}) -> {answer}:"
        lines += ["", *head.split("\n")]
        caught = "on_exception" in handler.methods
        ends = "on_end" in handler.methods
        deep = inner
        if caught or ends:
            lines.append(f"{inner}try:")
            deep = inner + unit
        if handler.adds_up:
            lines.append(f'{deep}text = ""')
        if kept:
            lines.append(f"{deep}{kept}: {answer} = []")
        lines.append(f"{deep}{loop} event in stream:")
        if handler.collects:
            width = r.limit - len(deep + unit)
            lines += [f"{deep}{unit}{line}" for line in collecting("event", "calls", width)]
        if handler.iterated:
            lines.append(f"{deep}{unit}{wait}self.dispatch(event)")
        else:
            lines += _chain(handler, r, deep + unit, unit, wait, returns=False)
        if caught:
            lines += [
                f"{inner}except Exception as exception:",
                f"{inner}{unit}{wait}self.on_exception(exception)",
                f"{inner}{unit}raise",
            ]
        if ends:
            lines += [f"{inner}finally:", f"{inner}{unit}{wait}self.on_end()"]
        if "on_done" in handler.methods:
            lines.append(f"{inner}{wait}self.on_done()")
        if kept:
            lines.append(f"{inner}return {kept}")
    return "".join(line + "\n" for line in lines)


def lifted(handler: Handler) -> list[Lifted]:
    events = [m.events for m in handler.methods.values() if m.events is not None]
    return [found for e in events for found in e.lifted if isinstance(found, Lifted)]


def _noting(handler: Handler, r: Rendering, begin: str, outer: str, unit: str) -> list[str]:
    """The method about the citations of a text, when there is something to do about them."""
    lines: list[str] = []
    for found in lifted(handler):
        kind = r.imports.need(MODULE, found.model)
        head = f"{outer}{begin} {NOTING}(self, {found.name}: {kind}) -> None:"
        body = (outer + unit + line if line.strip() else line for line in found.lines(r))
        lines += ["", head, *body]
    return lines


def _chain(
    handler: Handler, r: Rendering, indent: str, unit: str, wait: str, *, returns: bool
) -> list[str]:
    back = "return " if returns else ""
    lines: list[str] = []
    rest: str | None = None
    seen: list[Callback] = []
    order = {c: m for m in handler.methods.values() for c in m.callbacks}
    if handler.adds_up and "on_text_created" not in handler.methods:
        lines += [
            f'{indent}if event.type == "response.content_part.added":',
            f'{indent}{unit}text = ""',
        ]
    for callback in (c for c in CALLBACKS[handler.surface] if c in order):
        arguments = ", ".join(callback.arguments)
        for name in ("ResponseCodeInterpreterToolCall",):
            if f"{name}(" in arguments:
                r.imports.need(_RESPONSES, name)
        more = handler.adds_up and callback.name in ("on_text_created", "on_text_delta")
        if more and callback.name == "on_text_delta":
            arguments = f"{arguments}, text"
        call = f"{wait}self.{callback.name}({arguments})"
        if callback.shape.kind == "event":
            if callback.name == "on_event":
                lines.append(f"{indent}{call}")
            else:
                rest = call
            continue
        word = "elif" if seen and not any(_overlap(callback, s) for s in seen) else "if"
        if word == "if":
            seen = []
        seen.append(callback)
        test = _test_text(callback, f"{indent}{word} ", indent, r.limit)
        lines += f"{indent}{word} {test}:".split("\n")
        if more:
            added = 'text = ""' if callback.name == "on_text_created" else "text += event.delta"
            lines.append(f"{indent}{unit}{added}")
        lines.append(_call_text(f"{back}{call}", indent + unit, r.limit))
    for found in lifted(handler):
        word = "elif" if seen else "if"
        prefix = f"{indent}{word} "
        test = lay_out(
            found.test("event"), indent=indent, column=len(prefix), limit=r.limit, reserve=1
        )
        lines += f"{prefix}{test}:".split("\n")
        lines.append(f"{indent}{unit}{back}{wait}self.{NOTING}(event.annotation)")
    if rest is not None:
        word = "elif" if seen else "if"
        prefix = f"{indent}{word} "
        test = lay_out(
            new_kinds("event"), indent=indent, column=len(prefix), limit=r.limit, reserve=1
        )
        lines += f"{prefix}{test}:".split("\n")
        lines.append(f"{indent}{unit}{back}{rest}")
    if not lines:
        lines.append(f"{indent}pass")
    return lines


def _overlap(one: Callback, other: Callback) -> bool:
    """Whether one event may call both."""
    if not set(one.shape.types) & set(other.shape.types):
        return False
    pair = {one.shape.kind, other.shape.kind}
    return pair not in ({"message", "step"}, {"message", "tool"}, {"message", "code"})


def _test_text(callback: Callback, prefix: str, indent: str, limit: int) -> str:
    code = condition("event", (callback.shape,), callback.part)
    if isinstance(code, str):
        return code
    text = flat(code)
    assert text is not None
    inner = text[1:-1]
    if len(prefix) + len(inner) + 1 <= limit:
        return inner
    return lay_out(code, indent=indent, column=len(prefix), limit=limit, reserve=1)


def _call_text(text: str, indent: str, limit: int) -> str:
    if len(indent) + len(text) <= limit or not text.endswith("))"):
        return indent + text
    head, _, rest = text[:-2].partition("(")
    maker, _, arguments = rest.partition("(")
    parts = "".join(f"{indent}        {part},\n" for part in arguments.split(", "))
    return f"{indent}{head}(\n{indent}    {maker}(\n{parts}{indent}    )\n{indent})"


__all__ = ["NOTING", "dispatcher", "lifted", "model"]
