"""What IPython adds to Python is masked, and nothing else."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspool_rules.notebook import mask


@pytest.mark.parametrize(
    ("source", "masked"),
    [
        ("%pip install openai\nx = 1", "0                  \nx = 1"),
        ("if a:\n    !ls\n    b()", "if a:\n    0  \n    b()"),
        ("!pip install \\\n  openai\nx", "0             \n        \nx"),
        ("files = !ls\nx", "files = 0  \nx"),
        ("t = %time f()\nx", "t = 0        \nx"),
        ("thread?\nx", "0      \nx"),
        ("client.beta??", "0            "),
        ("?thread", "0      "),
        ("%time x = f()", "0    ;x = f()"),
        ("%timeit -n 10 f()", "0                "),
        ("%time for x in y: pass", "0                     "),
        ("%%time\nx = 1", "0     \nx = 1"),
        ("\n%%capture out\nx = 1", "\n0            \nx = 1"),
        ("await f()", "await f()"),
        ("x = (1\n% 2)\n!ls", "x = (1\n% 2)\n0  "),
        ('"""\n!ls\n%cd\n"""\n!ls', '"""\n!ls\n%cd\n"""\n0  '),
        ("x = 'a' \\\n    '!b'\n!ls", "x = 'a' \\\n    '!b'\n0  "),
        ("# what?\n!ls", "# what?\n0  "),
        ("x = 1  # really?\r\n!ls\r\n", "x = 1  # really?\r\n0  \r\n"),
    ],
)
def test_masked_text(source: str, masked: str) -> None:
    found = mask(source)
    assert found.text == masked
    assert found.valid
    ast.parse(found.text)


@pytest.mark.parametrize(
    "source", ["%%bash\necho x", "%%writefile a.py\nx = 1", "%sql\nselect 1", "%%html\n<p>"]
)
def test_cells_in_other_languages(source: str) -> None:
    assert mask(source).foreign


@pytest.mark.parametrize("source", ["x = (", "for x in y:\nz", "your key here", "\x00"])
def test_broken_cells(source: str) -> None:
    assert not mask(source).valid


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("!echo {thread.id} $run x", {"thread", "id", "run"}),
        ("%pip install openai", set()),
        ("%store thread", {"store", "thread"}),
        ("thread?", set()),
        ("%time x = f(y)", set()),
    ],
)
def test_names_that_masked_lines_use(source: str, words: set[str]) -> None:
    assert mask(source).words == words


_LINES = st.lists(
    st.sampled_from(
        (
            *("!ls", "%cd a", "x = 1", "if x:", "    !ls {x}", "    y = 2", "y?", "??z", "'''"),
            *("f(", ")", "# c?", "a = !b \\", "%%time", "%time x", "s = '!'", "\\", "", "é = %x"),
        )
    ),
    max_size=8,
)


@given(_LINES, st.sampled_from(("\n", "\r\n")))
def test_a_mask_is_as_long_as_its_cell_and_keeps_its_lines(lines: list[str], end: str) -> None:
    source = end.join(lines)
    found = mask(source)
    assert len(found.text) == len(source)
    assert [i for i, c in enumerate(found.text) if c in "\r\n"] == [
        i for i, c in enumerate(source) if c in "\r\n"
    ]
    changed = {i for i, (a, b) in enumerate(zip(source, found.text, strict=True)) if a != b}
    assert all(any(m.start <= i < m.end for m in found.masks) for i in changed)
    if found.valid and not found.foreign:
        ast.parse(found.text + "\n")
