from openai.types.responses import ResponseCompactionItem
