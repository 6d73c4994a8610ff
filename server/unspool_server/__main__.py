"""``python -m unspool_server``: the same as ``unspool``."""

from __future__ import annotations

import sys

from unspool_server.cli import main

if __name__ == "__main__":
    sys.exit(main())
