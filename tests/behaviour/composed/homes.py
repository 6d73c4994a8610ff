"""Where the code of a program stands: a script, functions, a class, two files."""

from __future__ import annotations

from collections.abc import Callable

from .draft import Draft, block, lines
from .failures import settled
from .polls import poll
from .resources import making
from .tools import automatic

_QUESTION = "QUESTION"
HELPERS = "assistant_helpers"
"""The module of the helpers, in programs of two files."""


def turn(draft: Draft, question: str) -> str:
    """Ask, wait, read."""
    keep = "message = " if draft.choice["reading"] == "after" else ""
    return lines(
        said(draft, question, keep),
        draft.note("Step 3: run", "now let it answer"),
        poll(draft),
        settled(draft),
    )


def said(draft: Draft, question: str, keep: str = "") -> str:
    """The question becomes a message."""
    if draft.choice["asking"] == "opening":
        return ""
    if draft.choice["asking"] == "parts":
        question = f'[{{"type": "text", "text": {question}}}]'
    told = {"role": '"user"', "content": question}
    before = {"role": '"user"', "content": '"Be kind to me."'}
    return lines(
        draft.note("Step 2: add the question", "the user's message"),
        draft.on_thread("message.create", **before) if draft.choice["asking"] == "twice" else "",
        f"{keep}{draft.on_thread('message.create', **told)}",
    )


def _thread(draft: Draft) -> str:
    arguments = {"metadata": '{"user": "anna"}'} if draft.choice["resources"] == "metadata" else {}
    if draft.choice["asking"] == "opening":
        question = f'"{draft.topic.questions[0]}"'
        arguments["messages"] = f'[{{"role": "user", "content": {question}}}]'
    return draft.call("thread.create", **arguments)


def _cleanup(draft: Draft) -> str:
    if draft.choice["cleanup"] == "none":
        return ""
    deleted = draft.call("assistant.delete", assistant_id=draft.assistant)
    return lines(
        draft.note("clean up", "Delete what was made"),
        draft.call("thread.delete", thread_id=draft.thread),
        deleted,
    )


def _questions(draft: Draft) -> tuple[str, ...]:
    count = 1 if draft.choice["turns"] == "one" else 2
    return tuple(f'"{text}"' for text in draft.topic.questions[:count])


def _automatic(draft: Draft) -> str:
    if not automatic(draft):
        return ""
    return f"{draft.agents}.enable_auto_function_calls(FUNCTION_SET)"


def _flat(draft: Draft) -> str:
    """Everything below each other, in a script or one function."""
    name = draft.topic.noun
    draft.assistant, draft.thread = f"{name}.id", "thread.id"
    made = lines(making(draft, name), _automatic(draft), f"thread = {_thread(draft)}")
    if draft.choice["kept"] == "ids":
        made = lines(made, "thread_id = thread.id", f"assistant_id = {name}.id")
        draft.thread, draft.assistant = "thread_id", "assistant_id"
    turns, questions = draft.choice["turns"], _questions(draft)
    body = turn(draft, _QUESTION)
    if turns in {"one", "two"}:
        asked = lines(*(body.replace(_QUESTION, q) for q in questions))
    elif turns == "threads":
        again = f"thread = {_thread(draft)}"
        again = lines(again, "thread_id = thread.id" if draft.thread == "thread_id" else "")
        first, second = (body.replace(_QUESTION, q) for q in questions)
        asked = lines(first, again, second)
    elif turns == "loop":
        head = f"for question in [{', '.join(questions)}]:"
        asked = block(head, body.replace(_QUESTION, "question"))
    else:
        asked = block(
            "while True:",
            'question = input("You: ")',
            block('if question.lower() in ("exit", "quit"):', "break"),
            body.replace(_QUESTION, "question"),
        )
    return lines(made, asked, _cleanup(draft))


def script(draft: Draft) -> str:
    """At the level of the module."""
    body = _flat(draft)
    return lines(*_gaps(draft.helpers), body)


