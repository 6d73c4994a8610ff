"""What the client said it can do, as plain yes and no."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lsprotocol import types
from pygls.capabilities import get_capability

from unspool_server.lsp.convert import UTF16, Encoding

EXPLAIN_RULE = "unspool.explainRule"
"""A command of the client that shows a rule's page; clients tell that they have it among their
``experimental.commands.commands``, as they do for other servers."""


@dataclass(frozen=True, slots=True)
class Client:
    """A client that promised nothing, unless built ``of`` its capabilities."""

    encoding: Encoding = UTF16
    pull: bool = False
    refresh: bool = False
    lens_refresh: bool = False
    related: bool = False
    deprecated: bool = False
    links: bool = False
    document_changes: bool = False
    annotations: bool = False
    literal_actions: bool = False
    disabled: bool = False
    resolve: bool = False
    markdown: bool = False
    configuration: bool = False
    watch_files: bool = False
    watch_configuration: bool = False
    explains: bool = False

    @classmethod
    def of(cls, capabilities: types.ClientCapabilities, encoding: Encoding) -> Client:
        def has(name: str) -> bool:
            return bool(get_capability(capabilities, name, False))

        def among(name: str, value: object) -> bool:
            return value in (get_capability(capabilities, name, None) or ())

        document_changes = has("workspace.workspace_edit.document_changes")
        published = "text_document.publish_diagnostics"
        action = "text_document.code_action"
        return cls(
            encoding=encoding,
            pull=get_capability(capabilities, "text_document.diagnostic", None) is not None,
            refresh=has("workspace.diagnostics.refresh_support"),
            lens_refresh=has("workspace.code_lens.refresh_support"),
            related=has(f"{published}.related_information"),
            deprecated=among(f"{published}.tag_support.value_set", types.DiagnosticTag.Deprecated),
            links=has(f"{published}.code_description_support"),
            document_changes=document_changes,
            annotations=document_changes
            and has("workspace.workspace_edit.change_annotation_support"),
            literal_actions=has(f"{action}.code_action_literal_support"),
            disabled=has(f"{action}.disabled_support"),
            resolve=among(f"{action}.resolve_support.properties", "edit")
            and has(f"{action}.data_support"),
            markdown=among("text_document.hover.content_format", types.MarkupKind.Markdown),
            configuration=has("workspace.configuration"),
            watch_files=has("workspace.did_change_watched_files.dynamic_registration"),
            watch_configuration=has("workspace.did_change_configuration.dynamic_registration"),
            explains=EXPLAIN_RULE in _commands(capabilities.experimental),
        )


def _commands(experimental: object) -> Sequence[str]:
    inner = _inner(_inner(experimental, "commands"), "commands")
    return [name for name in inner if isinstance(name, str)] if isinstance(inner, list) else []


def _inner(value: object, name: str) -> object:
    """A member of what pygls makes of JSON without a type."""
    return value.get(name) if isinstance(value, Mapping) else getattr(value, name, None)
