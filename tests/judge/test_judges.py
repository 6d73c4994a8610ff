"""The judges themselves: what they see, and that they are not fooled."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.corpora.manifest import CORPORA
from tests.judge.engines import Pretended, Row
from tests.judge.legacy import Kind, legacy_references, lost_comments, syntax_error
from tests.judge.outcome import Outcome, Status, Workspace, migrate
from tests.judge.page import document
from tests.judge.report import as_json, terminal
from tests.judge.types import TypeProblem, new_problems

_P = "from azure.ai.projects import AIProjectClient\n"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("from openai import OpenAI\nOpenAI().beta.threads.create()\n", ["?.beta.threads.create"]),
        ("import openai\nopenai.beta.assistants.list()\n", ["openai.beta.assistants.list"]),
        ("t = client.beta.threads\nt.create()\n", ["client.beta.threads"]),
        ("client.beta.threads.runs.with_raw_response.create()\n",
         ["client.beta.threads.runs.with_raw_response.create"]),
        ("from openai import AssistantEventHandler as H\nclass A(H): ...\n",
         ["openai.AssistantEventHandler", "H"]),
        ("from openai.types.beta.threads import Run\n", ["openai.types.beta.threads.Run"]),
        ("from openai.types.beta import Thread\n", ["openai.types.beta.Thread"]),
        ("import azure.ai.agents.models as m\n", ["azure.ai.agents.models"]),
        ("from azure.ai.agents import AgentsClient\nc = AgentsClient('', k)\nc.runs.create()\n",
         ["azure.ai.agents.AgentsClient", "AgentsClient", "c.runs.create"]),
        (_P + "p.agents.create_agent()\n",
         ["p.agents.create_agent"]),
        (_P + "a = p.agents\na.create_thread()\n",
         ["a.create_thread"]),
        (_P + "self.p.agents.messages.list()\n",
         ["self.p.agents.messages.list"]),
        (_P + "AIProjectClient.from_connection_string('')\n",
         ["AIProjectClient.from_connection_string"]),
        ("from azure.ai.projects.models import MessageRole, CodeInterpreterTool\n",
         ["azure.ai.projects.models.MessageRole"]),
    ],
)  # fmt: skip
def test_legacy_code_is_seen(source: str, found: list[str]) -> None:
    assert [reference.text for reference in legacy_references(source)] == found


@pytest.mark.parametrize(
    "source",
    [
        "from langgraph_sdk import get_client\nget_client().threads.create()\nc.runs.create()\n",
        "import anthropic\nanthropic.Anthropic().beta.messages.create()\n",
        "from anthropic import Anthropic\nAnthropic().beta.sessions.threads.list()\n",
        "from openai import OpenAI\nOpenAI().beta.agents.create()\n",
        "from openai.types.beta import AgentSession\n",
        "from openai.types.beta.realtime import Session\n",
        "from letta_client import Letta\nLetta().agents.messages.list()\n",
        _P + "p.agents.create_version()\np.agents.list()\n",
        _P + "with p.get_openai_client() as c:\n    c.conversations.create()\n",
        "from azure.ai.projects.models import PromptAgentDefinition, CodeInterpreterTool\n",
        "# client.beta.threads.create()\nx = 'client.beta.threads.create()'\n",
        "import threading\nthreads = [threading.Thread()]\n",
    ],
)
def test_other_code_is_not(source: str) -> None:
    assert legacy_references(source) == []


def test_strings_are_advice() -> None:
    source = "wrap('openai.resources.beta.threads', 'Threads.create')\n"
    assert legacy_references(source) == []
    (reference,) = legacy_references(source, strings=True)
    assert reference.kind is Kind.STRING


def test_positions() -> None:
    (reference,) = legacy_references("x = 1\ny = client.beta.threads.create(\n)\n")
    assert (reference.line, reference.column, reference.kind) == (2, 4, Kind.CALL)


def test_comments_and_syntax() -> None:
    assert lost_comments("# a\nx = 1  # b\n# a\n", "# a\nx = 1\n") == ["# a", "# b"]
    assert lost_comments("x = '# no'\n", "x = ''  # new\n") == []
    assert syntax_error("x = (\n") is not None
    assert syntax_error("x = ()\n") is None


def test_an_error_that_was_there_before_is_not_new() -> None:
    old = TypeProblem(2, "reportArgumentType", "no such argument")
    before, after = "a = 1\nb = f(a)\n", "import x\na = 1\nb = g(a)\n"
    moved = TypeProblem(3, "reportArgumentType", "another wording at the same place")
    assert new_problems(before, after, [old], [], [moved]) == []
    other = TypeProblem(3, "reportCallIssue", "no such argument")
    assert new_problems(before, after, [old], [], [other]) == [other]


def test_an_id_that_may_be_none_is_a_call_that_may_be_none() -> None:
    text = 'Argument of type "str | None" cannot be assigned to parameter "{}" of type "str"'
    called = TypeProblem(1, "reportOptionalCall", 'Object of type "None" cannot be called')
    known = TypeProblem(1, "reportArgumentType", text.format("assistant_id"))
    assert new_problems("f(a=b)\n", "b()\n", [known], [], [called]) == []
    other = TypeProblem(1, "reportArgumentType", text.format("thread_id"))
    assert new_problems("f(a=b)\n", "b()\n", [other], [], [called]) == [called]
    read = TypeProblem(1, "reportOptionalMemberAccess", '"id" is not a known attribute of "None"')
    assert new_problems("f(a=b.id)\n", "b()\n", [read], [], [called]) == []
    chosen = 'No overloads for "create" match\n  Argument types: (str, {})'
    known = TypeProblem(1, "reportCallIssue", chosen.format("str | None"))
    assert new_problems("f(a=b)\n", "b()\n", [known], [], [called]) == []
    other = TypeProblem(1, "reportCallIssue", chosen.format("int"))
    assert new_problems("f(a=b)\n", "b()\n", [other], [], [called]) == [called]


def test_one_old_error_excuses_one_error() -> None:
    old = TypeProblem(1, "reportCallIssue", "bad")
    twice = [TypeProblem(1, "reportCallIssue", "bad"), TypeProblem(2, "reportCallIssue", "bad")]
    assert new_problems("a\nb\n", "a\nb\n", [old], [], twice) == [twice[1]]


def test_what_is_left_of_legacy_code_is_no_new_error() -> None:
    gone = TypeProblem(1, "reportMissingImports", "cannot be resolved")
    assert new_problems("import a\nx\n", "import a\ny\n", [], [gone], [gone]) == []
    assert new_problems("import b\nx\n", "import a\nx\n", [], [gone], [gone]) == []
    wrong = TypeProblem(1, "reportCallIssue", "bad")
    assert new_problems("f()\nx\n", "f(1)\nx\n", [], [wrong], [wrong]) == [wrong]
    assert new_problems("f()\nx\n", "f(1)\nx\n", [], [wrong], [wrong], partly=True) == []


def _row(path: str, line: int, blocker: str | None = None) -> Row:
    return Row(
        path, line, line, "UNS001", "legacy", "error", "resolved",
        None if blocker else "unsafe", ((blocker, line),) if blocker else (),
    )  # fmt: skip


def _judge(tmp_path: Path, text: str, engine: Pretended) -> Outcome:
    root = tmp_path / "original"
    root.mkdir()
    (root / "a.py").write_text(text, encoding="utf-8")
    outcome = Outcome("test", "a test")
    (tmp_path / "scratch").mkdir()
    migrate(Workspace("w", root, ("a.py",)), engine, tmp_path / "scratch", outcome)
    assert (root / "a.py").read_text(encoding="utf-8") == text
    return outcome


_TEXT = "from openai import OpenAI  # sdk\nclient = OpenAI()\nclient.beta.threads.create()\n"


def _found(path: str, text: str) -> list[Row]:
    if syntax_error(text) is not None:
        return []
    return [_row(path, r.line) for r in legacy_references(text)]


def test_a_good_migration(tmp_path: Path) -> None:
    change = Pretended(lambda text: text.replace("beta.threads", "conversations"), _found)
    outcome = _judge(tmp_path, _TEXT, change)
    (program,) = outcome.programs
    assert (program.status, program.broken) == (Status.FULLY, [])
    assert (outcome.calls_before, outcome.calls_after) == (1, 0)
    program.types = [TypeProblem(3, "reportCallIssue", "bad")]
    assert program.status is Status.UNTYPED


@pytest.mark.parametrize(
    ("before", "after", "harm"),
    [
        ("create()", "create(", "does not parse"),
        ("  # sdk", "", "lost comment: # sdk"),
        ("client", "client_", "a second run changes it again"),
    ],
)
def test_bad_migrations(tmp_path: Path, before: str, after: str, harm: str) -> None:
    engine = Pretended(lambda text: text.replace(before, after), _found)
    (program,) = _judge(tmp_path, _TEXT, engine).programs
    assert program.status is not Status.FULLY
    assert any(text.startswith(harm) for text in program.broken)


def test_a_file_without_findings_stays(tmp_path: Path) -> None:
    engine = Pretended(lambda text: text + "\n" if len(text) < 8 else text)
    (program,) = _judge(tmp_path, "x = 1\n", engine).programs
    assert "changed without a finding" in program.broken


def test_what_is_left_has_reasons(tmp_path: Path) -> None:
    engine = Pretended(rows=lambda path, text: [_row(path, 2, "`client` is of 3 kinds")])
    outcome = _judge(tmp_path, _TEXT, engine)
    call = "(left without a finding) call beta.threads.create"
    assert outcome.programs[0].status is Status.UNTOUCHED
    assert [(r.text, r.places, r.codes, r.alone) for r in outcome.reasons] == [
        (call, {"w/a.py:3": call}, {"-"}, 0),
        ("`…` is of N kinds", {"w/a.py:2": "`client` is of 3 kinds"}, {"UNS001"}, 1),
    ]
    assert "is of N kinds" in terminal([outcome], limit=5)
    assert "| 1 | 1 | 1 | `…` is of N kinds |" in document([outcome])
    assert as_json([outcome])["test"]["legacy"] == 1


def test_manifest_is_pinned() -> None:
    keys = [(name, s.key) for name, corpus in CORPORA.items() for s in corpus.sources]
    assert len(keys) == len(set(keys))
    for corpus in CORPORA.values():
        for source in corpus.sources:
            assert len(source.sha256) == 64
            assert source.files
    assert len({source.name for source in CORPORA["wild"].sources}) >= 30