def main(draft: Draft) -> str:
    """In one function; the client is made there, or above."""
    draft.local_client = draft.choice["client"] != "alias" and draft.random.random() < 0.4
    body = _flat(draft)
    if draft.local_client:
        body = lines(f"{draft.client} = {CLIENT}", body)
    if draft.choice["failure"] == "except":
        wrong = 'print(f"Something went wrong: {error}")'
        body = lines(block("try:", body), block("except Exception as error:", wrong))
    return lines(
        *_gaps(draft.helpers), _gap(block(f"{draft.define} main():", body)), _run("main()", draft)
    )


def function(draft: Draft) -> str:
    """One function that makes everything for one question."""
    draft.gives = "return"
    name = draft.topic.noun
    draft.assistant, draft.thread = f"{name}.id", "thread.id"
    made = making(draft, name)
    body = lines(_automatic(draft), f"thread = {_thread(draft)}", turn(draft, "question"))
    body = _guarded(draft, lines(made, body))
    asked = block(f"{draft.define} ask(question):", body)
    return lines(*_gaps(draft.helpers), _gap(asked), _asking(draft, "ask"))


def cls(draft: Draft) -> str:
    """A class that holds client and ids."""
    above = draft.client
    given = draft.random.random() < 0.3
    draft.client, draft.method, draft.gives = f"self.{above}", True, "return"
    name = draft.topic.noun
    attribute = f"self.{name}"
    draft.assistant = "self.assistant_id" if draft.choice["kept"] == "ids" else f"{attribute}.id"
    draft.thread = "self.thread_id" if draft.choice["kept"] == "ids" else "self.thread.id"
    if draft.choice["kept"] == "ids":
        made = lines(
            making(draft, name),
            f"self.assistant_id = {name}.id",
            _automatic(draft),
            f"thread = {_thread(draft)}",
            "self.thread_id = thread.id",
        )
    else:
        made = lines(making(draft, attribute), _automatic(draft), f"self.thread = {_thread(draft)}")
    body = _guarded(draft, turn(draft, "question"))
    ask = block(f"{draft.define} ask(self, question):", body)
    close = _cleanup(draft)
    title = draft.topic.cls
    built = f"{draft.client} = {above if given else CLIENT}"
    init = f"def __init__(self, {above}):" if given else "def __init__(self):"
    if draft.asynchronous:
        start = f"{block(init, built)}\n\n{block('async def start(self):', made)}"
    else:
        start = block(init, built, made)
    methods = [start, ask, *draft.helpers]
    if close:
        methods.append(block(f"{draft.define} close(self):", close))
    told = "" if draft.quiet else f'"""Talks to {title}."""\n'
    text = block(f"class {title}:", told, "\n\n".join(methods))
    draft.client = above
    using = [
        f"bot = {title}({above if given else ''})",
        "await bot.start()" if draft.asynchronous else "",
    ]
    end = f"{draft.wait}bot.close()" if close else ""
    return lines(_gap(text), _driver(draft, "bot.ask", using, end))


def ids(draft: Draft) -> str:
    """Functions that hand ids to each other."""
    above = _gap(_by_ids(draft))
    return lines(above, _using_ids(draft))


def steps(draft: Draft) -> str:
    """A function for each step, which hand ids and the run to each other."""
    above = _gap(_by_steps(draft))
    return lines(above, _using_ids(draft))


def _by_steps(draft: Draft) -> str:
    draft.gives = "return"
    draft.assistant, draft.thread = "assistant_id", "thread_id"
    name, wait = draft.topic.noun, draft.wait
    made = lines(making(draft, name), _automatic(draft), f"return {name}.id")
    thread = lines(f"thread = {_thread(draft)}", "return thread.id")
    keep = "message = " if draft.choice["reading"] == "after" else ""
    message = said(draft, "content", keep) or "pass"
    message = lines(message, "return message" if keep else "")
    waiting = lines(poll(draft), "" if draft.streamed else "return run")
    given = ", message" if keep else ""
    reading = _guarded(draft, settled(draft))
    parts = [
        block(f"{draft.define} create_assistant():", made),
        block(f"{draft.define} create_thread():", thread),
        block(f"{draft.define} add_message(thread_id, content):", message),
        *draft.helpers,
        block(f"{draft.define} run_assistant(thread_id, assistant_id):", waiting),
    ]
    body = lines(
        f"{keep}{wait}add_message(thread_id, question)",
        f"{'' if draft.streamed else 'run = '}{wait}run_assistant(thread_id, assistant_id)",
    )
    if not draft.streamed:
        parts.append(block(f"{draft.define} get_answer(thread_id, run{given}):", reading))
        read = f"{wait}get_answer(thread_id, run{given})"
        body = lines(body, f"return {read}" if draft.returned else read)
    parts.append(block(f"{draft.define} ask(thread_id, assistant_id, question):", body))
    if close := _cleanup(draft):
        parts.append(block(f"{draft.define} clean_up(thread_id, assistant_id):", close))
    return "\n\n\n".join(parts)


