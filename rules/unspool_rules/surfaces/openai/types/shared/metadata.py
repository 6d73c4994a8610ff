from openai.types.shared import Metadata
