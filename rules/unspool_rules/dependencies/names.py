"""Which files beside the code are of interest, by their names alone."""

from __future__ import annotations

from fnmatch import fnmatch

_FILES = (
    *("pyproject.toml", "Pipfile", "setup.cfg", "setup.py"),
    *("environment.yml", "environment.yaml", "environment*.yml", "environment*.yaml"),
    *("requirements*.txt", "*requirements.txt", "requirements*.in", "*-requirements.in"),
)


def is_dependency_file(name: str) -> bool:
    """Whether a file of this name declares dependencies."""
    return any(fnmatch(name, pattern) for pattern in _FILES)


def is_dotenv(name: str) -> bool:
    """Whether a file of this name holds settings of the environment."""
    return name == ".env" or name.startswith(".env.") or name.endswith(".env")


def is_beside_code(name: str) -> bool:
    """Whether a file says what code depends on, or what its environment is."""
    return is_dependency_file(name) or is_dotenv(name)
