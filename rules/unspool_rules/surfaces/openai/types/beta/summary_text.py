from openai.types.beta import SummaryText
