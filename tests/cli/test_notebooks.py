"""Notebooks on the command line: findings in cells, and no byte changed beside their sources."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspool_server import cli, ipynb
from unspool_server.files import FileError

Capture = pytest.CaptureFixture[str]

NOTEBOOK = """\
{
  "cells": [
    {"cell_type": "markdown", "source": ["OLD"], "metadata": {}},
    {
      "cell_type": "code", "outputs": [{"output_type": "stream", "text": ["OLD \\u00e9\\/"]}],
      "execution_count": 7, "metadata": {"tags": [ ]}, "id": "a1",
      "source": [
        "# \\u00e9\\/\\n",
        "!echo x\\n",
        "OLD"
      ]
    },
    { "source" : "b = '\\u00e9'\\nRISKY; c\\t=2\\n" , "cell_type":"code","metadata":{}},
    {"cell_type": "code", "source": ["%%bash\\n", "OLD"], "metadata": {}, "outputs": []},
    {"cell_type": "code", "source": ["STUCK"], "metadata": {}, "outputs": []}
  ],
  "nbformat_minor": 5, "nbformat": 4,
  "metadata": {"kernelspec": {"language": "python", "name": "x"}}, "extra": 1.50
}"""
FIXED = NOTEBOOK.replace('"OLD"\n      ]', '"new"\n      ]').replace("RISKY", "new")


def test_json_tells_the_cell_and_places_in_it(words: Path, capsys: Capture) -> None:
    (words / "a.ipynb").write_text(NOTEBOOK)

    assert cli.main(["check", "--output-format", "json"]) == 1

    found = json.loads(capsys.readouterr().out)
    assert [(f["path"], f["cell"], f["code"]) for f in found] == [
        ("a.ipynb", 2, "UNS101"),
        ("a.ipynb", 3, "UNS102"),
        ("a.ipynb", 5, "UNS201"),
    ]
    assert found[0]["range"] == {
        "start": {"line": 3, "column": 1},
        "end": {"line": 3, "column": 4},
    }
    assert found[1]["range"]["start"] == {"line": 2, "column": 1}
    assert found[2]["blockers"][0]["cell"] == 2


def test_text_tells_the_cell(words: Path, capsys: Capture) -> None:
    (words / "a.ipynb").write_text(NOTEBOOK)
    cli.main(["check", "a.ipynb", "--today", "2026-11-22"])
    out = capsys.readouterr().out
    assert "a.ipynb:cell 2:3:1: UNS101 [*] `OLD` is old on 2026-11-22\n  |\n3 | OLD\n" in out
    assert "= blocked at cell 2:1:1: nothing takes its place" in out


@pytest.mark.parametrize("prefix", ["", "\ufeff"], ids=["plain", "bom"])
@pytest.mark.parametrize("suffix", ["", "\n", "\r\n \n"], ids=["none", "lf", "crlf"])
def test_nothing_but_sources_changes(words: Path, prefix: str, suffix: str) -> None:
    path = words / "a.ipynb"
    path.write_bytes((prefix + NOTEBOOK + suffix).encode())

    assert cli.main(["fix", "--unsafe-fixes"]) == 1
    assert path.read_bytes().decode() == prefix + FIXED + suffix
    assert cli.main(["fix", "--unsafe-fixes"]) == 1
    assert path.read_bytes().decode() == prefix + FIXED + suffix


def test_windows_line_ends_between_the_values_stay(words: Path) -> None:
    path = words / "a.ipynb"
    path.write_bytes(NOTEBOOK.replace("\n", "\r\n").encode())
    cli.main(["fix", "--unsafe-fixes"])
    assert path.read_bytes() == FIXED.replace("\n", "\r\n").encode()


def test_a_diff_is_made_for_each_cell(words: Path, capsys: Capture) -> None:
    (words / "a.ipynb").write_text(NOTEBOOK)

    assert cli.main(["fix", "--diff", "--unsafe-fixes"]) == 1

    assert (words / "a.ipynb").read_text() == NOTEBOOK
    assert capsys.readouterr().out == (
        "--- a.ipynb:cell 2\n+++ a.ipynb:cell 2\n@@ -1,3 +1,3 @@\n # é/\n !echo x\n-OLD\n"
        "\\ No newline at end of file\n+new\n\\ No newline at end of file\n"
        "--- a.ipynb:cell 3\n+++ a.ipynb:cell 3\n@@ -1,2 +1,2 @@\n b = 'é'\n"
        "-RISKY; c\t=2\n+new; c\t=2\n"
    )


def test_standard_input(words: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    data = NOTEBOOK.encode()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        code = cli.main(["fix", "--unsafe-fixes", "--stdin-filename", "x.ipynb", "-"])
    assert code == 1
    assert capsysbinary.readouterr().out == FIXED.encode()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"cells": [{"a": OLD', "not valid JSON: Expecting value at line 1 column 18"),
        ("OLD", "not valid JSON"),
        ("", "not valid JSON"),
        ("[1]", "not a JSON object"),
        ('{"cells": []}', "it has no nbformat"),
        ('{"nbformat": 3, "worksheets": []}', "format 3, only format 4 is read: convert it"),
        ('{"nbformat": 5, "cells": []}', "format 5, only format 4 is read"),
        ('{"nbformat": 4}', "it has no cells"),
        ('{"nbformat": 4, "cells": {}}', "its cells are not a list"),
        ('{"nbformat": 4, "cells": [1]}', "cell 1 is not an object"),
        (
            '{"nbformat": 4, "cells": [{"cell_type": "code", "source": 1}]}',
            "the source of cell 1 is not text",
        ),
        ('{"nbformat": 4, "cells": []} x', "not valid JSON: Extra data"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_no_notebook(words: Path, capsys: Capture, text: str, reason: str) -> None:
    (words / "a.ipynb").write_text(text)
    assert cli.main(["fix", "a.ipynb"]) == 2
    error = capsys.readouterr().err
    assert error.startswith("unspool: a.ipynb: ")
    assert reason in error
    assert (words / "a.ipynb").read_text() == text


def test_a_broken_cell_is_told_and_the_others_are_fixed(words: Path, capsys: Capture) -> None:
    book = {
        "nbformat": 4,
        "cells": [
            {"cell_type": "code", "source": "openai = ("},
            {"cell_type": "code", "source": "OLDER"},
        ],
    }
    (words / "a.ipynb").write_text(json.dumps(book))
    assert cli.main(["fix", "a.ipynb"]) == 2
    assert json.loads((words / "a.ipynb").read_text())["cells"][1]["source"] == "new"
    assert "cell 1 is not valid Python" in capsys.readouterr().err


def test_values_that_hidden_code_uses_stay(words: Path, capsys: Capture) -> None:
    book = {
        "nbformat": 4,
        "cells": [
            {"cell_type": "code", "source": "name = OLD\nother = OLD"},
            {"cell_type": "code", "source": "!echo {name}"},
        ],
    }
    (words / "a.ipynb").write_text(json.dumps(book))
    assert cli.main(["fix", "a.ipynb"]) == 1
    after = json.loads((words / "a.ipynb").read_text())
    assert after["cells"][0]["source"] == "name = OLD\nother = new"
    assert "`name` is used in cell 2, on a line that is not Python" in capsys.readouterr().out


@pytest.mark.parametrize(
    "metadata",
    [
        '{"kernelspec": {"language": "R"}}',
        '{"language_info": {"name": "julia"}}',
    ],
)
def test_other_kernels_are_left_alone(words: Path, metadata: str) -> None:
    cell = '{"cell_type": "code", "source": "OLD"}'
    (words / "a.ipynb").write_text(f'{{"cells": [{cell}], "nbformat": 4, "metadata": {metadata}}}')
    assert cli.main(["fix", "a.ipynb"]) == 0


def test_cells_in_another_language_are_left_alone(words: Path) -> None:
    metadata = '{"vscode": {"languageId": "shellscript"}}'
    cell = f'{{"cell_type": "code", "source": "OLD", "metadata": {metadata}}}'
    (words / "a.ipynb").write_text(f'{{"cells": [{cell}], "nbformat": 4}}')
    assert cli.main(["fix", "a.ipynb"]) == 0


def test_folders_are_walked_without_checkpoints(words: Path, capsys: Capture) -> None:
    for name in ("a.ipynb", ".ipynb_checkpoints/a-checkpoint.ipynb"):
        (words / name).parent.mkdir(exist_ok=True)
        (words / name).write_text(NOTEBOOK)
    cli.main(["check"])
    assert "3 findings in 1 of 1 file" in capsys.readouterr().out


_SOURCE = st.text(st.sampled_from('ab\n\r\té😀"\\/\u2028\ud800'), max_size=12)


@given(
    st.lists(_SOURCE, min_size=1, max_size=4),
    st.data(),
    st.sampled_from((None, 0, 1, "\t")),
    st.booleans(),
    st.booleans(),
)
def test_new_sources_are_read_back_and_the_rest_stays(
    sources: list[str], data: st.DataObject, indent: int | None, ascii_only: bool, as_list: bool
) -> None:
    cells = [
        {"cell_type": "code", "source": s.splitlines(keepends=True) if as_list else s, "x": "é/"}
        for s in sources
    ]
    text = json.dumps(
        {"cells": cells, "metadata": {}, "nbformat": 4}, indent=indent, ensure_ascii=ascii_only
    )
    book = ipynb.read(text)
    assert [cell.source for cell in book.cells] == sources
    number = data.draw(st.integers(1, len(sources)))
    new = data.draw(_SOURCE)
    after = ipynb.read(book.with_sources({number: new}))
    assert [c.source for c in after.cells] == [*sources[: number - 1], new, *sources[number:]]

    def rest(one: ipynb.Notebook) -> list[str]:
        ends = [0, *(c.place.end for c in one.cells)]
        starts = [*(c.place.start for c in one.cells), len(one.text)]
        return [one.text[a:b] for a, b in zip(ends, starts, strict=True)]

    assert rest(after) == rest(book)
    assert book.with_sources({number: sources[number - 1]}) == text


def test_bytes_that_are_not_utf_8() -> None:
    with pytest.raises(FileError, match="not UTF-8 at byte 1"):
        ipynb.decode(b"{\xff}")
