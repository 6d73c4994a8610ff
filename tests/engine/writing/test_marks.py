"""Comments at what keeps the rest of a file from being migrated."""

from __future__ import annotations

import ast
from textwrap import dedent

import pytest
from tests.rules.fixing import TODAY, look

from unspool_rules.api import analyse
from unspool_rules.model import Analysis, Edit, Settings, apply_edits

CLIENT = "from openai import OpenAI\n\nclient = OpenAI()\n"
PASSED = "`create` is passed on without being called here"
READ = "`retrieve` is passed on without being called here"


def marked(analysis: Analysis, *, unsafe: bool = True) -> tuple[Edit, ...]:
    """Every fix, and a comment at each place that keeps a finding from having one."""
    return analysis.mark(analysis.fix_all(unsafe=unsafe))


def mark(source: str, *, unsafe: bool = True) -> str:
    return apply_edits(source, marked(look(source), unsafe=unsafe))


def marks(before: str, after: str) -> None:
    """Marked, the rest of a program is exactly this, and then there is nothing more to do."""
    before, after = CLIENT + dedent(before), CLIENT + dedent(after)
    assert mark(before) == after
    assert mark(after) == after
    assert ast.dump(ast.parse(before)) == ast.dump(ast.parse(after))


def test_the_certain_is_migrated_and_the_rest_is_marked() -> None:
    before = """\
        thread = client.beta.threads.create()


        def maker():
            return client.beta.threads.create
        """
    after = f"""\
        conversation = client.conversations.create()


        def maker():
            # TODO(unspool UNS101): {PASSED}
            return client.beta.threads.create
        """
    after = CLIENT + dedent(after)
    assert mark(CLIENT + dedent(before)) == after
    assert mark(after) == after


def test_only_safe_fixes() -> None:
    before = """\
        print(client.beta.vector_stores.retrieve("vs_1").id)
        thread = client.beta.threads.create()
        client.beta.threads.create
        """
    after = f"""\
        print(client.vector_stores.retrieve("vs_1").id)
        thread = client.beta.threads.create()
        # TODO(unspool UNS101): {PASSED}
        client.beta.threads.create
        """
    assert mark(CLIENT + dedent(before), unsafe=False) == CLIENT + dedent(after)
    assert "conversation" in mark(CLIENT + dedent(before))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            """\
            if client.beta.threads.create:
                pass
            """,
            f"""\
            # TODO(unspool UNS101): {PASSED}
            if client.beta.threads.create:
                pass
            """,
        ),
        (
            """\
            def f():
                if i:
                    pass
                elif client.beta.threads.create:
                    pass
                else:
                    client.beta.threads.create
            """,
            f"""\
            def f():
                if i:
                    pass
                # TODO(unspool UNS101): {PASSED}
                elif client.beta.threads.create:
                    pass
                else:
                    # TODO(unspool UNS101): {PASSED}
                    client.beta.threads.create
            """,
        ),
        (
            """\
            if i: j = 0
            else: client.beta.threads.create
            """,
            f"""\
            if i: j = 0
            # TODO(unspool UNS101): {PASSED}
            else: client.beta.threads.create
            """,
        ),
        (
            """\
            try:
                pass
            except client.beta.threads.create:
                pass
            """,
            f"""\
            try:
                pass
            # TODO(unspool UNS101): {PASSED}
            except client.beta.threads.create:
                pass
            """,
        ),
        (
            """\
            @cache
            @with_threads(
                client.beta.threads.create,
            )
            def f():
                pass
            """,
            f"""\
            # TODO(unspool UNS101): {PASSED}
            @cache
            @with_threads(
                client.beta.threads.create,
            )
            def f():
                pass
            """,
        ),
        (
            """\
            class Bot:
                @cache
                def f(self, make=client.beta.threads.create):
                    pass
            """,
            f"""\
            class Bot:
                # TODO(unspool UNS101): {PASSED}
                @cache
                def f(self, make=client.beta.threads.create):
                    pass
            """,
        ),
        (
            '''\
            def f():
                text = """
            first
            """; make = client.beta.threads.create
            ''',
            f'''\
            def f():
                # TODO(unspool UNS101): {PASSED}
                text = """
            first
            """; make = client.beta.threads.create
            ''',
        ),
        (
            '''\
            text = f"""
            {client.beta.threads.create}
            """
            ''',
            f'''\
            # TODO(unspool UNS101): {PASSED}
            text = f"""
            {{client.beta.threads.create}}
            """
            ''',
        ),
        (
            """\
            x = 1 + \\
                client.beta.threads.create
            """,
            f"""\
            # TODO(unspool UNS101): {PASSED}
            x = 1 + \\
                client.beta.threads.create
            """,
        ),
        (
            """\
            every = [
                # the first
                client.beta.threads.create,
                client.beta.threads.create,  # the second
                lambda: client.beta.threads.retrieve,
            ]
            """,
            f"""\
            # TODO(unspool UNS101): {PASSED}
            # TODO(unspool UNS101): {READ}
            every = [
                # the first
                client.beta.threads.create,
                client.beta.threads.create,  # the second
                lambda: client.beta.threads.retrieve,
            ]
            """,
        ),
        (
            """\
            # about making

            # a thread
            client.beta.threads.create  # noqa
            """,
            f"""\
            # about making

            # a thread
            # TODO(unspool UNS101): {PASSED}
            client.beta.threads.create  # noqa
            """,
        ),
        (
            """\
            match client:
                case OpenAI() if client.beta.threads.create:
                    pass
            """,
            f"""\
            # TODO(unspool UNS101): {PASSED}
            match client:
                case OpenAI() if client.beta.threads.create:
                    pass
            """,
        ),
    ],
    ids=[
        *("if", "elif", "one-line-else", "except", "decorators", "default", "string-before"),
        *("string-around", "continued", "several", "comments", "case"),
    ],
)
def test_where_a_comment_stands(before: str, after: str) -> None:
    marks(before, after)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"], ids=["crlf", "cr", "lf"])
