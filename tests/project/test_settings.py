from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from packaging.version import Version

from unspool_rules.model import Settings, TargetService
from unspool_rules.model.settings import NEWEST, DefinitionStyle
from unspool_server import settings


@pytest.mark.parametrize("key", ["target-service", "target_service", "targetService"])
def test_keys_are_taken_in_three_spellings(key: str) -> None:
    parsed, problems = settings.parse({key: "foundry"})

    assert problems == ()
    assert parsed == Settings(target_service=TargetService.FOUNDRY)


def test_every_setting_can_be_given() -> None:
    raw = {
        "select": ["UNS1", "UNS203"],
        "ignore": ["UNS104"],
        "exclude": ["generated/"],
        "targetVersion": "2.0.0b3",
        "targetService": "openai",
        "definitionStyle": "dict",
        "unsafeFixes": True,
        "lineLength": 120,
    }

    parsed, problems = settings.parse(raw)

    assert problems == ()
    assert parsed == Settings(
        select=("UNS1", "UNS203"),
        ignore=("UNS104",),
        exclude=("generated/",),
        target_version="2.0.0b3",
        target_service=TargetService.OPENAI,
        definition_style=DefinitionStyle.DICT,
        unsafe_fixes=True,
        line_length=120,
    )
    assert len(raw) == len(dataclasses.fields(Settings))


@pytest.mark.parametrize(
    ("key", "value", "reason"),
    [
        ("select", "UNS101", "'UNS101' is not a list of strings"),
        ("select", ["UNS101", 5], "['UNS101', 5] is not a list of strings"),
        ("ignore", ["E501"], "'E501' is not a rule code such as UNS101, or its beginning"),
        ("target-version", 2.0, "2.0 is not a string"),
        ("target-version", "newest", "'newest' is neither \"auto\" nor a version"),
        (
            "target-version",
            "1.0.0",
            "azure-ai-projects 1.0.0 has no new agents API, it starts with 2.0.0b1",
        ),
        ("target-service", "azure", '\'azure\' is not one of "auto", "foundry", "openai"'),
        ("unsafe-fixes", "yes", "'yes' is not true or false"),
        ("unsafe-fixes", 1, "1 is not true or false"),
        ("line-length", True, "True is not a whole number"),
        ("line-length", -1, "-1 is less than 0"),
        ("line-length", 1000, "1000 is more than 320"),
        ("line-lenght", 80, "there is no such setting (did you mean `line-length`?)"),
        ("trace", {}, "there is no such setting"),
    ],
)
def test_a_bad_value_is_reported_and_the_rest_counts(key: str, value: object, reason: str) -> None:
    parsed, problems = settings.parse({key: value, "exclude": ["x"]}, "client")

    assert problems == (settings.Problem(key, reason, "client"),)
    assert parsed == Settings(exclude=("x",))


def test_several_problems_are_reported_one_by_one() -> None:
    _, problems = settings.parse({"a": 1, "select": 1, "unsafe-fixes": True, "unsafeFixes": False})

    assert [problem.key for problem in problems] == ["a", "select", "unsafeFixes"]
    assert problems[-1].reason == "it is given twice"


def test_command_line_goes_before_client_before_pyproject(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        '[tool.unspool]\ntarget-service = "openai"\ndefinition-style = "dict"\nselect = ["UNS1"]\n',
        encoding="utf-8",
    )

    resolved = settings.for_path(
        tmp_path / "src" / "app.py",
        {"targetService": "foundry", "select": ["UNS2"]},
        {"select": ["UNS3"]},
    )

    assert resolved.problems == ()
    assert resolved.settings.definition_style is DefinitionStyle.DICT
    assert resolved.settings.target_service is TargetService.FOUNDRY
    assert resolved.settings.select == ("UNS3",)
    assert resolved.target.service is TargetService.FOUNDRY
    assert resolved.target.style is DefinitionStyle.DICT
    assert resolved.pyproject == tmp_path / "pyproject.toml"
    assert resolved.root == tmp_path


def test_the_nearest_pyproject_with_a_table_counts(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.unspool]\nselect = ['UNS1']\n")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "pyproject.toml").write_text("[project]\nname = 'a'\n")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "pyproject.toml").write_text("[tool.unspool]\nselect = ['UNS2']\n")

    assert settings.for_path(tmp_path / "a" / "x.py").settings.select == ("UNS1",)
    assert settings.for_path(tmp_path / "b" / "x.py").settings.select == ("UNS2",)
    assert settings.for_path(tmp_path / "a" / "x.py").root == tmp_path / "a"


def test_a_bad_key_names_its_file(tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_text("[tool.unspool]\nfoo = 1\n")

    (problem,) = settings.for_path(tmp_path / "x.py").problems

    assert str(problem) == f"setting `foo` in {file} is ignored: there is no such setting"


@pytest.mark.parametrize("text", ["[tool.unspool", "tool = 1", "[tool]\nunspool = 3", "\x00", "é"])
def test_a_broken_pyproject_is_as_good_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "pyproject.toml").write_text(text, encoding="latin-1")

    assert settings.for_path(tmp_path / "x.py").settings == Settings()


def test_changes_of_a_file_are_seen(tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_text("[tool.unspool]\nselect = ['UNS1']\n")
    assert settings.for_path(tmp_path / "x.py").settings.select == ("UNS1",)

    file.write_text("[tool.unspool]\nselect = ['UNS101']\n")

    assert settings.for_path(tmp_path / "x.py").settings.select == ("UNS101",)


def test_a_text_without_a_place_has_defaults() -> None:
    resolved = settings.for_path(None, {"definitionStyle": "dict"})

    assert resolved.settings == Settings(definition_style=DefinitionStyle.DICT)
    assert resolved.target.version == NEWEST
    assert resolved.line_length is None
    assert (resolved.root, resolved.site_packages) == (None, ())


def test_a_given_version_and_line_length_go_before_what_files_say(tmp_path: Path) -> None:
    (tmp_path / "requirements.txt").write_text("azure-ai-projects==2.0.0b2\n")
    (tmp_path / "ruff.toml").write_text("line-length = 120\n")
    raw = {"target-version": "2.0.0b4", "line-length": 72}

    resolved = settings.for_path(tmp_path / "x.py", raw)

    assert resolved.target.version == Version("2.0.0b4")
    assert resolved.line_length == 72


def test_schema_describes_every_setting() -> None:
    schema = settings.json_schema()
    properties = schema["properties"]

    assert isinstance(properties, dict)
    assert set(properties) == {f.name.replace("_", "-") for f in dataclasses.fields(Settings)}
    assert all(one["description"] and "default" in one for one in properties.values())
    assert properties["target-service"]["enum"] == ["auto", "foundry", "openai"]
    assert properties["line-length"]["type"] == "integer"
    assert properties["line-length"]["maximum"] == 320
    assert properties["select"] == {
        "description": "Rule codes, or prefixes of codes, to report. Empty means all.",
        "type": "array",
        "items": {"type": "string"},
        "default": [],
    }


def test_defaults_of_the_schema_are_valid_settings() -> None:
    schema = settings.json_schema(camel_case=True)
    properties = schema["properties"]
    assert isinstance(properties, dict)

    parsed, problems = settings.parse({key: one["default"] for key, one in properties.items()})

    assert (parsed, problems) == (Settings(), ())
    assert "targetVersion" in properties


def test_schema_for_an_editor_has_its_prefix() -> None:
    properties = settings.json_schema(camel_case=True, prefix="unspool.")["properties"]

    assert isinstance(properties, dict)
    assert "unspool.definitionStyle" in properties
