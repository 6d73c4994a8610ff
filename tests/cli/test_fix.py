from __future__ import annotations

import io
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from unspool_server import cli, files
from unspool_server.cli import runner

Capture = pytest.CaptureFixture[str]


def test_safe_fixes_are_written_and_the_rest_is_printed(words: Path, capsys: Capture) -> None:
    (words / "app.py").write_text("OLD\nRISKY\nSTUCK\n")

    code = cli.main(["fix"])

    out = capsys.readouterr().out
    assert code == 1
    assert (words / "app.py").read_text() == "new\nRISKY\nSTUCK\n"
    assert "UNS102" in out
    assert "UNS201" in out
    assert "Fixed 1 finding in 1 file." in out
    assert "Left: 2 findings in 1 of 1 file: 1 with `--unsafe-fixes`, 1 for a person" in out


def test_unsafe_fixes_are_asked_for(words: Path, capsys: Capture) -> None:
    (words / "app.py").write_text("OLD\nRISKY\n")

    assert cli.main(["fix", "--unsafe-fixes"]) == 0
    assert (words / "app.py").read_text() == "new\nnew\n"
    assert capsys.readouterr().out == (
        "Fixed 2 findings in 1 file.\nLook at what changed:\n  - look at it (app.py)\n"
    )


def test_what_to_look_at_is_said_once_for_all_files(words: Path, capsys: Capture) -> None:
    for name in ("a.py", "b.py", "c.py", "d.py", "e.py"):
        (words / name).write_text("RISKY\n")

    assert cli.main(["fix", "--unsafe-fixes", "--diff"]) == 1
    told = capsys.readouterr().err
    assert told.count("look at it") == 1
    assert "  - look at it (a.py, b.py, c.py, 2 more)\n" in told


def test_unsafe_fixes_may_be_a_setting(words: Path) -> None:
    (words / "pyproject.toml").write_text("[tool.unspool]\nunsafe-fixes = true\n")
    (words / "app.py").write_text("RISKY\n")

    assert cli.main(["fix"]) == 0
    assert (words / "app.py").read_text() == "new\n"


def test_diff_writes_nothing(words: Path, capsys: Capture) -> None:
    (words / "app.py").write_text("a\nOLD\nb")

    code = cli.main(["fix", "--diff"])

    captured = capsys.readouterr()
    assert code == 1
    assert (words / "app.py").read_text() == "a\nOLD\nb"
    assert captured.out == (
        "--- app.py\n+++ app.py\n@@ -1,3 +1,3 @@\n a\n-OLD\n+new\n b\n"
        "\\ No newline at end of file\n"
    )
    assert captured.err == "Would fix 1 finding in 1 file.\n"


def test_only_selected_codes_are_fixed(words: Path) -> None:
    (words / "app.py").write_text("OLD\nRISKY\n")

    assert cli.main(["fix", "--unsafe-fixes", "--select", "UNS102"]) == 0
    assert (words / "app.py").read_text() == "OLD\nnew\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"a = 1\r\nOLD\r\n\r\n", b"a = 1\r\nnew\r\n\r\n"),
        (b"a = 1\rOLD\r", b"a = 1\rnew\r"),
        (b"a = 1\r\nOLD\nb\r", b"a = 1\r\nnew\nb\r"),
        (b"\xef\xbb\xbfOLD", b"\xef\xbb\xbfnew"),
        (
            b"# -*- coding: latin-1 -*-\nOLD = '\xe9'\n",
            b"# -*- coding: latin-1 -*-\nnew = '\xe9'\n",
        ),
        (b"\xef\xbb\xbf# coding: utf-8\nOLD\n", b"\xef\xbb\xbf# coding: utf-8\nnew\n"),
        ("OLD = '🙂\u2028\x0c'\n".encode(), "new = '🙂\u2028\x0c'\n".encode()),
        (
            "# coding: cp932\nOLD = '日本'".encode("cp932"),
            "# coding: cp932\nnew = '日本'".encode("cp932"),
        ),
        (b"if 1:\n\tOLD\t\n\x0c\n", b"if 1:\n\tnew\t\n\x0c\n"),
    ],
)
def test_bytes_outside_the_edits_stay(words: Path, before: bytes, after: bytes) -> None:
    (words / "app.py").write_bytes(before)

    assert cli.main(["fix"]) == 0
    assert (words / "app.py").read_bytes() == after


