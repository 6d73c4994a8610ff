"""Write the server's settings into package.json, from the server's own schema.

usage: python scripts/settings.py [--check]

The editor's own settings stand there by hand and stay; ``--check`` writes nothing and fails when
the file is behind.
"""

# ruff: noqa: T201

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

EXTENSION = Path(__file__).resolve().parent.parent
PACKAGE = EXTENSION / "package.json"
OWN = ("interpreter", "importStrategy", "trace.server", "codeLens", "scanWorkspace")
FIRST = 10
"""Settings of the server come after the editor's own, which have orders below this."""

sys.path[:0] = [str(EXTENSION.parent / "server"), str(EXTENSION.parent / "rules")]


def generated(text: str) -> str:
    """package.json as it should be."""
    from unspool_server.settings import json_schema

    package: dict[str, Any] = json.loads(text)
    configuration = package["contributes"]["configuration"]
    properties = configuration["properties"]
    own = {f"unspool.{name}": properties[f"unspool.{name}"] for name in OWN}
    schema: dict[str, Any] = json_schema(camel_case=True, prefix="unspool.")  # type: ignore[assignment] # it is `dict[str, object]`
    configuration["properties"] = own | {
        name: _setting(number, spec)
        for number, (name, spec) in enumerate(schema["properties"].items(), FIRST)
    }
    return json.dumps(package, indent=2, ensure_ascii=False) + "\n"


def _setting(order: int, spec: dict[str, Any]) -> dict[str, Any]:
    rest = dict(spec)
    words = rest.pop("description")
    return {"order": order, **rest, "scope": "resource", "markdownDescription": words}


def main() -> int:
    before = PACKAGE.read_text(encoding="utf-8")
    after = generated(before)
    if "--check" in sys.argv:
        if before != after:
            print("package.json is behind the server's settings: run scripts/settings.py")
        return int(before != after)
    PACKAGE.write_text(after, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
