from azure.ai.agents._types import (
    AgentsResponseFormatOption,
    AgentsToolChoiceOption,
    MCPRequiredApproval,
    MessageAttachmentToolDefinition,
    MessageInputContent,
)
