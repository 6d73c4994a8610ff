from openai.types.responses import ResponseInputContent
