"""Old SDKs among the dependencies: each form of file, what code still needs, what stays quiet."""

from __future__ import annotations

from datetime import date
from textwrap import dedent

import pytest
from packaging.version import Version

from unspool_rules.api import analyse
from unspool_rules.dependencies.analysis import analyse_dependencies
from unspool_rules.dependencies.dotenv import analyse_dotenv
from unspool_rules.dependencies.names import is_dependency_file, is_dotenv
from unspool_rules.dependencies.usage import Usage, needs_of, settings_of
from unspool_rules.model import Analysis, Settings, Target, apply_edits
from unspool_rules.rules.old_dependency import RULE
from unspool_rules.rules.rule import Example

TODAY = date(2026, 11, 22)
PROJECTS = Usage(imports=frozenset({"azure.ai.projects"}))


def look(text: str, name: str, usage: Usage = PROJECTS, target: Target | None = None) -> Analysis:
    return analyse_dependencies(text, name, usage=usage, target=target, today=TODAY)


def fixed(text: str, name: str, usage: Usage = PROJECTS, target: Target | None = None) -> str:
    analysis = look(text, name, usage, target)
    after = apply_edits(text, analysis.fix_all(unsafe=True))
    if after != text:
        assert look(after, name, usage, target).findings == ()
    return after


def places(text: str, name: str, usage: Usage = PROJECTS) -> list[str]:
    return [text[f.span.start : f.span.end] for f in look(text, name, usage).findings]


@pytest.mark.parametrize("example", RULE.examples, ids=lambda example: example.title)
def test_examples(example: Example) -> None:
    before, after = dedent(example.before), dedent(example.after)

    assert fixed(before, example.filename) == after
    assert fixed(before.replace("\n", "\r\n"), example.filename) == after.replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        (
            "requirements.txt",
            "# agents\nazure-ai-agents==1.1.0\nazure.ai.projects == 1.0.0  # client\nflask\n",
            "# agents\nazure.ai.projects ==2.10.0  # client\nflask\n",
        ),
        ("requirements-dev.txt", "azure-ai-agents\n", "azure-ai-projects>=2.10.0\n"),
        ("requirements.txt", "Azure_AI_Agents[x]>=1; python_version>'3.9'", None),
        (
            "requirements.in",
            "azure-ai-projects<2\nopenai==1.55.3",
            "azure-ai-projects>=2.10.0\nopenai==3.54.0",
        ),
        (
            "setup.cfg",
            "[options]\ninstall_requires =\n    azure-ai-agents\n    azure-ai-projects~=1.0\n",
            "[options]\ninstall_requires =\n    azure-ai-projects>=2.10.0\n",
        ),
        (
            "setup.py",
            'setup(install_requires=["azure-ai-agents>=1", "azure-ai-projects<2", "x"])\n',
            'setup(install_requires=["azure-ai-projects>=2.10.0", "x"])\n',
        ),
        (
            "setup.py",
            'R = [\n    "x",\n    "azure-ai-agents",\n]\nsetup(extras_require={"a": R})\n',
            (
                'R = [\n    "x",\n    "azure-ai-projects>=2.10.0",\n]\n'
                'setup(extras_require={"a": R})\n'
            ),
        ),
        (
            "environment.yml",
            "dependencies:\n  - openai=1.30\n  - pip:\n    - azure-ai-projects==1.0.0  # c\n",
            "dependencies:\n  - openai>=3.0.0\n  - pip:\n    - azure-ai-projects==2.10.0  # c\n",
        ),
        (
            "Pipfile",
            '[packages]\nazure-ai-agents = "*"\nazure-ai-projects = {version = "~=1.0"}\n',
            '[packages]\nazure-ai-projects = {version = ">=2.10.0"}\n',
        ),
        (
            "pyproject.toml",
            '[dependency-groups]\ndev = ["azure-ai-projects==1.0.0", {include-group = "x"}]\n',
            '[dependency-groups]\ndev = ["azure-ai-projects==2.10.0", {include-group = "x"}]\n',
        ),
        (
            "pyproject.toml",
            "[project]\ndependencies = ['a', 'azure-ai-projects<2', 'azure-ai-agents']\n",
            "[project]\ndependencies = ['a', 'azure-ai-projects>=2.10.0']\n",
        ),
        (
            "pyproject.toml",
            '[tool.poetry.group.dev.dependencies]\nazure-ai-projects = "^1.0"\nopenai = "^1.9"\n',
            (
                '[tool.poetry.group.dev.dependencies]\nazure-ai-projects = "^2.10.0"\n'
                'openai = "^3.0.0"\n'
            ),
        ),
    ],
)
def test_each_form(name: str, before: str, after: str | None) -> None:
    if after is None:
        after = before.replace("Azure_AI_Agents[x]>=1", "azure-ai-projects[x]>=2.10.0")

    assert is_dependency_file(name)
    assert fixed(before, name) == after


