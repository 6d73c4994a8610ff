from openai.types.beta.threads import RefusalDeltaBlock
