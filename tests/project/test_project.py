from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from packaging.specifiers import SpecifierSet
from packaging.version import Version

from unspool_rules.model import Quotes
from unspool_rules.model.settings import NEWEST
from unspool_rules.model.specifiers import poetry_specifier
from unspool_server import project

FILE = Path("src/app/main.py")


class Tree:
    """A folder of project files that is taken for a repository's top."""

    def __init__(self, top: Path) -> None:
        self.top = top
        (top / ".git").mkdir()
        (top / FILE).parent.mkdir(parents=True)

    def add(self, name: str, text: str) -> None:
        path = self.top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def version(self) -> str:
        return str(project.target_version(self.top / FILE).version)


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tree:
    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError(f"a process was started: {args}")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    return Tree(tmp_path)


def toml_lock(version: str, table: str = "package") -> str:
    return f"""\
version = 1

[[{table}]]
name = "azure-core"
version = "1.30.0"
dependencies = [{{ name = "azure-ai-projects" }}]

[[{table}]]
name = "azure-ai-projects"
version = "{version}"
"""


def test_the_newest_known_is_the_catalogue_s() -> None:
    assert project.KNOWN[-1] == NEWEST
    assert list(project.KNOWN) == sorted(project.KNOWN)
    assert project.KNOWN[0] == project.FIRST


def test_nothing_said_means_the_newest(tree: Tree) -> None:
    assert project.target_version(tree.top / FILE) == project.TargetVersion(NEWEST, "newest known")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("uv.lock", toml_lock("2.0.0b3")),
        ("poetry.lock", toml_lock("2.0.0b3")),
        ("pdm.lock", toml_lock("2.0.0b3")),
        ("pylock.toml", toml_lock("2.0.0b3", "packages")),
        ("Pipfile.lock", json.dumps({"default": {"azure-ai-projects": {"version": "==2.0.0b3"}}})),
        ("Pipfile.lock", json.dumps({"develop": {"Azure_AI.projects": {"version": "==2.0.0b3"}}})),
        ("requirements.txt", "azure-ai-projects==2.0.0b3\n"),
        (
            "requirements-dev.txt",
            "Azure_AI_Projects[x] == 2.0.0b3 ; python_version > '3.8' # why\n",
        ),
        ("requirements/base.txt", "azure-ai-projects==2.0.0b3 \\\n    --hash=sha256:00\n"),
        ("requirements.in", "\ufeffazure-ai-projects == 2.0.0b3\n"),
        ("pyproject.toml", '[project]\ndependencies = ["azure-ai-projects==2.0.0b3"]\n'),
        (
            "pyproject.toml",
            '[project.optional-dependencies]\nai = ["azure-ai-projects==2.0.0b3"]\n',
        ),
        (
            "pyproject.toml",
            '[dependency-groups]\nai = [{include-group = "x"}, "azure-ai-projects==2.0.0b3"]\n',
        ),
        ("pyproject.toml", '[tool.poetry.dependencies]\nazure-ai-projects = "2.0.0b3"\n'),
        (
            "pyproject.toml",
            '[tool.poetry.group.ai.dependencies]\nazure-ai-projects = {version = "==2.0.0b3"}\n',
        ),
        ("Pipfile", '[packages]\nazure-ai-projects = "==2.0.0b3"\n'),
        (".venv/lib/python3.12/site-packages/azure_ai_projects-2.0.0b3.dist-info/METADATA", ""),
    ],
)
@pytest.mark.parametrize("folder", ["", "src/"])
def test_a_version_is_read(tree: Tree, folder: str, name: str, text: str) -> None:
    tree.add(folder + name, text)
    if name.startswith(".venv"):
        tree.add(folder + ".venv/pyvenv.cfg", "home = /usr/bin\n")

    assert tree.version() == "2.0.0b3"


def test_included_requirements_are_read(tree: Tree) -> None:
    tree.add("requirements.txt", "-r deps/a.txt\n--requirement=deps/b.txt\nrequests\n")
    tree.add("deps/a.txt", "-r a.txt\n-r ../requirements.txt\n")
    tree.add("deps/b.txt", "azure-ai-projects==2.0.0b1\n")

    assert tree.version() == "2.0.0b1"


@pytest.mark.parametrize(
    ("specifier", "version"),
    [
        (">=2.0", str(NEWEST)),
        ("", str(NEWEST)),
        (">=1.0", str(NEWEST)),
        ("~=2.0.0", "2.0.1"),
        (">=2,<2.2", "2.1.0"),
        (">=2.0.0b1,<2.0.0b4", "2.0.0b3"),
        ("<=2.0.0b2", "2.0.0b2"),
        ("==2.0.*", "2.0.1"),
        ("==2.0.7", "2.0.7"),
        ("==3.1.0", "3.1.0"),
        ("==1.0.0", str(NEWEST)),
        ("<2.0.0b1", str(NEWEST)),
        ("~=1.0", str(NEWEST)),
        (" @ https://example.com/a.whl", str(NEWEST)),
    ],
)
def test_a_range_means_the_newest_that_it_allows(tree: Tree, specifier: str, version: str) -> None:
    tree.add("requirements.txt", f"azure-ai-projects{specifier}\n")

    assert tree.version() == version