def test_line_ends(end: str) -> None:
    before = CLIENT + "if 1:\n    client.beta.threads.create"
    after = f"{CLIENT}if 1:\n    # TODO(unspool UNS101): {PASSED}\n    " + before.split("    ")[1]
    assert mark(before.replace("\n", end)) == after.replace("\n", end)
    assert mark(after.replace("\n", end)) == after.replace("\n", end)


def test_a_byte_order_mark_stays_in_front() -> None:
    before = "\ufeffimport openai; x = openai.OpenAI().beta.threads.create\n"
    after = f"\ufeff# TODO(unspool UNS101): {PASSED}\n{before[1:]}"
    assert mark(before) == after
    assert mark(after) == after


def test_tabs() -> None:
    marks(
        "if 1:\n\tclient.beta.threads.create\n",
        f"if 1:\n\t# TODO(unspool UNS101): {PASSED}\n\tclient.beta.threads.create\n",
    )


def test_a_reason_that_is_known_is_not_written_again() -> None:
    known = f"#  TODO(unspool UNS999):  {PASSED}  \n# something else\n"
    source = f"{CLIENT}{known}client.beta.threads.create\n"
    assert mark(source) == source


def test_a_reason_that_is_gone_is_left_to_the_person() -> None:
    gone = "# TODO(unspool UNS999): it was difficult\n"
    source = f"{CLIENT}{gone}client.beta.threads.create\n"
    assert mark(source) == source.replace(gone, f"{gone}# TODO(unspool UNS101): {PASSED}\n")


def test_what_only_waits_for_another_call_is_not_marked() -> None:
    source = CLIENT + dedent(
        """\
        class Bot:
            def __init__(self):
                self.thread_id = client.beta.threads.create(*options).id

            def ask(self):
                client.beta.threads.messages.create(self.thread_id, role="user", content="Hi")
        """
    )
    waiting = [b.message for f in look(source).findings for b in f.blockers if b.cause]
    assert any("makes the id and cannot be migrated" in message for message in waiting)
    after = mark(source)
    assert after.count("# TODO") == 1
    assert after.splitlines()[5] == (
        "        # TODO(unspool UNS101): unpacked arguments: which ones they are is not known here"
    )


def test_other_findings_are_not_marked() -> None:
    source = CLIENT + "client.beta.threads.create  # unspool: ignore[UNS101]\n"
    assert mark(source) == source
    source = CLIENT + "client.beta.threads.create\n"
    chosen = analyse(source, today=TODAY, settings=Settings(select=("UNS102",)))
    assert marked(chosen) == ()


@pytest.mark.parametrize(
    "head",
    [
        "# Code generated by a tool.\n",
        "#!/usr/bin/env python\n# -*- coding: utf-8 -*-\n\n# @generated\n",
        '"""The API.\n\nDO NOT EDIT\n"""\n',
        "# AUTOGENERATED! Do not edit! File to edit: nbs/core.ipynb\n",
    ],
)
def test_generated_files_are_left_alone(head: str) -> None:
    source = head + CLIENT + "thread = client.beta.threads.create()\n"
    analysis = look(source)
    (finding,) = analysis.findings
    assert finding.fix is None
    assert finding.blockers[0].message == "the file is generated: what generates it has to change"
    assert source[finding.blockers[0].span.start : finding.blockers[0].span.end] in head
    assert analysis.fix_all(unsafe=True) == marked(analysis) == ()


@pytest.mark.parametrize(
    "head",
    [
        "# Generated answers are printed. Do not edit the prompt.\n",
        'TEXT = "Code generated by a tool. DO NOT EDIT"\n',
        "import os\n# DO NOT EDIT below\n",
        "# mail to me@generated.example\n",
        "# x\n" * 30 + "# DO NOT EDIT\n",
    ],
)
def test_files_that_only_look_generated(head: str) -> None:
    assert look(head + CLIENT + "thread = client.beta.threads.create()\n").fixes(unsafe=True)
