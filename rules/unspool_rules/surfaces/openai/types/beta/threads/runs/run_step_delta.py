from openai.types.beta.threads.runs import RunStepDelta, RunStepDeltaMessageDelta, ToolCallDeltaObject

StepDetails = RunStepDeltaMessageDelta | ToolCallDeltaObject
