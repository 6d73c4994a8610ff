"""What the corpora's programs were written for."""

from __future__ import annotations

OPENAI = "openai==1.65.5"
TRACING = ("opentelemetry-sdk==1.39.0", "azure-core-tracing-opentelemetry==1.0.0b12")
"""What the published samples say to install besides the SDK, for their tracing."""
COMMON = ("azure-identity==1.25.1", "aiohttp", *TRACING)
HUB = ("azure-ai-projects==1.0.0b10", OPENAI, *COMMON)
"""The last version that has clients of hubs (``AIProjectClient.from_connection_string``)."""
