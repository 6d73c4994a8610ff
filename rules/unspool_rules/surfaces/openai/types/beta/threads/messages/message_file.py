from openai.types.beta.threads.messages import MessageFile
