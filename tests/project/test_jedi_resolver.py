from __future__ import annotations

import subprocess
import sys
import textwrap
import time
from pathlib import Path
from typing import Any

import pytest

from unspool_rules.model import LineIndex
from unspool_rules.semantics import jedi_resolver, project_files
from unspool_rules.semantics.jedi_resolver import JediResolver

OUTLINES = {
    "legacy/__init__.py": "from legacy._client import Client, AsyncClient\n",
    "legacy/_client.py": """\
        from legacy.resources import Threads

        class Client:
            threads: Threads
            def __enter__(self) -> Client: ...
            def __exit__(self, *args: object) -> None: ...

        class AsyncClient:
            async def __aenter__(self) -> AsyncClient: ...
            async def __aexit__(self, *args: object) -> None: ...
        """,
    "legacy/resources/__init__.py": "from legacy.resources.threads import Threads\n",
    "legacy/resources/threads.py": "class Threads:\n    def create(self) -> int: ...\n",
    "cloud/ai/__init__.py": "class CloudClient: ...\n",
}


class Workspace:
    """Outlines and a project; ``§`` in a source marks the position that is asked for."""

    def __init__(self, folder: Path) -> None:
        self.outlines = folder / "outlines"
        self.root = folder / "project"
        self.root.mkdir()
        for name, text in OUTLINES.items():
            self._write(self.outlines / name, text)

    def add(self, name: str, text: str) -> None:
        self._write(self.root / name, text)

    def ask(self, marked: str, name: str = "main.py", **options: Any) -> set[str]:
        marked = textwrap.dedent(marked)
        source, offset = marked.replace("§", ""), marked.index("§")
        line, column = LineIndex(source).position(offset)
        options.setdefault("seconds", 60.0)  # a busy machine is not what is tested
        resolver = JediResolver(
            source, self.root / name, outlines=self.outlines, root=self.root, **options
        )
        return set(resolver.infer(line, column))

    @staticmethod
    def _write(path: Path, text: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")


@pytest.fixture(autouse=True)
def no_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test of this file may start a process."""

    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError(f"a process was started: {args}")

    monkeypatch.setattr(subprocess, "Popen", refuse)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path)


def test_instance_class_and_module_are_told_apart(workspace: Workspace) -> None:
    head = "import legacy\nfrom legacy import Client\n"

    assert workspace.ask(head + "client = Client()\n§client\n") == {"legacy._client.Client"}
    assert workspace.ask(head + "§Client\n") == {"type:legacy._client.Client"}
    assert workspace.ask(head + "§legacy\n") == {"module:legacy"}
    assert workspace.ask(head + "§print\n") == set()


def test_attribute_of_an_outlined_class(workspace: Workspace) -> None:
    source = "from legacy import Client\nClient().§threads\n"

    assert workspace.ask(source) == {"legacy.resources.threads.Threads"}


def test_import_from_another_file(workspace: Workspace) -> None:
    workspace.add("app/__init__.py", "")
    workspace.add("app/clients.py", "from legacy import Client\nclient = Client()\n")

    assert workspace.ask("from app.clients import client\n§client\n") == {"legacy._client.Client"}


def test_relative_import(workspace: Workspace) -> None:
    workspace.add("app/__init__.py", "")
    workspace.add("app/clients.py", "from legacy import Client\nclient = Client()\n")
    source = "from .clients import client as c\n§c\n"

    assert workspace.ask(source, "app/main.py") == {"legacy._client.Client"}


def test_import_beside_a_script_in_a_folder(workspace: Workspace) -> None:
    workspace.add("scripts/clients.py", "from legacy import Client\nclient = Client()\n")
    source = "from clients import client\n§client\n"
    folders = (workspace.root / "scripts",)

    found = workspace.ask(source, "scripts/main.py", site_packages=folders)

    assert found == {"legacy._client.Client"}


def test_factory_function_in_another_file(workspace: Workspace) -> None:
    workspace.add(
        "factory.py",
        """\
        from functools import lru_cache
        from legacy import Client

        @lru_cache
        def make_client():
            return Client()
        """,
    )

    source = "from factory import make_client\nclient = make_client()\n§client\n"

    assert workspace.ask(source) == {"legacy._client.Client"}


def test_parameter_by_a_caller_in_another_file(workspace: Workspace) -> None:
    workspace.add("caller.py", "import legacy\nfrom main import ask\nask(legacy.Client(), 'hi')\n")

    source = "def ask(client, text):\n    §client\n"

    assert workspace.ask(source) == {"legacy._client.Client"}


def test_constructor_parameter_by_a_caller_in_another_file(workspace: Workspace) -> None:
    workspace.add(
        "a/b/caller.py", "from legacy import Client\nfrom main import Bot\nBot(Client())\n"
    )

    source = """\
        class Bot:
            def __init__(self, client):
                self.client = client

            def ask(self):
                self.§client
        """

    assert workspace.ask(source) == {"legacy._client.Client"}


def test_caller_is_found_though_environments_hold_thousands_of_files(workspace: Workspace) -> None:
    workspace.add("aenv/pyvenv.cfg", "home = /usr/bin\n")
    for number in range(500):
        workspace.add(f"aenv/lib/module{number}.py", "def ask(client): ...\nask(1)\n")
    workspace.add("z/caller.py", "from legacy import Client\nfrom main import ask\nask(Client())\n")

    assert workspace.ask("def ask(client):\n    §client\n") == {"legacy._client.Client"}


def test_class_attribute_in_another_module(workspace: Workspace) -> None:
    workspace.add("config.py", "from legacy import Client\nclass Config:\n    client = Client()\n")

    source = "from config import Config\nConfig.§client\n"

    assert workspace.ask(source) == {"legacy._client.Client"}


@pytest.mark.parametrize(
    "annotation", ["Optional[Client]", "Client | None", "'Client'", "Union[Client, int]"]
)
def test_annotations(workspace: Workspace, annotation: str) -> None:
    source = f"""\
        from typing import Optional, Union
        from legacy import Client

        def ask(client: {annotation} = None):
            §client
        """

    assert workspace.ask(source) == {"legacy._client.Client"}


def test_with(workspace: Workspace) -> None:
    source = "from legacy import Client\nwith Client() as c, open('f') as f:\n    §c\n"

    assert workspace.ask(source) == {"legacy._client.Client"}


def test_async_with(workspace: Workspace) -> None:
    source = """\
        from legacy import AsyncClient

        async def main():
            async with AsyncClient() as client:
                §client
        """

    assert workspace.ask(source) == {"legacy._client.AsyncClient"}


def test_context_managers_made_from_generators(workspace: Workspace) -> None:
    workspace.add(
        "sessions.py",
        """\
        from contextlib import contextmanager
        from legacy import Client

        @contextmanager
        def session():
            yield Client()
        """,
    )

    source = "from sessions import session\nwith session() as client:\n    §client\n"

    assert workspace.ask(source) == {"legacy._client.Client"}


def test_exit_stack(workspace: Workspace) -> None:
    source = """\
        from contextlib import ExitStack
        from legacy import Client

        with ExitStack() as stack:
            client = stack.enter_context(Client())
            §client
        """

    assert workspace.ask(source) == {"legacy._client.Client"}


def test_class_of_the_user_counts_as_what_it_derives_from(workspace: Workspace) -> None:
    head = "from legacy import Client\nclass Mine(Client):\n    pass\n"

    assert workspace.ask(head + "mine = Mine()\n§mine\n") == {"legacy._client.Client"}
    assert workspace.ask(head + "§Mine\n") == {"type:legacy._client.Client"}


def test_outlines_go_before_an_installed_package_of_the_same_name(
    workspace: Workspace, tmp_path: Path
) -> None:
    installed = tmp_path / "site-packages"
    for name in ("legacy", "cloud"):
        (installed / name).mkdir(parents=True)
        (installed / name / "__init__.py").write_text("class Client: ...\n", encoding="utf-8")

    head = "from legacy import Client\nfrom cloud.ai import CloudClient\n"

    found = workspace.ask(head + "§Client\n", site_packages=(installed,))
    assert found == {"type:legacy._client.Client"}
    found = workspace.ask(head + "§CloudClient\n", site_packages=(installed,))
    assert found == {"type:cloud.ai.CloudClient"}


def test_namespace_is_shared_with_installed_packages(workspace: Workspace, tmp_path: Path) -> None:
    other = tmp_path / "site-packages" / "cloud" / "identity"
    other.mkdir(parents=True)
    text = "from cloud.ai import CloudClient\ndef login() -> CloudClient: ...\n"
    (other / "__init__.py").write_text(text, encoding="utf-8")

    source = "from cloud.identity import login\nclient = login()\n§client\n"

    found = workspace.ask(source, site_packages=(tmp_path / "site-packages",))
    assert found == {"cloud.ai.CloudClient"}


def test_nothing_of_the_workspace_is_imported(workspace: Workspace) -> None:
    trap = "raise SystemExit('imported')\n"
    for name in ("trap.py", "gi.py", "sitecustomize.py", "conftest.py"):
        workspace.add(name, trap)
    (workspace.root / f"native.{sys.implementation.cache_tag}.so").write_bytes(b"not a library")
    path_before, modules_before = list(sys.path), set(sys.modules)

    source = "import trap, gi, native\nfrom legacy import Client\ntrap.run()\nx = Client()\n§x\n"

    assert workspace.ask(source) == {"legacy._client.Client"}
    assert sys.path == path_before
    assert not {"trap", "gi", "native", "conftest"} & (set(sys.modules) - modules_before)


def test_the_workspace_s_interpreter_is_never_started(workspace: Workspace) -> None:
    python = workspace.root / ".venv" / "bin" / "python"
    workspace.add(".venv/pyvenv.cfg", "home = /usr/bin\n")
    workspace.add(".venv/bin/activate", "")
    workspace.add(".venv/bin/python", "#!/bin/sh\ntouch started\n")
    python.chmod(0o755)

    assert workspace.ask("from legacy import Client\n§Client\n") == {"type:legacy._client.Client"}
    assert not (workspace.root / "started").exists()


@pytest.mark.parametrize(
    "source",
    [
        "§",
        "def f(:\n  §x",
        "x = x\n§x\n",
        "class A(A): ...\n§A\n",
        "def f(a): return f(a)\nclient = f(1)\n§client\n",
        "from main import *\n§x\n",
        "\x00§",
    ],
)
def test_strange_texts_answer_nothing(workspace: Workspace, source: str) -> None:
    assert workspace.ask(source) == set()


def test_deep_nesting_answers_nothing(workspace: Workspace) -> None:
    deep = "(" * 3000 + "1" + ")" * 3000

    assert workspace.ask(f"x = {deep}\n§x\n") == set()


def test_positions_outside_the_text_answer_nothing(workspace: Workspace) -> None:
    resolver = JediResolver("x", None, outlines=workspace.outlines)

    assert resolver.infer(5, 0) == frozenset()
    assert resolver.infer(0, 50) == frozenset()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_columns_count_code_points_and_all_line_ends_count(workspace: Workspace, end: str) -> None:
    lines = ["from legacy import Client", "client = Client()", '"🙂\x0c\u2028"; client', ""]
    resolver = JediResolver(
        end.join(lines), workspace.root / "main.py", outlines=workspace.outlines, seconds=60.0
    )

    assert resolver.infer(2, lines[2].index("client")) == {"legacy._client.Client"}


def test_large_texts_are_not_looked_at(workspace: Workspace) -> None:
    source = "from legacy import Client\n§Client\n"

    assert workspace.ask(source, max_length=10) == set()


def test_time_is_limited(workspace: Workspace) -> None:
    for number in range(300):
        calls = f"import helper{(number + 1) % 300}\nhelper{(number + 1) % 300}.value\n" * 20
        workspace.add(f"helper{number}.py", calls + "value = 1\n")
    started = time.monotonic()

    workspace.ask("import helper0\nx = helper0.value\n§x\n", seconds=0.05)

    assert time.monotonic() - started < 2.0


def test_answers_are_kept_per_position(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = "from legacy import Client\n"
    resolver = JediResolver(source, None, outlines=workspace.outlines, seconds=60.0)
    first = resolver.infer(0, 19)
    monkeypatch.setattr(jedi_resolver.jedi.Script, "infer", lambda *a: pytest.fail("asked again"))

    assert resolver.infer(0, 19) == first == {"type:legacy._client.Client"}


def test_a_private_cache_holds_outlines_only(workspace: Workspace, tmp_path: Path) -> None:
    workspace.add("secret.py", "from legacy import Client\nclient = Client()\n")
    cache = tmp_path / "cache"

    assert workspace.ask("from secret import client\n§client\n", cache=cache)

    kept = b"".join(file.read_bytes() for file in cache.rglob("*.pkl"))
    assert b"Threads" in kept or b"AsyncClient" in kept
    assert b"secret" not in kept


def test_names_of_the_standard_library_are_not_asked_for(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jedi_resolver.jedi, "Script", lambda *a, **k: pytest.fail("asked"))

    assert workspace.ask("from io import §BytesIO\n") == set()
    assert workspace.ask("\timport os.path as §p\n") == set()


def test_callers_are_looked_for_only_where_somebody_uses_a_legacy_sdk(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.add("caller.py", "from main import ask\nask(1)\n")
    monkeypatch.setattr(project_files, "callers", lambda *a: pytest.fail("looked for callers"))

    assert workspace.ask("def ask(client):\n    §client\n") == set()


def test_a_caller_may_import_through_a_package(workspace: Workspace) -> None:
    workspace.add("app/__init__.py", "from .core import (\n    other,\n    ask,\n)\n")
    workspace.add("z/caller.py", "from legacy import Client\nimport app\napp.ask(Client())\n")

    source = "def ask(client):\n    §client\ndef other(): ...\n"
    workspace.add("app/core.py", source.replace("§", ""))

    assert workspace.ask(source, "app/core.py") == {"legacy._client.Client"}


def test_a_slow_question_leaves_time_for_others(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = "from legacy import Client\nClient\nClient\n"
    resolver = JediResolver(source, None, outlines=workspace.outlines, seconds=2.0)
    assert resolver.infer(1, 0) == {"type:legacy._client.Client"}
    answer = jedi_resolver.JediResolver._answer

    def slow(self: JediResolver, line: int, column: int) -> frozenset[str]:
        self._deadline = 0.0
        return answer(self, line, column)

    with monkeypatch.context() as patch:
        patch.setattr(jedi_resolver.JediResolver, "_answer", slow)
        resolver._script = None
        assert resolver.infer(0, 19) == set()

    assert resolver.infer(2, 0) == {"type:legacy._client.Client"}


def test_an_import_is_asked_about_once_whatever_is_typed(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.add("clients.py", "from legacy import Client\nclient = Client()\n")
    starts = []
    start = JediResolver._start
    monkeypatch.setattr(JediResolver, "_start", lambda *given: starts.append(1) or start(*given))

    for typed in ("", "x = 1\n", "def f(:\n", "from math import tau\n"):
        source = f"from clients import §client\n{typed}"
        assert workspace.ask(source) == {"legacy._client.Client"}
    assert len(starts) == 1

    for typed in ("x", "y"):
        source = f"from clients import (\n    client as c,\n    §client,\n)\n{typed}\n"
        assert workspace.ask(source) == {"legacy._client.Client"}
    assert len(starts) == 2


def test_what_an_import_gave_is_forgotten_when_files_change(workspace: Workspace) -> None:
    source = "from app.clients import §client\n"
    assert workspace.ask(source) == set()
    workspace.add("app/clients.py", "from app.inner import client\n")
    assert workspace.ask(source) == set()
    workspace.add("app/inner.py", "from legacy import Client\nclient = Client()\n")
    assert workspace.ask(source) == {"legacy._client.Client"}
    workspace.add("app/inner.py", "client = print\n")
    assert workspace.ask(source) == set()
    workspace.add("app/clients/__init__.py", "from legacy import Client as client\n")
    assert workspace.ask(source) == {"type:legacy._client.Client"}


def test_an_import_that_comes_back_to_the_text_is_asked_about_each_time(
    workspace: Workspace,
) -> None:
    workspace.add("clients.py", "from main import made as client\n")
    source = "from clients import §client\nfrom legacy import Client\nmade = {}\n"

    assert workspace.ask(source.replace("{}", "Client()")) == {"legacy._client.Client"}
    assert workspace.ask(source.replace("{}", "Client")) == {"type:legacy._client.Client"}


def test_a_path_that_the_text_adds_counts(workspace: Workspace) -> None:
    workspace.add("one/clients.py", "from legacy import Client\nclient = Client()\n")
    workspace.add("two/clients.py", "from legacy import Client as client\n")
    source = "import sys\nsys.path.insert(0, {!r})\nfrom clients import §client\n"

    one, two = str(workspace.root / "one"), str(workspace.root / "two")
    assert workspace.ask(source.format(one)) == {"legacy._client.Client"}
    assert workspace.ask(source.format(two)) == {"type:legacy._client.Client"}


@pytest.mark.parametrize(
    "source",
    [
        "try:\n    from clients import §client\nexcept ImportError:\n    client = None\n",
        "def f():\n\tfrom clients import (  # a\n\t\tother,\n\t\t§client,\n\t)\n\treturn client\n",
        "from clients import other, §client; client.x\n",
        "from clients import other, \\\n    §client\n",
        "from clients import (other,\n  other as o, §client)\nx = (1,\n  2)\n",
        '"""\nfrom clients import (\n"""\nfrom clients import §client\n',
    ],
)
def test_an_import_wherever_it_stands(workspace: Workspace, source: str) -> None:
    workspace.add("clients.py", "from legacy import Client\nclient = Client()\nother = 1\n")
    for typed in ("", "\nx = 1\n"):
        assert workspace.ask(source + typed) == {"legacy._client.Client"}


@pytest.mark.parametrize(
    ("made", "known"),
    [
        ("def get() -> Client:\n    return Client()\n", {"returns:legacy._client.Client"}),
        ("def get():\n    return Client()\n", {"returns:legacy._client.Client"}),
        ("@lru_cache\ndef get() -> Client: ...\n", {"returns:legacy._client.Client"}),
        ("@cache\ndef get() -> Client: ...\n", {"returns:legacy._client.Client"}),
        ("def get() -> int: ...\n", set()),
    ],
)
def test_functions_of_other_files_that_give_clients(
    workspace: Workspace, made: str, known: set[str]
) -> None:
    head = "from functools import cache, lru_cache\nfrom legacy import Client\n\n\n"
    workspace.add("config.py", head + made)
    assert workspace.ask("from config import §get\n") == known
