from openai.types.beta import SessionTurnError
