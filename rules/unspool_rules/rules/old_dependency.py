"""Dependencies on the old SDKs, and pins that keep the new ones out.

## What it does
Finds `azure-ai-agents`, versions of `azure-ai-projects` before 2, and versions of `openai` that do not go with the new API in `pyproject.toml` (PEP 621, dependency groups, Poetry), `requirements*.txt`, `setup.cfg`, `setup.py`, `environment.yml` and `Pipfile`.

## Why
azure-ai-agents is a client of the classic agents, and azure-ai-projects 1 has no others.
azure-ai-projects 2 does not bring azure-ai-agents along any more.
Its versions 2.0.0 to 2.4.0 fail on openai 3, versions from 2.5.0 on need it, and Python 3.10.

## Fix safety
Unsafe: a lock file and an environment are to be brought up to date afterwards.
Offered once no code of the workspace needs the old package; until then the message names the files that do.
Not offered in files that another tool makes, and for lines with hashes.

## References
What a version of azure-ai-projects needs stands in the metadata of its distribution.
"""

from __future__ import annotations

from unspool_rules.rules.rule import Example, Rule

RULE = Rule(
    code="UNS801",
    name="old-dependency",
    summary="a dependency on an old SDK, or a pin that keeps the new one out",
    fix_title="Update the dependencies",
    docs=__doc__,
    examples=(
        Example(
            title="a project whose code is migrated",
            filename="pyproject.toml",
            before="""\
            [project]
            name = "helper"
            version = "1.0.0"
            requires-python = ">=3.10"
            dependencies = [
                "azure-ai-agents>=1.1",  # agents
                "azure-ai-projects~=1.0",
                "azure-identity",
                "openai>=1.99,<2",
            ]
            """,
            after="""\
            [project]
            name = "helper"
            version = "1.0.0"
            requires-python = ">=3.10"
            dependencies = [
                "azure-ai-projects>=2.10.0",
                "azure-identity",
                "openai>=3.0.0",
            ]
            """,
        ),
        Example(
            title="a project for older versions of Python",
            filename="pyproject.toml",
            before="""\
            [tool.poetry.dependencies]
            python = "^3.9"
            azure-ai-projects = "^1.0"
            openai = {version = "^1.99", extras = ["aiohttp"]}
            """,
            after="""\
            [tool.poetry.dependencies]
            python = "^3.9"
            azure-ai-projects = ">=2.0.0,<2.5"
            openai = {version = ">=2.8.0,<3", extras = ["aiohttp"]}
            """,
        ),
    ),
)
