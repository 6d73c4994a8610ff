"""Starts the server that came with the extension, or the one of an environment.

usage: python -I -S launch.py bundled
       python launch.py environment

The bundled server sees its own packages and the standard library, and nothing else: not the
project's environment, not the user's packages, not the current folder.
"""

# ruff: noqa: PTH100, PTH118, PTH120 - nothing is imported that an environment could have put in our way

from __future__ import annotations

import os
import runpy
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def main(where):
    if where == "bundled":
        sys.path.insert(0, os.path.join(HERE, "libs"))
    else:  # an environment's own server; this folder is no part of that environment
        sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry) != HERE]
    sys.argv = ["unspool", "serve"]
    runpy.run_module("unspool_server", run_name="__main__")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "bundled")
