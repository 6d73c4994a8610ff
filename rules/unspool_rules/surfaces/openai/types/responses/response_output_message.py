from openai.types.responses import ResponseOutputMessage, ResponseOutputRefusal, ResponseOutputText

Content = ResponseOutputText | ResponseOutputRefusal
