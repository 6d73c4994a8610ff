from openai.resources.beta.threads.messages import AsyncMessages, Messages
