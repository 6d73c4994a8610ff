from openai.types.responses import ResponseToolSearchCall
