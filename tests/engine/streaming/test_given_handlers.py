"""Handlers that callers give: any class may come, also one that hands in outputs itself."""

from __future__ import annotations

from tests.engine.checks import blockers
from tests.rules.fixing import fix_all, look

DRIVER = """\
class Driver:
    def __init__(self, client: OpenAI, assistant_id: str) -> None:
        self.client = client
        self.assistant_id = assistant_id

    def ask(self, thread_id: str, handler: AssistantEventHandler) -> None:
        with self.client.beta.threads.runs.stream(
            thread_id=thread_id, assistant_id=self.assistant_id, event_handler=handler
        ) as stream:
            stream.until_done()
"""
SHOWS = """\


class Shows(AssistantEventHandler):
    def on_text_delta(self, delta, snapshot):
        print(delta.value)
"""
ANSWERS = """\


class Answers(AssistantEventHandler):
    def __init__(self, client: OpenAI) -> None:
        super().__init__()
        self.client = client

    def on_event(self, event):
        if event.event == "thread.run.requires_action":
            calls = event.data.required_action.submit_tool_outputs.tool_calls
            outputs = [{"tool_call_id": call.id, "output": "yes"} for call in calls]
            with self.client.beta.threads.runs.submit_tool_outputs_stream(
                thread_id=self.current_run.thread_id, run_id=event.data.id, tool_outputs=outputs
            ) as stream:
                for text in stream.text_deltas:
                    print(text)
"""
HEAD = "from openai import AssistantEventHandler, OpenAI\n\n\n"
GONE = "`current_run` came from the SDK's handler class, which is gone"


def whole(source: str) -> str:
    result = fix_all(source)
    assert not [f for f in look(result).findings if not f.code.startswith("UNS8")]
    return result


def test_any_handler_may_come() -> None:
    result = whole(HEAD + DRIVER)
    assert "handler: Any) -> None:" in result
    assert "            handler.until_done(stream)\n" in result


def test_the_only_class_that_comes_is_said() -> None:
    start = "\n\ndef main(client: OpenAI) -> None:\n    "
    call = 'Driver(client, "asst_1").ask("thread_1", Shows())\n'
    assert "handler: Shows) -> None:" in whole(
        HEAD + SHOWS.lstrip() + "\n\n" + DRIVER + start + call
    )
    assert "handler: Any) -> None:" in whole(HEAD + DRIVER + SHOWS + start + call)


def test_what_the_class_of_the_sdk_had_is_not_there() -> None:
    reads = "        print(handler.current_run.id)\n"
    assert GONE in {message for _, message in blockers(HEAD + DRIVER + reads)}


def test_one_that_may_hand_in_outputs_gets_the_function_that_opens_a_stream() -> None:
    result = whole(HEAD + DRIVER + ANSWERS)
    assert "        with respond([]) as stream:\n" in result
    assert "            handler.until_done(stream, respond)\n" in result
    assert "            with self._respond(outputs) as stream:\n" in result


def test_either_all_of_them_get_it_or_none() -> None:
    found = {message for _, message in blockers(HEAD + DRIVER + ANSWERS + SHOWS)}
    assert "of the handlers that callers may give only some hand in outputs" in found


def test_outputs_of_code_are_asked_for_where_a_class_may_read_them() -> None:
    reads = """\

    def on_tool_call_done(self, tool_call):
        if tool_call.type == "code_interpreter":
            print(tool_call.code_interpreter.outputs)
"""
    assert 'include=["code_interpreter_call.outputs"],' in whole(HEAD + DRIVER + SHOWS + reads)


def test_a_class_by_itself_that_hands_in_outputs() -> None:
    assert "with self._respond(outputs) as stream:\n" in whole(HEAD + ANSWERS.lstrip())


ASIDE = """\
class Quiet(AssistantEventHandler):
    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)

    def on_text_created(self, text) -> None:
        _ = text

    def on_text_delta(self, delta, snapshot) -> None:
        del snapshot
        print(delta.value)

    def on_tool_call_done(self, tool_call) -> None:
        _, unused = tool_call, 1
"""


def test_parameters_that_are_put_aside() -> None:
    last = ASIDE[: ASIDE.index("\n    def on_tool_call_done")]
    result = whole(HEAD + last)
    assert "    def on_text_created(self, text) -> None:\n        pass\n" in result
    assert "    def on_text_delta(self, delta) -> None:\n        print(delta)\n" in result
    assert "super()" not in result
    nested = last.replace(
        "        del snapshot\n", "        if delta.value:\n            del snapshot\n"
    )
    within = "        if delta.value:\n            pass\n        print(delta)\n"
    assert within.replace("delta.value", "delta") in whole(HEAD + nested)
    again = last.replace("del snapshot", "snapshot = delta.value")
    assert "the parameter is assigned to" in [reason for _, reason in blockers(HEAD + again)]
    assert blockers(HEAD + ASIDE)
    assert blockers(HEAD + last.replace("_ = text", "_ = text\n        print(_)"))
    assert blockers(HEAD + last.replace("(*args, **kwargs)\n\n", "(1, **kwargs)\n\n", 1))


OWN = """\


def talk(client: OpenAI, thread_id: str) -> None:
    with client.beta.threads.runs.stream(
        thread_id=thread_id, assistant_id="asst_1", event_handler={}
    ) as stream:
        stream.until_done()
"""


def test_a_class_that_has_a_stream_may_come_elsewhere_too() -> None:
    also = HEAD + DRIVER + SHOWS + OWN.format("Shows()")
    assert "handler: Any) -> None:" in whole(also)
    kept = also.replace("print(delta.value)", "print(self.get_final_run())")
    assert fix_all(kept) == kept


def test_outputs_go_on_with_the_run_of_each_stream_that_it_may_get() -> None:
    handler = ANSWERS.replace("self.current_run.thread_id", "self.thread_id")
    source = HEAD + DRIVER + handler + OWN.format("Answers(client)")
    assert "the run is made in more than one way" in [reason for _, reason in blockers(source)]
    assert fix_all(source) == source
