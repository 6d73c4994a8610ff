from openai.resources.beta.assistants import Assistants, AsyncAssistants
