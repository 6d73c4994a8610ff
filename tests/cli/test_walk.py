from __future__ import annotations

from pathlib import Path

import pytest

from unspool_server.walk import walk


class Tree:
    def __init__(self, top: Path) -> None:
        self.top = top

    def add(self, *names: str, text: str = "") -> None:
        for name in names:
            path = self.top / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def found(self, name: str = "", exclude: tuple[str, ...] = ()) -> list[str]:
        walked = walk([self.top / name], exclude, self.top)
        assert walked.problems == ()
        return [path.relative_to(self.top).as_posix() for path in walked.files]


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return Tree(tmp_path)


def test_python_files_in_a_stable_order(tree: Tree) -> None:
    tree.add("b.py", "a/z.pyi", "a/y.PY", "a.pyw", "notes.md", "a/b/c.txt", "x.pyc")

    assert tree.found() == ["a.pyw", "b.py", "a/y.PY", "a/z.pyi"]


def test_what_is_never_walked(tree: Tree) -> None:
    for folder in (".git", ".venv", "node_modules", "__pycache__", ".mypy_cache", ".tox", "build"):
        tree.add(f"{folder}/x.py")
    tree.add("myenv/pyvenv.cfg", "myenv/lib/x.py", "lib/site-packages/x.py", ".hidden/x.py", "y.py")

    assert tree.found() == ["y.py", ".hidden/x.py"]


@pytest.mark.parametrize("name", ["vendor", "_vendor", "third_party"])
def test_what_others_keep_is_walked_only_by_name(tree: Tree, name: str) -> None:
    tree.add(f"a/{name}/__init__.py", f"a/{name}/b/x.py", f"{name}_x.py")

    assert tree.found() == [f"{name}_x.py"]
    found = walk([tree.top / "a" / name]).files
    assert [path.name for path in found] == ["__init__.py", "x.py"]


def test_a_package_may_be_called_build(tree: Tree) -> None:
    tree.add("build/__init__.py", "build/x.py", "dist/x.py")

    assert tree.found() == ["build/__init__.py", "build/x.py"]


def test_gitignore_with_nesting_and_negation(tree: Tree) -> None:
    tree.add(".gitignore", text="*.gen.py\n/out/\nsecret/\n!keep.gen.py\n")
    tree.add("sub/.gitignore", text="local.py\n!special.gen.py\n/only_here.py\n")
    tree.add("a.py", "b.gen.py", "keep.gen.py", "out/x.py", "sub/out/x.py")
    tree.add("sub/local.py", "sub/special.gen.py", "sub/deep/local.py", "local.py")
    tree.add("sub/only_here.py", "sub/deep/only_here.py", "sub/secret/x.py")

    assert tree.found() == [
        "a.py",
        "keep.gen.py",
        "local.py",
        "sub/special.gen.py",
        "sub/deep/only_here.py",
        "sub/out/x.py",
    ]


def test_rules_of_the_repository_hold_below_it(tree: Tree) -> None:
    tree.add(".git/HEAD", "pkg/ignored.py", "pkg/sub/ignored.py", "pkg/sub/x.py", "pkg/mine.py")
    tree.add(".gitignore", text="ignored.py\n")
    tree.add(".git/info/exclude", text="mine.py\n")

    assert tree.found("pkg") == ["pkg/sub/x.py"]
    assert tree.found("pkg/sub") == ["pkg/sub/x.py"]


def test_an_ignored_folder_is_walked_when_it_is_named(tree: Tree) -> None:
    tree.add(".git/HEAD", "out/x.py", "out/sub/y.py")
    tree.add(".gitignore", text="/out/\n")

    assert tree.found() == []
    assert tree.found("out") == ["out/x.py", "out/sub/y.py"]
    assert tree.found("out/sub") == ["out/sub/y.py"]


def test_rules_above_the_repository_do_not_hold(tree: Tree) -> None:
    tree.add(".gitignore", text="*.py\n")
    tree.add("repo/.git/HEAD", "repo/x.py")

    assert tree.found("repo") == ["repo/x.py"]


def test_excluded_patterns(tree: Tree) -> None:
    tree.add("a.py", "generated/b.py", "sub/generated/c.py", "sub/d_pb2.py", "legacy/e.py")

    assert tree.found("", ("generated/", "*_pb2.py", "/legacy/**")) == ["a.py"]


def test_named_files_are_taken_though_they_are_ignored(tree: Tree) -> None:
    tree.add(".gitignore", text="*.py\n")
    tree.add("x.py")

    assert tree.found("x.py", ("x.py",)) == ["x.py"]


def test_each_file_once(tree: Tree) -> None:
    tree.add("pkg/x.py")
    (tree.top / "pkg" / "link.py").symlink_to("x.py")
    (tree.top / "loop").symlink_to(tree.top)

    walked = walk([tree.top / "pkg" / "x.py", tree.top, tree.top / "pkg"])

    assert walked.files == (tree.top / "pkg" / "x.py",)


def test_a_broken_gitignore_is_none(tree: Tree) -> None:
    tree.add("x.py")
    (tree.top / ".gitignore").write_bytes(b"\xff\xfe[z-\n***\n!\n\\\n")

    assert tree.found() == ["x.py"]
