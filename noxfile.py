"""The project's sessions: ``nox -s tests`` before each commit, ``nox -s full`` before a release."""

from __future__ import annotations

from pathlib import Path

import nox

nox.needs_version = ">=2025.2.9"
nox.options.sessions = ["tests"]
nox.options.default_venv_backend = "virtualenv"
nox.options.reuse_existing_virtualenvs = True

SLOW = ("contract", "behaviour", "corpus", "editor")
"""Markers of tests that need a registry, real SDKs or an editor."""


@nox.session
def tests(session: nox.Session) -> None:
    """The quick suite: style, types, layers, tests."""
    _install(session)
    _lint(session)
    _pytest(session, "-m", " and ".join(f"not {marker}" for marker in SLOW))


@nox.session
def full(session: nox.Session) -> None:
    """The quick suite, and the slow tests."""
    _install(session)
    _lint(session)
    _pytest(session)


@nox.session
def lint(session: nox.Session) -> None:
    """Style, types and layers only."""
    _install(session)
    _lint(session)


@nox.session
def package(session: nox.Session) -> None:
    """The wheel works outside the checkout."""
    folder = Path(session.create_tmp())
    for old in folder.glob("*.whl"):
        old.unlink()
    session.run("uv", "build", "--wheel", f"--out-dir={folder}", external=True)
    session.install("--force-reinstall", *map(str, folder.glob("*.whl")))
    example = Path("examples/assistant.py").resolve()
    session.chdir(folder)
    session.run("unspool", "check", str(example), success_codes=[1])
    session.run("unspool", "rules")


def _install(session: nox.Session) -> None:
    """Exactly what ``uv.lock`` says, into this session's environment."""
    session.run_install(
        "uv",
        "sync",
        "--locked",
        "--group=dev",
        f"--python={session.virtualenv.location}",
        env={
            "UV_PROJECT_ENVIRONMENT": session.virtualenv.location,
            # pip trusts the system's certificates; behind a proxy uv has to be told to.
            "UV_SYSTEM_CERTS": "true",
            "UV_NATIVE_TLS": "true",
        },
        external=True,
    )


def _lint(session: nox.Session) -> None:
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("mypy")
    session.run("lint-imports", "--no-cache")


def _pytest(session: nox.Session, *arguments: str) -> None:
    # The quiet of the settings is undone, so that the last line says how many tests ran.
    session.run("pytest", "--verbose", *arguments, *session.posargs)
