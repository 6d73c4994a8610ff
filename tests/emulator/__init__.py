"""A loopback double of the legacy and the new agent services, written from the SDKs' types."""

from __future__ import annotations
