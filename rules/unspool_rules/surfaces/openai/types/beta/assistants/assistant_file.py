from openai.types.beta.assistants import AssistantFile
