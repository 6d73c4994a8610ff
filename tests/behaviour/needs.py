"""What the behaviour tests share: an environment, or a skip that says why."""

from __future__ import annotations

import pytest

from .environments import Environment, EnvironmentUnavailable


def need(*environments: Environment) -> None:
    """Skip the test when an environment cannot be made here."""
    try:
        for environment in environments:
            environment.python()
    except EnvironmentUnavailable as error:
        pytest.skip(str(error))
