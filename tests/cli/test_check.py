from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest

from unspool_server import cli
from unspool_server.cli import runner

Capture = pytest.CaptureFixture[str]


def test_text_names_place_code_line_and_what_can_be_done(words: Path, capsys: Capture) -> None:
    (words / "app.py").write_text("x = 1\nif x:\n\ty = OLD, RISKY\nSTUCK()\n")

    code = cli.main(["check", "--today", "2026-11-22"])

    assert code == 1
    assert capsys.readouterr().out == (
        """\
app.py:3:6: UNS101 [*] `OLD` is old on 2026-11-22
  |
3 |     y = OLD, RISKY
  |         ^^^
  = fix (safe): Replace OLD

app.py:3:11: UNS102 [~] `RISKY` is old on 2026-11-22
  |
3 |     y = OLD, RISKY
  |              ^^^^^
  = fix (unsafe): Replace RISKY
  = note: look at it

app.py:4:1: UNS201 `STUCK` is old on 2026-11-22
  |
4 | STUCK()
  | ^^^^^
  = blocked at 1:1: nothing takes its place

3 findings in 1 of 1 file: 1 fixable with `unspool fix`, 1 more with `--unsafe-fixes`, """
        "1 for a person to change.\n"
    )


def test_json_counts_code_points_from_one(words: Path, capsys: Capture) -> None:
    (words / "app.py").write_text('"🙂\u2028\x0c"; OLD\r\nSTUCK', encoding="utf-8", newline="")

    code = cli.main(["check", "app.py", "--output-format", "json", "--today", "2026-11-22"])

    captured = capsys.readouterr()
    assert code == 1
    assert captured.err == ""
    assert json.loads(captured.out) == [
        {
            "path": "app.py",
            "code": "UNS101",
            "name": "old-word",
            "severity": "warning",
            "message": "`OLD` is old on 2026-11-22",
            "range": {"start": {"line": 1, "column": 8}, "end": {"line": 1, "column": 11}},
            "symbol": "words.OLD",
            "target": "new",
            "certainty": "resolved",
            "fix": {"title": "Replace OLD", "applicability": "safe"},
            "blockers": [],
        },
        {
            "path": "app.py",
            "code": "UNS201",
            "name": "old-word",
            "severity": "warning",
            "message": "`STUCK` is old on 2026-11-22",
            "range": {"start": {"line": 2, "column": 1}, "end": {"line": 2, "column": 6}},
            "symbol": "words.STUCK",
            "target": None,
            "certainty": "resolved",
            "fix": None,
            "blockers": [
                {
                    "message": "nothing takes its place",
                    "range": {"start": {"line": 1, "column": 1}, "end": {"line": 1, "column": 2}},
                }
            ],
        },
    ]


def test_nothing_found_is_exit_zero(words: Path, capsys: Capture) -> None:
    (words / "app.py").write_text("x = 1\n")

    assert cli.main(["check"]) == 0
    assert capsys.readouterr().out == "No retired agent API found in 1 file.\n"
    assert cli.main(["check", "--output-format", "json"]) == 0
    assert capsys.readouterr().out == "[]\n"


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        ([], {"UNS101", "UNS102", "UNS201"}),
        (["--select", "UNS1"], {"UNS101", "UNS102"}),
        (["--select", "UNS101,UNS2"], {"UNS101", "UNS201"}),
        (["--select", "UNS101", "--select", "UNS102"], {"UNS101", "UNS102"}),
        (["--ignore", "UNS1"], {"UNS201"}),
        (["--select", "UNS1", "--ignore", "UNS102"], {"UNS101"}),
    ],
)
def test_codes_are_selected(
    words: Path, capsys: Capture, options: list[str], codes: set[str]
) -> None:
    (words / "app.py").write_text("OLD, RISKY, STUCK\n")

    assert cli.main(["check", "--output-format", "json", *options]) == 1
    assert {item["code"] for item in json.loads(capsys.readouterr().out)} == codes


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--select", "E501"], "--select: 'E501' is not a rule code"),
        (["--target-version", "new"], "--target-version: 'new' is neither \"auto\" nor a version"),
        (["--target-version", "1.0"], "azure-ai-projects 1.0 has no new agents API"),
        (["missing.py"], "missing.py: no such file or folder"),
        (["notes.txt"], "notes.txt: not a Python file (.ipynb, .py, .pyi, .pyw)"),
        (["empty"], "no Python files found under empty"),
        (["-", "app.py"], "- stands for standard input and goes with no other path"),
    ],
)
def test_wrong_usage_is_exit_two_with_a_reason(
    words: Path, capsys: Capture, options: list[str], reason: str
) -> None:
    (words / "notes.txt").write_text("OLD")
    (words / "empty").mkdir()

    assert cli.main(["check", *options]) == 2
    captured = capsys.readouterr()
    assert reason in captured.err
    assert captured.out == ""


