"""Citations, annotations and generated files: annotations of a message's text parts now."""

from __future__ import annotations
