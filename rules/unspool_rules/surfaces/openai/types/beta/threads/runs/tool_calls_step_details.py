from openai.types.beta.threads.runs import (
    CodeInterpreterToolCall,
    FunctionToolCall,
    RetrievalToolCall,
    ToolCallsStepDetails,
)

ToolCall = CodeInterpreterToolCall | RetrievalToolCall | FunctionToolCall