@pytest.mark.parametrize(
    ("target", "after"),
    [
        ("2.10.0", "azure-ai-projects>=2.10.0\nopenai>=3.0.0\n"),
        ("2.5.0", "azure-ai-projects>=2.5.0\nopenai>=3.0.0\n"),
        ("2.4.0", "azure-ai-projects>=2.4.0,<2.5\nopenai>=2.8.0,<3\n"),
    ],
)
def test_openai_goes_along(target: str, after: str) -> None:
    before = "azure-ai-projects<2\nopenai<2\n"

    assert fixed(before, "requirements.txt", target=Target(version=Version(target))) == after


def test_what_code_still_needs() -> None:
    text = "azure-ai-agents\nazure-ai-projects==1.0.0\n"
    usage = Usage({"azure-ai-agents": ("a.py", "b.py", "c.py", "d.py")}, PROJECTS.imports)
    agents, projects = look(text, "requirements.txt", usage).findings

    assert agents.fix is None
    assert "`a.py`, `b.py`, `c.py` and 1 more file still need it" in agents.message
    assert [b.message for b in agents.blockers] == [
        "`a.py`, `b.py`, `c.py` and 1 more file still need it"
    ]
    assert projects.fix is not None
    after = apply_edits(text, look(text, "requirements.txt", usage).fix_all(unsafe=True))
    assert after == "azure-ai-agents\nazure-ai-projects==2.10.0\n"


def test_azure_ai_agents_does_not_come_along_any_more() -> None:
    usage = Usage({"azure-ai-agents": ("a.py",)}, PROJECTS.imports)
    text = "azure-ai-projects>=2\n"

    assert places(text, "requirements.txt", usage) == ["azure-ai-projects>=2"]
    assert places(text, "requirements.txt") == []
    assert places(text + "azure-ai-agents\n", "requirements.txt", usage) == ["azure-ai-agents"]


@pytest.mark.parametrize(
    ("openai", "after"),
    [("openai", "openai>=2.8.0,<3"), ("openai>=2.8", "openai>=2.8.0,<3"), ("openai<3", None)],
)
def test_versions_that_fail_on_openai_3(openai: str, after: str | None) -> None:
    text = f"azure-ai-projects==2.4.0\n{openai}\n"

    assert fixed(text, "requirements.txt") == text.replace(openai, after or openai)


def test_openai_that_nothing_excludes() -> None:
    (finding,) = look("azure-ai-projects==2.0.1\n", "requirements.txt").findings

    assert "openai>=2.8.0,<3" in finding.message
    assert finding.fix is not None


