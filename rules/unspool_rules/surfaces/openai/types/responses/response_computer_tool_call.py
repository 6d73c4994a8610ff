from typing import Literal

from openai._models import BaseModel
from openai.types.responses import ResponseComputerToolCall


class PendingSafetyCheck(BaseModel):
    id: str
    code: str | None
    message: str | None


class ActionClick(BaseModel):
    button: Literal["left", "right", "wheel", "back", "forward"]
    type: Literal["click"]
    x: int
    y: int
    keys: list[str] | None


class ActionDoubleClick(BaseModel):
    keys: list[str] | None
    type: Literal["double_click"]
    x: int
    y: int


class ActionDragPath(BaseModel):
    x: int
    y: int


class ActionDrag(BaseModel):
    path: list[ActionDragPath]
    type: Literal["drag"]
    keys: list[str] | None


class ActionKeypress(BaseModel):
    keys: list[str]
    type: Literal["keypress"]


class ActionMove(BaseModel):
    type: Literal["move"]
    x: int
    y: int
    keys: list[str] | None


class ActionScreenshot(BaseModel):
    type: Literal["screenshot"]


class ActionScroll(BaseModel):
    scroll_x: int
    scroll_y: int
    type: Literal["scroll"]
    x: int
    y: int
    keys: list[str] | None


class ActionType(BaseModel):
    text: str
    type: Literal["type"]


class ActionWait(BaseModel):
    type: Literal["wait"]


Action = (
    ActionClick
    | ActionDoubleClick
    | ActionDrag
    | ActionKeypress
    | ActionMove
    | ActionScreenshot
    | ActionScroll
    | ActionType
    | ActionWait
)
