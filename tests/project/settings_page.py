"""``docs/settings.md``, written from the settings' own schemas.

usage: python -m tests.project.settings_page [--update]
"""

from __future__ import annotations

import contextlib
import difflib
import io
import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path[:0] = [str(ROOT / "server"), str(ROOT / "rules")]

from unspool_server.cli.parser import make_parser  # noqa: E402 - found by the lines above
from unspool_server.settings import json_schema  # noqa: E402 - found by the lines above

PAGE = ROOT / "docs" / "settings.md"
PACKAGE = ROOT / "vscode-extension" / "package.json"
_PREFIX = "unspool."
_HEAD = """# Settings

The same settings hold on the command line, in the editor and in a project.
An option of the command line, where there is one, goes before the editor's setting.
Both go before `[tool.unspool]` in the nearest `pyproject.toml`.
A wrong value is reported and ignored; the others count.
`unspool --show-settings PATH` prints what holds for a file and where it comes from.

```toml
[tool.unspool]
ignore = ["UNS2"]
target-service = "foundry"
```

This page is generated: `python -m tests.project.settings_page --update` writes it.
"""


def page() -> str:
    """The page as it should be."""
    shared = _properties(json_schema())
    editor = _properties(json_schema(camel_case=True, prefix=_PREFIX))
    options = _options()
    parts = [_HEAD]
    for (key, spec), name in zip(shared.items(), editor, strict=True):
        names = [f"`--{key}`"] if re.search(rf"--{key}(?![-\w])", options) else []
        names.append(f"in VS Code `{name}`")
        parts.append("\n".join(_section(key, spec, ", ".join(names))))
    parts.append("## In VS Code only\n")
    package = json.loads(PACKAGE.read_text("utf-8"))
    there = package["contributes"]["configuration"]["properties"]
    for key, spec in there.items():
        if key not in editor:
            parts.append("\n".join(_section(key, spec)))
    return "\n".join(parts)


def stale() -> str:
    """A diff from what is there to what should be; empty when they agree."""
    there = PAGE.read_text("utf-8") if PAGE.is_file() else ""
    lines = (there.splitlines(keepends=True), page().splitlines(keepends=True))
    return "".join(difflib.unified_diff(*lines, "docs/settings.md (there)", "(generated)"))


def _properties(schema: Mapping[str, object]) -> dict[str, dict[str, Any]]:
    found = schema["properties"]
    assert isinstance(found, dict)
    return found


def _section(title: str, spec: Mapping[str, Any], names: str = "") -> Iterator[str]:
    yield f"### `{title}`\n"
    words = spec.get("markdownDescription") or spec["description"]
    yield re.sub(r"\. (?=[A-Z0-9`])", ".\n", words) + "\n"
    if names:
        yield f"- also: {names}"
    yield f"- {_kind(spec)}"
    if "default" in spec:
        yield f"- default: `{json.dumps(spec['default'])}`"
    yield ""


def _options() -> str:
    """What ``unspool fix --help`` says."""
    with contextlib.redirect_stdout(io.StringIO()) as said, contextlib.suppress(SystemExit):
        make_parser().parse_args(["fix", "--help"])
    return said.getvalue()


def _kind(spec: Mapping[str, Any]) -> str:
    if "enum" in spec:
        return "one of " + ", ".join(f"`{json.dumps(one)}`" for one in spec["enum"])
    if spec["type"] == "array":
        return f"a list, each of its items a {spec['items']['type']}"
    if "minimum" in spec:
        return f"a number from {spec['minimum']} to {spec['maximum']}"
    return {"boolean": "`true` or `false`", "string": "a string"}[spec["type"]]


def main(arguments: list[str]) -> int:
    if "--update" in arguments:
        PAGE.write_text(page(), "utf-8", newline="\n")
        return 0
    difference = stale()
    print(difference, end="")
    return 1 if difference else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