def test_a_lock_further_up_decides_a_range(tree: Tree) -> None:
    tree.add("src/pyproject.toml", '[project]\ndependencies = ["azure-ai-projects>=2.0.0b1"]\n')
    tree.add("uv.lock", toml_lock("2.0.0b2"))

    assert tree.version() == "2.0.0b2"


def test_a_lock_that_contradicts_a_nearer_pin_is_about_something_else(tree: Tree) -> None:
    tree.add("src/requirements.txt", "azure-ai-projects==2.0.0b3\n")
    tree.add("uv.lock", toml_lock("2.4.0"))

    assert tree.version() == "2.0.0b3"


def test_installed_packages_decide_a_range(tree: Tree) -> None:
    tree.add("requirements.txt", "azure-ai-projects\n")
    tree.add(".venv/pyvenv.cfg", "home = /usr/bin\n")
    tree.add(".venv/lib/python3.12/site-packages/azure_ai_projects-2.1.0.dist-info/METADATA", "")

    assert tree.version() == "2.1.0"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("uv.lock", toml_lock("1.0.0b12")),
        ("requirements.txt", "azure-ai-projects==1.0.0\n"),
        (".venv/lib/python3.12/site-packages/azure_ai_projects-1.0.0.dist-info/METADATA", ""),
    ],
)
def test_a_project_that_has_not_moved_gets_the_newest(tree: Tree, name: str, text: str) -> None:
    tree.add(name, text)
    tree.add(".venv/pyvenv.cfg", "home = /usr/bin\n")

    found = project.target_version(tree.top / FILE)

    assert found.version == NEWEST
    assert "still has" in found.origin


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("uv.lock", "[[package]\n"),
        ("uv.lock", "package = 3\n"),
        ("uv.lock", '[[package]]\nname = "azure-ai-projects"\nversion = "next"\n'),
        ("Pipfile.lock", "[]"),
        ("Pipfile.lock", '{"default": {"azure-ai-projects": "*"}}'),
        ("pyproject.toml", '[project]\ndependencies = "azure-ai-projects"\n'),
        ("pyproject.toml", "[tool.poetry.dependencies]\nazure-ai-projects = 3\n"),
        ("requirements.txt", "-e .\n./azure-ai-projects\nazure-ai-projects===\n\x00\n"),
    ],
)
def test_broken_files_say_nothing(tree: Tree, name: str, text: str) -> None:
    tree.add(name, text)

    assert tree.version() == str(NEWEST)


def test_files_above_the_repository_say_nothing(tree: Tree) -> None:
    inner = tree.top / "vendored"
    (inner / ".git").mkdir(parents=True)
    tree.add("requirements.txt", "azure-ai-projects==2.0.0b1\n")

    assert project.target_version(inner / "a.py").version == NEWEST


@pytest.mark.parametrize(
    ("text", "specifier"),
    [
        ("^2.0.0", ">=2.0.0,<3"),
        ("^0.3.1", ">=0.3.1,<0.4"),
        ("^0.0.3", ">=0.0.3,<0.0.4"),
        ("~2.1.3", ">=2.1.3,<2.2"),
        ("~2", ">=2,<3"),
        ("~=2.1", "~=2.1"),
        ("2.0.*", "==2.0.*"),
        ("2.1.0", "==2.1.0"),
        (">=2.0,<2.5", ">=2.0,<2.5"),
        (">=2.0 <2.5", ">=2.0,<2.5"),
        ("^1.0 || ^2.0", ">=2.0,<3"),
        ("*", ""),
        ("nonsense", ""),
    ],
)
def test_poetry_s_words(text: str, specifier: str) -> None:
    assert poetry_specifier(text) == SpecifierSet(specifier)


def test_environment_is_found_from_below(tree: Tree) -> None:
    tree.add(".venv/pyvenv.cfg", "home = /usr/bin\nversion = 3.12.1\n")
    packages = tree.top / ".venv/lib/python3.12/site-packages"
    tree.add(".venv/lib/python3.12/site-packages/__editable__.lib.pth", "../../../../lib/src\n")
    tree.add(".venv/lib/python3.12/site-packages/evil.pth", "import os; os.abort()\n\n# x\nnone\n")
    tree.add("lib/src/lib.py", "")

    found = project.site_packages(tree.top / FILE)

    assert found[0] == packages
    assert [folder.resolve() for folder in found[1:]] == [tree.top / "lib/src"]


def test_environment_of_windows(tree: Tree) -> None:
    tree.add("venv/pyvenv.cfg", "home = C:\\Python312\n")
    tree.add("venv/Lib/site-packages/x.py", "")

    assert project.site_packages(tree.top / FILE) == (tree.top / "venv/Lib/site-packages",)


