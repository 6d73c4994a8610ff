"""Annotations of answers: what the nested legacy ones are called, and the flat ones they become.

Sources: azure-ai-agents 1.1.0 ``azure/ai/agents/models/_models.py``, openai 1.65.5
``openai/types/beta/threads``, openai 3.54.0 ``openai/types/responses/response_output_text.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

COLLECTIONS: Mapping[str, str] = MappingProxyType(
    {
        "url_citation_annotations": "url_citation",
        "file_citation_annotations": "file_citation",
        "file_path_annotations": "container_file_citation",
        "image_contents": "image",
    }
)
"""Attributes of a message (and of a hub beta's listing), and the type of the new annotations."""

PAGE_COLLECTIONS = COLLECTIONS

SORTS: Mapping[str, str] = MappingProxyType(
    {
        "url_citation": "url_citation",
        "file_citation": "file_citation",
        "file_path": "container_file_citation",
    }
)
"""Legacy types of annotations, and the new ones."""

INNER: Mapping[str, str] = MappingProxyType(
    {"url_citation": "url-note", "file_citation": "file-note", "file_path": "path-note"}
)
"""Attributes whose object is gone: its fields are the annotation's own."""

DETAILS: Mapping[str, str] = MappingProxyType(
    {"url-cited": "url-note", "file-cited": "file-note", "path-cited": "path-note"}
)

FIELDS = frozenset(
    {
        ("url-note", "url"),
        ("url-note", "title"),
        ("url-note", "start_index"),
        ("url-note", "end_index"),
        ("file-note", "file_id"),
        ("path-note", "file_id"),
        ("path-note", "start_index"),
        ("path-note", "end_index"),
    }
)
"""Fields that the new annotations have under the same name."""

OLD_FIELDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "url-note": frozenset({"type", "text", "url_citation", "start_index", "end_index"}),
        "file-note": frozenset({"type", "text", "file_citation", "start_index", "end_index"}),
        "path-note": frozenset({"type", "text", "file_path", "start_index", "end_index"}),
        "url-cited": frozenset({"url", "title"}),
        "file-cited": frozenset({"file_id", "quote"}),
        "path-cited": frozenset({"file_id"}),
    }
)
"""The fields of each legacy annotation, and of what was inside it."""

NEW_FIELDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "url-note": frozenset({"type", "url", "title", "start_index", "end_index"}),
        "file-note": frozenset({"type", "file_id", "filename", "index"}),
        "path-note": frozenset(
            {"type", "file_id", "filename", "container_id", "start_index", "end_index"}
        ),
    }
)
"""The fields of the annotation that takes its place."""

_MARKER = (
    "a `file_citation` has no text and no place in the answer, only `file_id`, `filename` and "
    "`index`: the answer holds no marker to replace"
)

GONE: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("file-note", "text"): _MARKER,
        ("file-note", "start_index"): _MARKER,
        ("file-note", "end_index"): _MARKER,
        ("file-note", "quote"): "a `file_citation` does not quote the file any more",
        ("note", "text"): "only some annotations stand for a piece of the text now",
    }
)

CLASSES: Mapping[str, str] = MappingProxyType(
    {
        "MessageTextAnnotation": "note",
        "MessageTextUrlCitationAnnotation": "url-note",
        "MessageTextUrlCitationDetails": "url-cited",
        "MessageTextFileCitationAnnotation": "file-note",
        "MessageTextFileCitationDetails": "file-cited",
        "MessageTextFilePathAnnotation": "path-note",
        "MessageTextFilePathDetails": "path-cited",
        "FileCitationAnnotation": "file-note",
        "FileCitation": "file-cited",
        "FilePathAnnotation": "path-note",
        "FilePath": "path-cited",
    }
)
"""Kinds of annotations and of what is inside them, by class name."""

KINDS = frozenset(CLASSES.values())
