"""What may run behind a place of a function."""

from __future__ import annotations

import ast

import pytest

from unspool_rules.engine.flow.reachable import may_follow
from unspool_rules.syntax.tree import Tree


@pytest.mark.parametrize(
    ("body", "follows"),
    [
        ("place()\nuse()", True),
        ("use()\nplace()", False),
        ("if a:\n    place()\nelse:\n    use()", False),
        ("if a:\n    return place()\nuse()", False),
        ("while a:\n    use()\n    place()", True),
        ("while a:\n    use()\n    place()\n    break", False),
        ("while a:\n    place()\n    break\nuse()", True),
        ("try:\n    place()\n    return b\nexcept E:\n    use()", True),
        ("try:\n    place()\n    return b\nexcept E:\n    log()\nuse()", True),
        ("try:\n    place()\n    return b\nexcept E:\n    raise\nuse()", False),
        ("try:\n    place()\n    return b\nfinally:\n    use()", True),
        ("for b in a:\n  try:\n    place()\n    break\n  except E:\n    c\n  use()", True),
    ],
)
def test_what_may_follow(body: str, follows: bool) -> None:
    lines = "".join(f"    {line}\n" for line in body.split("\n"))
    tree = Tree(f"def run(a, b):\n{lines}")
    found = {ast.unparse(call): call for call in tree.of(ast.Call) if isinstance(call, ast.Call)}
    assert may_follow(tree, found["place()"], found["use()"]) is follows
