"""What models of azure-ai-projects were called before 2.0.0.

Source: ``azure/ai/projects/models/__init__.py`` of 2.0.0b1, b2, b3, b4, 2.0.0, 2.1.0 and 2.10.0.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from packaging.version import Version

_RENAMED = Version("2.0.0b4")
_RELEASED = Version("2.0.0")

_UNTIL_B4: Mapping[str, str] = MappingProxyType(
    {
        "AutoCodeInterpreterToolParam": "CodeInterpreterToolAuto",
        "AzureAISearchTool": "AzureAISearchAgentTool",
        "AzureFunctionTool": "AzureFunctionAgentTool",
        "BingCustomSearchPreviewTool": "BingCustomSearchAgentTool",
        "BingGroundingTool": "BingGroundingAgentTool",
        "BrowserAutomationPreviewTool": "BrowserAutomationAgentTool",
        "MicrosoftFabricPreviewTool": "MicrosoftFabricAgentTool",
        "OpenApiTool": "OpenApiAgentTool",
        "PromptAgentDefinitionTextOptions": "PromptAgentDefinitionText",
        "SharepointPreviewTool": "SharepointAgentTool",
        "TextResponseFormatJsonObject": "ResponseTextFormatConfigurationJsonObject",
        "TextResponseFormatJsonSchema": "ResponseTextFormatConfigurationJsonSchema",
    }
)
_IN_B4: Mapping[str, str] = MappingProxyType(
    {
        "AutoCodeInterpreterToolParam": "CodeInterpreterContainerAuto",
        "TextResponseFormatJsonObject": "TextResponseFormatConfigurationResponseFormatJsonObject",
    }
)


def model_name(name: str, version: Version) -> str:
    """The name that a model of 2.0.0 and later has in a version."""
    if version < _RENAMED:
        return _UNTIL_B4.get(name, name)
    return _IN_B4.get(name, name) if version < _RELEASED else name