def files(draft: Draft) -> tuple[str, str]:
    """The same, in a module of its own; the program that uses it comes first."""
    helpers = _gap(_by_ids(draft))
    return _using_ids(draft), helpers


def _by_ids(draft: Draft) -> str:
    draft.gives = "return"
    draft.assistant, draft.thread = "assistant_id", "thread_id"
    name = draft.topic.noun
    made = lines(making(draft, name), _automatic(draft), f"return {name}.id")
    thread = lines(f"thread = {_thread(draft)}", "return thread.id")
    body = _guarded(draft, turn(draft, "question"))
    parts = [
        block(f"{draft.define} create_assistant():", made),
        block(f"{draft.define} create_thread():", thread),
        *draft.helpers,
        block(f"{draft.define} ask(thread_id, assistant_id, question):", body),
    ]
    if close := _cleanup(draft):
        parts.append(block(f"{draft.define} clean_up(thread_id, assistant_id):", close))
    return "\n\n\n".join(parts)


def _using_ids(draft: Draft) -> str:
    wait = draft.wait
    using = [
        f"assistant_id = {wait}create_assistant()",
        f"thread_id = {wait}create_thread()",
    ]
    end = f"{wait}clean_up(thread_id, assistant_id)" if draft.choice["cleanup"] == "all" else ""
    return _driver(draft, "ask", using, end, "thread_id, assistant_id, ")


def _asking(draft: Draft, name: str) -> str:
    return _driver(draft, name, [], "")


def _driver(draft: Draft, name: str, using: list[str], end: str, given: str = "") -> str:
    """Code that asks the questions; asynchronous programs need a function for it."""
    questions = _questions(draft)

    def asked(question: str) -> str:
        text = f"{draft.wait}{name}({given}{question})"
        return f"print({text})" if draft.returned else text

    turns = draft.choice["turns"]
    if turns == "loop":
        body = block(f"for question in ({', '.join(questions)}):", asked("question"))
    elif turns == "input":
        body = block('while (question := input("You: ")) != "exit":', asked("question"))
    elif turns == "answers" and draft.returned:
        made = f"answers = [{draft.wait}{name}({given}q) for q in ({', '.join(questions)})]"
        body = lines(made, block("for answer in answers:", "print(answer)"))
    elif turns == "threads" and using:
        body = lines(asked(questions[0]), *using[1:], asked(questions[1]))
    else:
        body = lines(*map(asked, questions))
    body = lines(*using, body, end)
    if draft.asynchronous:
        text = _gap(block("async def main():", body))
        return lines(text, _run("main()", draft))
    if draft.random.random() < 0.5:
        return block('if __name__ == "__main__":', body)
    return body


def _guarded(draft: Draft, body: str) -> str:
    if draft.choice["failure"] != "except":
        return body
    wrong = 'print(f"Something went wrong: {error}")'
    return lines(block("try:", body), block("except Exception as error:", wrong))


def _run(text: str, draft: Draft) -> str:
    if draft.asynchronous:
        draft.imports.add("import asyncio")
        return f"asyncio.run({text})"
    return block('if __name__ == "__main__":', text)


def _gap(text: str) -> str:
    return f"{text}\n\n"


def _gaps(texts: list[str]) -> list[str]:
    return [_gap(text) for text in texts]


CLIENT = "NEW_CLIENT"
"""Stands where a program makes its client."""

HOMES: dict[str, Callable[[Draft], str]] = {
    "script": script,
    "main": main,
    "function": function,
    "class": cls,
    "ids": ids,
    "steps": steps,
}
