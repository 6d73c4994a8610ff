"""Tools behind connections, OpenAPI, Azure Functions and MCP: their helpers and definitions."""

from __future__ import annotations
