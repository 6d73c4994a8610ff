from openai.types.responses import ResponseInputFile, ResponseInputImage, ResponseInputText, ResponsePrompt

Variables = str | ResponseInputText | ResponseInputImage | ResponseInputFile
