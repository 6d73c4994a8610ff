"""The environment variables that lead a program to the emulator."""

from __future__ import annotations

import os
import re

MODEL = "gpt-4o-mini"
_KEPT = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "HOME", "LANG", "USERPROFILE")
_ENDPOINTS = (
    "PROJECT_ENDPOINT",
    "AZURE_AI_PROJECT_ENDPOINT",
    "AZURE_AI_AGENTS_ENDPOINT",
    "AZURE_AI_FOUNDRY_PROJECT_ENDPOINT",
    "AZURE_FOUNDRY_PROJECT_ENDPOINT",
    "FOUNDRY_PROJECT_ENDPOINT",
)
_MODELS = (
    "MODEL_DEPLOYMENT_NAME",
    "MODEL_NAME",
    "AZURE_AI_MODEL_DEPLOYMENT_NAME",
    "FOUNDRY_MODEL_NAME",
    "AZURE_OPENAI_DEPLOYMENT",
    "AZURE_OPENAI_DEPLOYMENT_NAME",
    "AZURE_OPENAI_MODEL",
    "OPENAI_MODEL",
)
# Only what must be there; a variable read with `get` may be missing on purpose.
_DEMANDED = re.compile(r"""environ\[\s*["'](\w+)["']\s*\]""")


def variables(source: str, address: str, model: str = MODEL) -> dict[str, str]:
    """Known names, and a made-up value for every other name the program demands."""
    project = f"{address}/api/projects/demo"
    return {
        **{name: _made_up(name, address, project, model) for name in _DEMANDED.findall(source)},
        **{name: os.environ[name] for name in _KEPT if name in os.environ},
        **dict.fromkeys(_ENDPOINTS, project),
        **dict.fromkeys(_MODELS, model),
        # The host does not exist; requests to it are led to the emulator.
        "PROJECT_CONNECTION_STRING": "hub.example.com;subscription;group;demo",
        "OPENAI_BASE_URL": f"{address}/v1",
        "OPENAI_API_KEY": "sk-emulator",
        "AZURE_OPENAI_ENDPOINT": address,
        "AZURE_OPENAI_API_KEY": "emulator",
        "AZURE_OPENAI_API_VERSION": "2025-04-01-preview",
        "OPENAI_API_VERSION": "2025-04-01-preview",
        "PYTHONHASHSEED": "0",
        "PYTHONIOENCODING": "utf-8",
        "PYTHONWARNINGS": "ignore",
        "NO_PROXY": "*",
    }


def made_up_ids(source: str) -> list[str]:
    """The values of demanded names that hold ids of assistants."""
    return [_plain(name) for name in _DEMANDED.findall(source) if "ASSISTANT" in name]


def _made_up(name: str, address: str, project: str, model: str) -> str:
    if "ENDPOINT" in name:
        return address if "OPENAI" in name else project
    if "MODEL" in name or "DEPLOYMENT" in name:
        return model
    return _plain(name)


def _plain(name: str) -> str:
    return name.lower().replace("_", "-")
