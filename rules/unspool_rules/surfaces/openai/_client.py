from openai import AsyncOpenAI, OpenAI
