from azure.ai.agents.models import (
    AgentsNamedToolChoice,
    AgentsResponseFormat,
    AgentsResponseFormatMode,
    AgentsToolChoiceOptionMode,
    CodeInterpreterToolDefinition,
    FileSearchToolDefinition,
    MCPApprovalPerTool,
    MessageInputContentBlock,
    ResponseFormatJsonSchemaType,
)

MessageInputContent = str | list[MessageInputContentBlock]
MessageAttachmentToolDefinition = CodeInterpreterToolDefinition | FileSearchToolDefinition
AgentsToolChoiceOption = str | AgentsToolChoiceOptionMode | AgentsNamedToolChoice
AgentsResponseFormatOption = str | AgentsResponseFormatMode | AgentsResponseFormat | ResponseFormatJsonSchemaType
MCPRequiredApproval = str | MCPApprovalPerTool
