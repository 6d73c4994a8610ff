"""Runs a legacy program and its migration on the real SDKs and compares what the model saw."""

from __future__ import annotations
