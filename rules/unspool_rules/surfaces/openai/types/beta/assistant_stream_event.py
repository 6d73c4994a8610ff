from typing import Literal

from openai._models import BaseModel
from openai.types.beta import AssistantStreamEvent, Thread
from openai.types.beta.threads import Message, MessageDeltaEvent, Run
from openai.types.beta.threads.runs import RunStep, RunStepDeltaEvent
from openai.types.shared import ErrorObject


class ThreadCreated(BaseModel):
    data: Thread
    event: Literal["thread.created"]
    enabled: bool | None


class ThreadRunCreated(BaseModel):
    data: Run
    event: Literal["thread.run.created"]


class ThreadRunQueued(BaseModel):
    data: Run
    event: Literal["thread.run.queued"]


class ThreadRunInProgress(BaseModel):
    data: Run
    event: Literal["thread.run.in_progress"]


class ThreadRunRequiresAction(BaseModel):
    data: Run
    event: Literal["thread.run.requires_action"]


class ThreadRunCompleted(BaseModel):
    data: Run
    event: Literal["thread.run.completed"]


class ThreadRunIncomplete(BaseModel):
    data: Run
    event: Literal["thread.run.incomplete"]


class ThreadRunFailed(BaseModel):
    data: Run
    event: Literal["thread.run.failed"]


class ThreadRunCancelling(BaseModel):
    data: Run
    event: Literal["thread.run.cancelling"]


class ThreadRunCancelled(BaseModel):
    data: Run
    event: Literal["thread.run.cancelled"]


class ThreadRunExpired(BaseModel):
    data: Run
    event: Literal["thread.run.expired"]


class ThreadRunStepCreated(BaseModel):
    data: RunStep
    event: Literal["thread.run.step.created"]


class ThreadRunStepInProgress(BaseModel):
    data: RunStep
    event: Literal["thread.run.step.in_progress"]


class ThreadRunStepDelta(BaseModel):
    data: RunStepDeltaEvent
    event: Literal["thread.run.step.delta"]


class ThreadRunStepCompleted(BaseModel):
    data: RunStep
    event: Literal["thread.run.step.completed"]


class ThreadRunStepFailed(BaseModel):
    data: RunStep
    event: Literal["thread.run.step.failed"]


class ThreadRunStepCancelled(BaseModel):
    data: RunStep
    event: Literal["thread.run.step.cancelled"]


class ThreadRunStepExpired(BaseModel):
    data: RunStep
    event: Literal["thread.run.step.expired"]


class ThreadMessageCreated(BaseModel):
    data: Message
    event: Literal["thread.message.created"]


class ThreadMessageInProgress(BaseModel):
    data: Message
    event: Literal["thread.message.in_progress"]


class ThreadMessageDelta(BaseModel):
    data: MessageDeltaEvent
    event: Literal["thread.message.delta"]


class ThreadMessageCompleted(BaseModel):
    data: Message
    event: Literal["thread.message.completed"]


class ThreadMessageIncomplete(BaseModel):
    data: Message
    event: Literal["thread.message.incomplete"]


class ErrorEvent(BaseModel):
    data: ErrorObject
    event: Literal["error"]