def test_plain_openai() -> None:
    text = "openai==1.30.0\n"
    legacy = Usage({"openai": ("a.py",)}, frozenset({"openai"}))

    assert places(text, "requirements.txt", Usage()) == []
    assert places("openai>=1.30\n", "requirements.txt", legacy) == []
    assert places(text, "requirements.txt", legacy) == ["openai==1.30.0"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("requirements.txt", "azure-ai-projects\nazure-ai-projects>=2.5.0\nopenai>=3\n"),
        ("requirements.txt", "azure-ai-projects>=1.0\nazure-ai-evaluation<2\nopenai\n"),
        ("requirements.txt", "-r other.txt\n-e .\n# azure-ai-agents\nhttps://x/azure-ai-agents\n"),
        ("pyproject.toml", '[project]\ndescription = "azure-ai-agents"\n'),
        ("pyproject.toml", '[tool.x]\nnames = ["azure-ai-agents"]\n'),
        ("pyproject.toml", "[project\n"),
        ("setup.py", 'print("azure-ai-agents")\nsetup(name="azure-ai-agents")\n'),
        ("setup.cfg", "[metadata]\nname = azure-ai-agents\n"),
        ("environment.yml", "name: azure-ai-agents\n"),
        ("requirements.txt", "azure-ai-agents  # unspool: ignore[UNS801]\n"),
        ("requirements.txt", ""),
    ],
)
def test_quiet(name: str, text: str) -> None:
    assert places(text, name) == []


@pytest.mark.parametrize(
    "text",
    [
        "azure-ai-agents==1.1.0 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\n",
        "#\n# This file is autogenerated by pip-compile\n#\nazure-ai-agents==1.1.0\n    # via x\n",
    ],
)
def test_files_of_other_tools(text: str) -> None:
    (finding,) = look(text, "requirements.txt").findings

    assert finding.fix is None
    assert finding.blockers


def test_settings() -> None:
    ignored = Settings(ignore=("UNS801",))
    found = analyse_dependencies(
        "azure-ai-agents", "requirements.txt", settings=ignored, today=TODAY
    )

    assert found.findings == ()


@pytest.mark.parametrize(
    ("source", "needs"),
    [
        ("from azure.ai.agents import AgentsClient\n", {"azure-ai-agents"}),
        ("from azure.ai import agents\n", {"azure-ai-agents"}),
        (
            (
                "from azure.ai.projects import AIProjectClient\n"
                "AIProjectClient(endpoint='e', credential=None).agents.threads.create()\n"
            ),
            {"azure-ai-agents", "azure-ai-projects"},
        ),
        (
            (
                "from azure.ai.projects import AIProjectClient\n"
                "AIProjectClient(endpoint='e', credential=None).agents.list_versions('a')\n"
            ),
            set(),
        ),
        ("from openai import OpenAI\nOpenAI().beta.threads.create()\n", {"openai"}),
        ("from openai import OpenAI\nOpenAI().responses.create()\n", set()),
    ],
)
def test_needs(source: str, needs: set[str]) -> None:
    assert needs_of(source, analyse(source, today=TODAY))[0] == needs


def test_dotenv() -> None:
    text = dedent("""\
        # settings
        ASSISTANT_ID=asst_abc
        export THREAD="thread_abc"
        AGENT_ID=helper
        AZURE_OPENAI_ENDPOINT=https://x.openai.azure.com
        PROJECT_CONNECTION_STRING=h;s;g;p
        OTHER=1
        """)

    def names(usage: Usage) -> list[str]:
        found = analyse_dotenv(text, usage=usage).findings
        return [text[f.span.start : f.span.end] for f in found]

    assert is_dotenv(".env")
    assert is_dotenv(".env.local")
    assert not is_dotenv("env.py")
    assert names(Usage()) == ["ASSISTANT_ID", "THREAD"]
    assert names(Usage({"openai": ("a.py",)})) == [
        *("ASSISTANT_ID", "THREAD", "AGENT_ID", "PROJECT_CONNECTION_STRING"),
    ]
    assert "AZURE_OPENAI_ENDPOINT" in names(Usage(settings=frozenset({"AZURE_OPENAI_ENDPOINT"})))


CONDA = """dependencies:
  - python=3.9
  - pip:
    - azure-ai-projects>=1,<2
    - openai<2
"""
PIPFILE = """[packages]
azure-ai-projects = "<2"
openai = "<2"
[requires]
python_version = "3.9"
"""


@pytest.mark.parametrize(
    ("name", "text", "after"),
    [
        ("environment.yml", CONDA, "    - azure-ai-projects>=2.0.0,<2.5\n"),
        ("Pipfile", PIPFILE, 'azure-ai-projects = ">=2.0.0,<2.5"\n'),
    ],
)
def test_an_old_python_is_seen_in_every_file(name: str, text: str, after: str) -> None:
    assert after in fixed(text, name)


