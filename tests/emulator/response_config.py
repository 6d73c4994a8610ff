"""Who answers a response: an agent version, or model and settings given with the call."""

from __future__ import annotations

from dataclasses import dataclass, field

from .agents import version_of
from .api import Dialect, Request
from .prompt import fill, response_format, tool_choice
from .rules import refusal
from .shapes import check
from .state import Json, World
from .tools import check_new, new_tools

# Fields the definition of an agent decides; tool_choice may be given beside it.
OF_THE_AGENT = ("model", "instructions", "tools", "temperature", "top_p", "text", "reasoning")


@dataclass(frozen=True, slots=True)
class Config:
    """The model and all that steers it, but not what it answers to."""

    model: str
    instructions: str
    tools: list[Json]
    canonical: list[Json]
    settings: Json = field(default_factory=dict)
    text: Json | None = None
    agent: Json | None = None


def configure(request: Request) -> Config:
    """Check the body against the era and the dialect, and read the configuration."""
    body = dict(request.body)
    reference = _reference(request, body)
    inputs = body.pop("structured_inputs", None) if reference else None
    if "tool_resources" in body:
        raise refusal("legacy-tool-resources")
    check("response", body)
    choice = body.get("tool_choice")
    if isinstance(choice, dict) and choice.get("type") == "function" and "name" not in choice:
        raise refusal("nested-choice")
    if reference is None:
        return _from_body(request, body)
    for name in OF_THE_AGENT:
        if body.get(name) is not None:
            raise refusal("agent-and-model", field=name)
    return _from_agent(request.world, body, reference, inputs or {})


def _reference(request: Request, body: Json) -> Json | None:
    if request.dialect is Dialect.FOUNDRY_ENDPOINT:
        name = request.path["agent_name"]
        version_of(request.world, name, None)
        if name not in request.world.endpoints:
            raise refusal("agent-endpoint-off", name=name)
        return {"type": "agent_reference", "name": name}
    key = "agent" if request.dialect is Dialect.FOUNDRY_PREVIEW else "agent_reference"
    other = "agent_reference" if key == "agent" else "agent"
    if request.dialect.has_agents and other in body:
        raise refusal("old-reference" if other == "agent" else "new-reference")
    if not request.dialect.has_agents or key not in body:
        return None
    reference = body.pop(key)
    if not isinstance(reference, dict):
        raise refusal("reference-shape", reason="expected an object")
    check("agent-reference", reference)
    if reference["type"] != "agent_reference":
        raise refusal("reference-shape", reason="type must be 'agent_reference'")
    return dict(reference)


def _from_body(request: Request, body: Json) -> Config:
    if not body.get("model"):
        raise refusal("missing-field", field="model", shape="response")
    tools = body.get("tools") or []
    check_new(tools, request.dialect)
    text = body.get("text") or {}
    check("text-options", text)
    canonical = new_tools(request.world, tools, request.dialect)
    instructions = body.get("instructions") or ""
    return Config(
        body["model"], instructions, tools, canonical, _settings(body, body), body.get("text")
    )


def _from_agent(world: World, body: Json, reference: Json, inputs: Json) -> Config:
    found = version_of(world, reference["name"], reference.get("version"))
    definition = found["definition"]
    values = _values(definition.get("structured_inputs") or {}, inputs)
    tools = definition.get("tools") or []
    return Config(
        model=definition["model"],
        instructions=fill(definition.get("instructions") or "", values),
        tools=tools,
        canonical=new_tools(world, tools, Dialect.FOUNDRY),
        settings=_settings(definition, {**definition, **body}),
        text=definition.get("text"),
        agent={"type": "agent_reference", "name": found["name"], "version": found["version"]},
    )


def _values(defined: Json, given: Json) -> Json:
    for name in given:
        if name not in defined:
            raise refusal("structured-input-unknown", name=name)
    for name, how in defined.items():
        if how.get("required") and name not in given:
            raise refusal("structured-input-missing", name=name)
    defaults = {n: how.get("default_value") for n, how in defined.items()}
    return {name: "" if v is None else v for name, v in {**defaults, **given}.items()}


def _settings(definition: Json, call: Json) -> Json:
    return {
        "temperature": definition.get("temperature"),
        "top_p": definition.get("top_p"),
        "reasoning_effort": (definition.get("reasoning") or {}).get("effort"),
        "max_output_tokens": call.get("max_output_tokens"),
        "response_format": response_format((definition.get("text") or {}).get("format")),
        "tool_choice": tool_choice(call.get("tool_choice")),
        "parallel_tool_calls": False if call.get("parallel_tool_calls") is False else None,
    }
