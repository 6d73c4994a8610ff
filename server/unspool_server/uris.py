"""Names of documents, which clients spell in more than one way."""

from __future__ import annotations

import re
from urllib.parse import unquote

_DRIVE = re.compile(r"(?<=^file:///)[A-Za-z](?=:)")


def key_of(uri: str) -> str:
    """One spelling of a URI: clients escape, and write drive letters, each in their own way."""
    return _DRIVE.sub(lambda drive: drive[0].lower(), unquote(uri))
