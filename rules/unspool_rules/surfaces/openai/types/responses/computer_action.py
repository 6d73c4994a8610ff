from typing import Literal

from openai._models import BaseModel
from openai.types.responses import ComputerAction


class Click(BaseModel):
    button: Literal["left", "right", "wheel", "back", "forward"]
    type: Literal["click"]
    x: int
    y: int
    keys: list[str] | None


class DoubleClick(BaseModel):
    keys: list[str] | None
    type: Literal["double_click"]
    x: int
    y: int


class DragPath(BaseModel):
    x: int
    y: int


class Drag(BaseModel):
    path: list[DragPath]
    type: Literal["drag"]
    keys: list[str] | None


class Keypress(BaseModel):
    keys: list[str]
    type: Literal["keypress"]


class Move(BaseModel):
    type: Literal["move"]
    x: int
    y: int
    keys: list[str] | None


class Screenshot(BaseModel):
    type: Literal["screenshot"]


class Scroll(BaseModel):
    scroll_x: int
    scroll_y: int
    type: Literal["scroll"]
    x: int
    y: int
    keys: list[str] | None


class Type(BaseModel):
    text: str
    type: Literal["type"]


class Wait(BaseModel):
    type: Literal["wait"]
