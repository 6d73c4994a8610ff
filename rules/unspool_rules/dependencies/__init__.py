"""Dependencies as projects declare them: which old SDKs they name, and what takes their place.

Texts go in and values come out, as for Python code.
"""

from __future__ import annotations

from unspool_rules.dependencies.analysis import analyse_dependencies
from unspool_rules.dependencies.declarations import is_dependency_file
from unspool_rules.dependencies.dotenv import analyse_dotenv, is_dotenv
from unspool_rules.dependencies.usage import Usage, needs_of

__all__ = [
    "Usage",
    "analyse_dependencies",
    "analyse_dotenv",
    "is_dependency_file",
    "is_dotenv",
    "needs_of",
]
