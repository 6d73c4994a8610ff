"""Settings of the old service in ``.env`` files, line by line."""

from __future__ import annotations

import re

from unspool_rules.dependencies.usage import AGENTS, PROJECTS, Usage
from unspool_rules.engine.definitions.stored import AGENT_ID, CLIENT_ARGUMENTS, THREAD_ID, words
from unspool_rules.engine.findings import ignores_file, suppressed
from unspool_rules.model import Analysis, Finding, LineIndex, Settings, Severity, Span

CODE = "UNS803"
NAME = "stored-id"
_LINE = re.compile(
    r"(?m)^[ \t]*(?:export[ \t]+)?(?P<name>[A-Za-z_]\w*)[ \t]*=[ \t]*"
    r"(?P<quote>[\"']?)(?P<value>[^\"'\s#]*)(?P=quote)"
)
_AGENT = re.compile(r"(?:^|_)(?:ASSISTANT|AGENT)S?_ID$", re.IGNORECASE)
_THREAD = re.compile(r"(?:^|_)THREAD_ID$", re.IGNORECASE)
_CONNECTION = re.compile(r"(?:^|_)PROJECT_CONNECTION_STRING$|^PROJECT_CONN_STR", re.IGNORECASE)
_ENDPOINT = "AZURE_OPENAI_ENDPOINT"


def analyse_dotenv(
    text: str, *, usage: Usage | None = None, settings: Settings | None = None
) -> Analysis:
    """Find stored ids, and settings that feed legacy code, in a text of ``NAME=value`` lines."""
    usage = usage or Usage()
    settings = settings or Settings()
    if ignores_file(text) or not settings.reports(CODE):
        return Analysis()
    lines = LineIndex(text)
    found = []
    for match in _LINE.finditer(text):
        said = _said(match["name"], match["value"], usage)
        if said is None or suppressed(
            text, lines.line_start(match.start()), lines.line_end(match.end()), CODE
        ):
            continue
        message, severity = said
        found.append(
            Finding(
                code=CODE,
                name=NAME,
                message=message,
                span=Span(match.start("name"), match.end("name")),
                severity=severity,
                symbol=f"azure.environment.{match['name']}",
                target=None,
            )
        )
    return Analysis(tuple(found))


def _said(name: str, value: str, usage: Usage) -> tuple[str, Severity] | None:
    if AGENT_ID.fullmatch(value):
        return f"`{name}` holds {_agent(name, usage)}", Severity.WARNING
    if THREAD_ID.fullmatch(value):
        return f"`{name}` holds {words('thread')}", Severity.WARNING
    if name not in usage.settings and not usage.needs:
        return None
    known = name in usage.settings
    text = ""
    if _AGENT.search(name):
        text = f"holds {_agent(name, usage)}"
    elif _THREAD.search(name):
        text = f"holds {words('thread')}"
    elif _CONNECTION.search(name):
        text = CLIENT_ARGUMENTS["conn_str"]
    elif known and "KEY" in name.upper():
        text = CLIENT_ARGUMENTS["api_key"]
    elif known and (name == _ENDPOINT or "ENDPOINT" in name.upper()):
        text = CLIENT_ARGUMENTS["azure_endpoint"]
    elif known:
        text = "feeds code for the old agents API, see where it is read"
    return (f"`{name}` {text}", Severity.INFORMATION) if text else None


def _agent(name: str, usage: Usage) -> str:
    """What is to be known about an agent's id; one that nothing reads is like the others."""
    foundry = name not in usage.definitions
    if name not in usage.settings:
        foundry = not usage.definitions or any(p in usage.needs for p in (AGENTS, PROJECTS))
    return words("agent", foundry=foundry)
