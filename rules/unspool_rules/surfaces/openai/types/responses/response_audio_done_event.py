from openai.types.responses import ResponseAudioDoneEvent
