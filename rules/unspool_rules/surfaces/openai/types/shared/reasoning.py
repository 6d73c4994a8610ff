from openai.types.shared import Reasoning
