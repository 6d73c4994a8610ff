"""Pinned third-party sources, fetched at test time; nothing of them lies in this repository."""

from __future__ import annotations