@pytest.mark.parametrize(
    "options", [["--today", "tomorrow"], ["--target-service", "aws"], ["--output-format", "xml"]]
)
def test_argparse_refuses_the_rest(words: Path, options: list[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        cli.main(["check", *options])

    assert leaving.value.code == 2


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"OLD\ndef f(:\n", "not valid Python: invalid syntax at line 2"),
        (b"OLD = '\xff'\n", "cannot be decoded"),
        (b"# coding: klingon\nOLD\n", "cannot be decoded: unknown encoding"),
        (b"\xef\xbb\xbf# coding: latin-1\nOLD\n", "cannot be decoded"),
        (b"OLD\x00\n", "not valid Python"),
        (b"OLD" + b" " * 5_000_000, "larger than 5 MB, skipped"),
        (b"CRASH\n", "internal error: ValueError: no idea"),
        (b"DEEP\n", "internal error: RecursionError"),
    ],
)
def test_a_bad_file_is_reported_and_the_others_are_checked(
    words: Path, capsys: Capture, data: bytes, reason: str
) -> None:
    (words / "a.py").write_bytes(data)
    (words / "b.py").write_text("OLD\n")

    code = cli.main(["check", "--output-format", "json"])

    captured = capsys.readouterr()
    assert code == 2
    assert f"a.py: {reason}" in captured.err
    assert [item["path"] for item in json.loads(captured.out)] == ["b.py"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_in_the_tree_does_not_stop_the_run(words: Path, capsys: Capture) -> None:
    os.mkfifo(words / "a.py")
    (words / "b.py").write_text("OLD\n")

    assert cli.main(["check"]) == 2
    assert "a.py: not a regular file" in capsys.readouterr().err


def test_broken_links_are_reported(words: Path, capsys: Capture) -> None:
    (words / "a.py").symlink_to("nowhere.py")
    (words / "b.py").write_text("x\n")

    assert cli.main(["check"]) == 2
    assert "a.py: No such file" in capsys.readouterr().err


def test_a_bad_key_in_pyproject_is_reported_once_and_the_rest_goes_on(
    words: Path, capsys: Capture
) -> None:
    (words / "pyproject.toml").write_text("[tool.unspool]\nselct = 1\nignore = ['UNS2']\n")
    (words / "a.py").write_text("OLD, STUCK\n")

    code = cli.main(["check", ".", "a.py", "--output-format", "json"])

    captured = capsys.readouterr()
    assert code == 2
    assert captured.err.count("setting `selct`") == 1
    assert [item["code"] for item in json.loads(captured.out)] == ["UNS101"]


def test_standard_input_takes_the_settings_of_its_name(
    words: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    (words / "sub").mkdir()
    (words / "sub" / "pyproject.toml").write_text("[tool.unspool]\nignore = ['UNS2']\n")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"OLD, STUCK\n")))

    code = cli.main(["check", "-", "--stdin-filename", "sub/x.py", "--output-format", "json"])

    found = json.loads(capsys.readouterr().out)
    assert code == 1
    assert [(item["path"], item["code"]) for item in found] == [("sub/x.py", "UNS101")]


def test_many_files_are_checked_on_several_processes(
    words: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner, "SERIAL", 5)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    for number in range(30):
        (words / f"m{number:02}.py").write_text(("NOTHING", "OLD", "CRASH")[number % 3])

    code = cli.main(["check", "--output-format", "json"])

    captured = capsys.readouterr()
    assert code == 2
    assert captured.err.count("internal error") == 10
    paths = [item["path"] for item in json.loads(captured.out)]
    assert paths == [f"m{number:02}.py" for number in range(1, 30, 3)]


def test_a_crashed_process_is_reported(
    words: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner, "SERIAL", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(runner.Runner, "handle", lambda self, path: os._exit(1))
    for number in range(8):
        (words / f"m{number}.py").write_text("OLD")

    assert cli.main(["check"]) == 2
    assert "not done, a process crashed" in capsys.readouterr().err


def test_escape_sequences_of_a_file_do_not_reach_the_terminal(words: Path, capsys: Capture) -> None:
    (words / "a.py").write_text("x = '\x1b[31m' + OLD\n")

    cli.main(["check"])

    assert "\x1b" not in capsys.readouterr().out


def test_wide_characters_keep_the_caret_in_its_place(words: Path, capsys: Capture) -> None:
    (words / "a.py").write_text("'日本é́' + OLD\n", encoding="utf-8")

    cli.main(["check"])

    lines = capsys.readouterr().out.splitlines()
    assert lines[3].index("^") - 4 == len("'日本é' + ") + 2


def test_colour_only_where_it_is_wanted(
    words: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    (words / "a.py").write_text("OLD\n")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)

    cli.main(["check"])
    assert "\x1b" not in capsys.readouterr().out

    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    cli.main(["check"])
    assert "\x1b[1;31mUNS101" in capsys.readouterr().out


def test_show_settings(words: Path, capsys: Capture) -> None:
    (words / "pyproject.toml").write_text("[tool.unspool]\ndefinition-style = 'dict'\n")
    (words / "requirements.txt").write_text("azure-ai-projects==2.0.0b3\n")

    assert cli.main(["check", "--show-settings", "--select", "UNS1"]) == 0
    out = capsys.readouterr().out
    assert 'select = ["UNS1"]' in out
    assert 'definition-style = "dict"' in out
    assert "azure-ai-projects: 2.0.0b3 (requirements.txt: ==2.0.0b3)" in out
    assert cli.main(["--show-settings", "missing"]) == 2


def test_version_and_help(capsys: Capture) -> None:
    with pytest.raises(SystemExit) as leaving:
        cli.main(["--version"])
    assert leaving.value.code == 0
    assert capsys.readouterr().out.startswith("unspool ")

    assert cli.main([]) == 2
    assert "usage: unspool" in capsys.readouterr().err
