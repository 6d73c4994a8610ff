"""Forms of the preview era of azure-ai-projects 2."""

from __future__ import annotations
