"""Says, as JSON, what an interpreter is; understood by every Python that ever mattered."""

# ruff: noqa: I002 - Python 2 could not even say that it is Python 2

import json
import sys

suffixes = []
try:
    import importlib.machinery

    suffixes = importlib.machinery.EXTENSION_SUFFIXES
except ImportError:
    pass
has_server = False
if "--server" in sys.argv:
    import importlib.util

    sys.path = sys.path[1:]  # without this script's folder
    has_server = importlib.util.find_spec("unspool_server") is not None
sys.stdout.write(
    json.dumps(
        {
            "version": list(sys.version_info[:3]),
            "suffixes": suffixes,
            "executable": sys.executable,
            "hasServer": has_server,
        }
    )
)
