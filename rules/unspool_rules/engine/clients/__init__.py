"""Clients: the legacy ones, and those that migrated calls go through."""

from __future__ import annotations
