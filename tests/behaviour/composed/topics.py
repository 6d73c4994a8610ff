"""What the programs are about: names, questions and functions that people would write."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Function:
    """A tool of one parameter, and the expression it returns."""

    name: str
    about: str
    parameter: str
    result: str
    structured: bool = False
    """Whether it returns something else than text."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One subject of a conversation."""

    name: str
    instructions: str
    questions: tuple[str, ...]
    functions: tuple[Function, ...]
    cls: str
    noun: str
    """Variable of the assistant."""
    file: str


TOPICS = (
    Topic(
        "Math Tutor",
        "You are a personal math tutor. Answer questions briefly.",
        ("Solve 3x + 11 = 14 for me.", "Now explain the second step.", "What about x squared?"),
        (
            Function("solve", "Solves an equation.", "equation", 'f"x = 1 for {equation}"'),
            Function("check", "Checks a result.", "claim", '{"claim": claim, "right": True}', True),
        ),
        "MathTutor",
        "tutor",
        "formulas.txt",
    ),
    Topic(
        "Weather Bot",
        "You are a weather bot. Use the provided functions to answer questions.",
        ("How warm is it in Oslo?", "And will it rain tomorrow?", "Thanks, and in Bergen?"),
        (
            Function("get_temperature", "Current temperature.", "city", 'f"18 degrees in {city}"'),
            Function("get_rain", "Chance of rain.", "city", '{"city": city, "rain": 0.06}', True),
        ),
        "WeatherBot",
        "assistant",
        "stations.md",
    ),
    Topic(
        "Support Desk",
        "You help customers of a bicycle shop. Be friendly and short.",
        ("Where is my order?", "Can I still change the address?", "Who do I call?"),
        (
            Function("find_order", "Looks an order up.", "number", 'f"{number} has left us"'),
            Function("opening_hours", "When we are open.", "day", '[day, "9 to 17"]', True),
        ),
        "SupportDesk",
        "helper",
        "faq.txt",
    ),
)
