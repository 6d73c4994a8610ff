from azure.ai.agents.models import MessageAttachment, MessageDeltaChunk, ThreadMessage