def test_a_file_that_its_encoding_does_not_give_back_is_left_alone(
    words: Path, capsys: Capture
) -> None:
    before = b"# coding: utf-7\nOLD = '+AGE-'\n"
    (words / "app.py").write_bytes(before)

    assert cli.main(["fix"]) == 2
    assert (words / "app.py").read_bytes() == before
    assert "bytes would change beyond the edits" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("BREAKS", "a fix would break it ('(' was never closed at line 2), left alone"),
        ("GROWS", "fixes do not settle after 10 rounds, left alone"),
    ],
)
def test_a_fix_of_ours_that_goes_wrong_changes_nothing(
    words: Path, capsys: Capture, word: str, reason: str
) -> None:
    (words / "a.py").write_text(f"OLD\n{word}\n")
    (words / "b.py").write_text("OLD\n")

    assert cli.main(["fix"]) == 2
    assert (words / "a.py").read_text() == f"OLD\n{word}\n"
    assert (words / "b.py").read_text() == "new\n"
    err = capsys.readouterr().err
    assert "a.py: " in err
    assert reason.split(" (")[0] in err


def test_mode_and_links_stay(words: Path) -> None:
    real = words / "real" / "tool.py"
    real.parent.mkdir()
    real.write_text("#!/usr/bin/env python\nOLD\n")
    real.chmod(0o751)
    link = words / "link.py"
    link.symlink_to(real)

    assert cli.main(["fix", "link.py"]) == 0
    assert link.is_symlink()
    assert real.read_text().endswith("new\n")
    assert stat.S_IMODE(real.stat().st_mode) == 0o751
    assert [path.name for path in real.parent.iterdir()] == ["tool.py"]


def test_a_file_that_changed_meanwhile_is_left_alone(
    words: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = words / "app.py"
    path.write_text("OLD\n")
    analyse = runner.fix_text

    def slow(*args: Any, **kwargs: Any) -> object:
        path.write_text("OLD # typed\n")
        return analyse(*args, **kwargs)

    monkeypatch.setattr(runner, "fix_text", slow)

    assert cli.main(["fix"]) == 2
    assert path.read_text() == "OLD # typed\n"
    assert "app.py: changed meanwhile, left alone" in capsys.readouterr().err
    assert [one.name for one in words.iterdir()] == ["app.py"]


def test_a_file_that_cannot_be_written_is_left_alone(
    words: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    (words / "app.py").write_text("OLD\n")
    monkeypatch.setattr(files.os, "access", lambda path, mode: False)

    assert cli.main(["fix"]) == 2
    assert (words / "app.py").read_text() == "OLD\n"
    assert "app.py: not writable, left alone" in capsys.readouterr().err


def test_unchanged_files_are_not_written(words: Path) -> None:
    path = words / "app.py"
    path.write_text("STUCK\n")
    before = path.stat()

    assert cli.main(["fix"]) == 1
    after = path.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_fixing_twice_changes_nothing_more(words: Path) -> None:
    (words / "app.py").write_text("OLD\n")
    assert cli.main(["fix"]) == 0
    first = (words / "app.py").read_bytes()

    assert cli.main(["fix"]) == 0
    assert (words / "app.py").read_bytes() == first


def _stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> io.BytesIO:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written))
    return written


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        (b"\xef\xbb\xbfOLD\r\n", b"\xef\xbb\xbfnew\r\n", 0),
        (b"OLD, STUCK\n", b"new, STUCK\n", 1),
        (b"OLD (\n", b"OLD (\n", 2),
        (b"\xff", b"\xff", 2),
        (b"", b"", 0),
    ],
)
def test_standard_input_goes_to_standard_output(
    words: Path, monkeypatch: pytest.MonkeyPatch, before: bytes, after: bytes, code: int
) -> None:
    written = _stdin(monkeypatch, before)

    assert cli.main(["fix", "-"]) == code
    assert written.getvalue() == after
    assert list(words.iterdir()) == []


def test_diff_of_standard_input(words: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = _stdin(monkeypatch, b"OLD\n")

    assert cli.main(["fix", "-", "--diff", "--stdin-filename", "x.py"]) == 1
    assert written.getvalue() == b"--- x.py\n+++ x.py\n@@ -1 +1 @@\n-OLD\n+new\n"
