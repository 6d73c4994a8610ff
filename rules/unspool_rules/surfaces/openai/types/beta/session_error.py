from openai.types.beta import SessionError
