"""Cells as one program, and edits back in their cells."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspool_rules.model import Edit, Span, apply_edits
from unspool_rules.model.changes import difference
from unspool_rules.notebook import Misfit, Program


def program(*cells: str) -> Program:
    return Program.of(enumerate(cells, 1))


def edit(made: Program, old: str, new: str) -> Edit:
    start = made.text.index(old)
    return Edit(Span(start, start + len(old)), new)


def test_places_in_cells() -> None:
    made = program("a = 1", "%%bash\nls", "", "b = 2\nc = 3")
    ast.parse(made.text)
    assert [cell.number for cell in made.cells] == [1, 4]
    at = made.text.index("c = 3")
    found = made.within(Span(at, at + 5))
    assert found
    assert (found[0].number, found[1]) == (4, Span(6, 11))


def test_a_statement_at_the_end_of_a_cell_goes_with_its_line() -> None:
    made = program("a = 1\nb = 2", "c = 3")
    gone = made.after([edit(made, "b = 2\n", "")])
    assert gone == {1: "a = 1"}


def test_lines_behind_a_cell_and_in_front_of_the_next() -> None:
    made = program("a = 1", "c = 3")
    behind, front = made.text.index("#"), made.text.index("c")
    changed = made.after([Edit(Span(behind, behind), "b\n"), Edit(Span(front, front), "d\n")])
    assert changed == {1: "a = 1\nb", 2: "d\nc = 3"}


def test_no_blank_lines_are_left_at_the_edges_of_a_cell() -> None:
    made = program("import time\n\na = 1", "b = 2\n\nc = 3")
    changed = made.after([edit(made, "import time\n", ""), edit(made, "c = 3\n", "")])
    assert changed == {1: "a = 1", 2: "b = 2"}


def test_a_cell_keeps_its_own_line_ends() -> None:
    made = program("a = 1\nb", "c = 3\r\nd")
    assert made.after([edit(made, "c = 3", "x\ny")]) == {2: "x\r\ny\r\nd"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a = 1\n# %%\nb", "x"),
        ("# %%", "# x"),
        ("1\n#", "2"),
        ("0  ", "x"),
        ("b = 2\n0  ", "x\n"),
        ("b = 2", "b = ("),
        ("a = 1\n", "a = 2"),
    ],
)
def test_edits_that_do_not_fit(old: str, new: str) -> None:
    made = program("a = 1", "b = 2\n!ls")
    with pytest.raises(Misfit):
        made.by_cell([edit(made, old, new)])


def test_nothing_stands_above_a_cell_magic() -> None:
    made = program("%%time\na = 1")
    assert made.after([Edit(Span(0, 0), "import b\n")]) == {1: "%%time\nimport b\na = 1"}


def test_a_broken_cell_is_blank_unless_somebody_types_in_it() -> None:
    cells = [(1, "a = 1"), (2, "b = (")]
    ast.parse(Program.of(cells).text)
    typing = Program.of(cells, typing=2)
    assert typing.half_typed
    assert "b = (" in typing.text
    assert not Program.of([(1, "a = 1")], typing=1).half_typed


def test_line_numbers_in_messages() -> None:
    made = program("a = 1\nb = 2", "c = 3\nd = 4")
    assert made.words("`x` at line 5 makes it") == "`x` at cell 2, line 2 makes it"


_TEXT = st.text("ab\n\r #", max_size=12)


@given(_TEXT, _TEXT)
def test_a_difference_is_edits_from_one_text_to_the_other(before: str, after: str) -> None:
    assert apply_edits(before, difference(before, after)) == after


@given(
    st.lists(
        st.sampled_from(("a = 1", "a = 1\nb", "!ls\nc", "%%time\nd = 2\n", "e\r\nf")), min_size=1
    ),
    st.data(),
)
def test_edits_of_one_statement_change_one_cell(cells: list[str], data: st.DataObject) -> None:
    made = Program.of(enumerate(cells, 1))
    module = ast.parse(made.text)
    lines = made.text.splitlines(keepends=True)
    node = data.draw(st.sampled_from(module.body))
    start = len("".join(lines[: node.lineno - 1]))
    end = start + len(lines[node.lineno - 1])
    cell = made.cell(start)
    assert cell
    try:
        changed = made.after([Edit(Span(start, end), "new\nlines\n")])
    except Misfit:
        assert made.text[start : start + 1] == "0"  # the mask of a magic
        return
    assert list(changed) == [cell.number]
    assert "new" in changed[cell.number]
    assert not changed[cell.number].endswith("\n") or cell.text.endswith("\n")