def test_system_packages_belong_to_an_environment_that_includes_them(tree: Tree) -> None:
    base = tree.top / "base"
    tree.add("base/lib/python3.12/site-packages/x.py", "")
    tree.add(".venv/lib/python3.12/site-packages/x.py", "")
    config = f"home = {base / 'bin'}\ninclude-system-site-packages = "
    tree.add(".venv/pyvenv.cfg", config + "true\n")

    assert base / "lib/python3.12/site-packages" in project.site_packages(tree.top / FILE)

    tree.add(".venv/pyvenv.cfg", config + "false\n")
    assert project.site_packages(tree.top / FILE) == (
        tree.top / ".venv/lib/python3.12/site-packages",
    )


def test_a_folder_that_is_called_env_need_not_be_one(tree: Tree) -> None:
    tree.add("env/lib/python3.12/site-packages/x.py", "")

    assert project.site_packages(tree.top / FILE) == ()


@pytest.mark.parametrize(
    ("files", "length"),
    [
        ({}, None),
        ({"ruff.toml": "line-length = 100\n"}, 100),
        ({".ruff.toml": "line-length = 79\n", "ruff.toml": "line-length = 100\n"}, 79),
        ({"pyproject.toml": "[tool.ruff]\nline-length = 120\n"}, 120),
        ({"pyproject.toml": "[tool.black]\nline-length = 99\n"}, 99),
        ({"pyproject.toml": "[tool.black]\nline-length = 99\n[tool.ruff]\nline-length=90\n"}, 90),
        ({"pyproject.toml": "[tool.ruff]\nselect = ['E']\n"}, None),
        ({"pyproject.toml": "[tool.ruff]\nline-length = 'x'\n"}, None),
        ({"pyproject.toml": "[tool.ruff]\nline-length = true\n"}, None),
        ({"ruff.toml": "extend = 'a/ruff.toml'\n", "a/ruff.toml": "line-length = 70\n"}, 70),
        ({"ruff.toml": "extend = 'ruff.toml'\n"}, None),
        ({"src/ruff.toml": "line-length = 60\n", "ruff.toml": "line-length = 100\n"}, 60),
        ({"src/pyproject.toml": "[project]\n", "ruff.toml": "line-length = 100\n"}, 100),
    ],
)
def test_line_length(tree: Tree, files: dict[str, str], length: int | None) -> None:
    for name, text in files.items():
        tree.add(name, text)

    assert project.line_length(tree.top / FILE) == length


@pytest.mark.parametrize(
    ("files", "quotes"),
    [
        ({}, None),
        ({"ruff.toml": "[format]\nquote-style = 'single'\n"}, Quotes.SINGLE),
        ({"ruff.toml": "[format]\nquote-style = 'double'\n"}, Quotes.DOUBLE),
        ({"ruff.toml": "[format]\nquote-style = 'curly'\n"}, None),
        ({"pyproject.toml": "[tool.ruff.format]\nquote-style = 'single'\n"}, Quotes.SINGLE),
        ({"ruff.toml": "[lint.flake8-quotes]\ninline-quotes = 'single'\n"}, Quotes.SINGLE),
        ({"ruff.toml": "[flake8-quotes]\ninline-quotes = 'single'\n"}, Quotes.SINGLE),
        ({"ruff.toml": "line-length = 100\n"}, None),
        ({"pyproject.toml": "[tool.black]\nline-length = 99\n"}, Quotes.DOUBLE),
        ({"pyproject.toml": "[tool.black]\nskip-string-normalization = true\n"}, None),
        ({"pyproject.toml": "[tool.black]\nskip-string-normalization = false\n"}, Quotes.DOUBLE),
        (
            {
                "src/pyproject.toml": "[tool.black]\nline-length = 99\n",
                "ruff.toml": "[format]\nquote-style = 'preserve'\n",
            },
            None,
        ),
        (
            {
                "ruff.toml": "extend = 'a/ruff.toml'\n",
                "a/ruff.toml": "[format]\nquote-style = 'single'\n",
            },
            Quotes.SINGLE,
        ),
    ],
)
def test_quotes(tree: Tree, files: dict[str, str], quotes: Quotes | None) -> None:
    for name, text in files.items():
        tree.add(name, text)

    assert project.quotes(tree.top / FILE) is quotes


def test_root_is_the_nearest_project_file_or_the_repository(tree: Tree) -> None:
    assert project.project_root(tree.top / FILE) == tree.top

    tree.add("src/pyproject.toml", "")
    assert project.project_root(tree.top / FILE) == tree.top / "src"


def test_a_package_is_imported_from_the_folder_above_it(tree: Tree) -> None:
    assert project.import_root(tree.top / FILE) == tree.top / "src/app"

    tree.add("src/app/__init__.py", "")
    assert project.import_root(tree.top / FILE) == tree.top / "src"


def test_changed_files_are_read_again(tree: Tree) -> None:
    tree.add("requirements.txt", "azure-ai-projects==2.0.0b3\n")
    assert tree.version() == "2.0.0b3"

    tree.add("requirements.txt", "azure-ai-projects==2.0.0\n")

    assert project.target_version(tree.top / FILE).version == Version("2.0.0")
