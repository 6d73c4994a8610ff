from openai.types.conversations import SummaryTextContent
