from openai.resources.beta.threads import AsyncThreads, Threads