_OPENAI = "openai>=2.8.0,<3"
_OLD = ">=2.0.0,<2.5"


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        (
            "requirements.txt",
            "azure-ai-projects==2.0.1\n",
            f"{_OPENAI}\nazure-ai-projects==2.0.1\n",
        ),
        (
            "setup.cfg",
            "[options]\npython_requires = >=3.9\ninstall_requires =\n    azure-ai-projects<2\n",
            (
                "[options]\npython_requires = >=3.9\ninstall_requires =\n"
                f"    {_OPENAI}\n    azure-ai-projects{_OLD}\n"
            ),
        ),
        (
            "setup.py",
            'setup(python_requires=">=3.9", install_requires=["azure-ai-projects<2"])\n',
            (
                'setup(python_requires=">=3.9", '
                f'install_requires=["{_OPENAI}", "azure-ai-projects{_OLD}"])\n'
            ),
        ),
        (
            "pyproject.toml",
            (
                '[project]\nrequires-python = ">=3.9"\ndependencies = [\n'
                "    'azure-ai-agents>=1',  # agents\n]\n"
            ),
            (
                '[project]\nrequires-python = ">=3.9"\ndependencies = [\n'
                f"    '{_OPENAI}',\n    'azure-ai-projects{_OLD}',  # agents\n]\n"
            ),
        ),
        (
            "pyproject.toml",
            '[tool.poetry.dependencies]\npython = ">=3.9"\nazure-ai-projects = "^1.0"\n',
            (
                '[tool.poetry.dependencies]\npython = ">=3.9"\n'
                f'openai = ">=2.8.0,<3"\nazure-ai-projects = "{_OLD}"\n'
            ),
        ),
        (
            "setup.cfg",
            (
                "[options]\npython_requires = >=3.9\ninstall_requires =\n"
                "    azure-ai-projects<2\n    openai>=1.30\n"
            ),
            (
                "[options]\npython_requires = >=3.9\ninstall_requires =\n"
                f"    azure-ai-projects{_OLD}\n    {_OPENAI}\n"
            ),
        ),
    ],
)
def test_openai_3_is_kept_out_where_it_fails(name: str, before: str, after: str) -> None:
    usage = Usage() if "agents" in before else PROJECTS

    assert fixed(before, name, usage) == after
    assert not look(after, name, usage).findings


def test_a_line_without_room_for_openai() -> None:
    text = "[options]\npython_requires = >=3.9\ninstall_requires = azure-ai-projects<2\n"

    (finding,) = look(text, "setup.cfg").findings

    assert [b.message for b in finding.blockers] == ["openai is not declared here"]
    assert fixed(text, "setup.cfg") == text


def test_a_python_that_has_no_openai_3() -> None:
    text = (
        '[packages]\nazure-ai-projects = "*"\nopenai = "<2"\n\n[requires]\npython_version = "3.9"\n'
    )

    assert 'openai = ">=2.8.0,<3"' in fixed(text, "Pipfile")


def test_dotenv_of_a_project_at_openai() -> None:
    code = dedent("""\
        import os
        from openai import OpenAI
        client = OpenAI()
        client.beta.threads.runs.create("conv_1", assistant_id=os.environ["ASSISTANT_ID"])
        """)
    fed, defined = settings_of(code, analyse(code, today=TODAY))
    assert fed == defined == {"ASSISTANT_ID"}

    def said(usage: Usage) -> list[bool]:
        text = "ASSISTANT_ID=asst_abc\nOLD=asst_old\n"
        found = analyse_dotenv(text, usage=usage).findings
        return ["`assistants.json`" in finding.message for finding in found]

    needs = {"openai": ("a.py",)}
    assert said(Usage(needs, settings=fed, definitions=defined)) == [True, True]
    assert said(Usage(needs, settings=fed)) == [False, False]
    both = {**needs, "azure-ai-agents": ("b.py",)}
    assert said(Usage(both, settings=fed, definitions=defined)) == [True, False]
