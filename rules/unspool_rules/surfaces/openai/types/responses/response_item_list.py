from openai.types.responses import ResponseItemList
