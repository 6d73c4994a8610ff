"""Additional instructions of a run at OpenAI: they go behind those of its definition.

A run was told both, and its thread kept neither. A response takes instructions of its own, which
no conversation keeps.
Source: openai 3.54.0 ``resources/beta/threads/runs/runs.py`` (``additional_instructions``) and
``types/responses/response_create_params.py`` (``instructions``).
"""

from __future__ import annotations

import ast

from unspool_rules.engine.definitions.known_fields import is_defined, lacks
from unspool_rules.engine.definitions.references import Text
from unspool_rules.engine.flow.absent import may_be_none
from unspool_rules.engine.imports.below import function
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Code, Item, listing

_NAME = "with_instructions"
_MEANING = "A definition whose instructions go on with those of a run."
_FUNCTION = '''def {name}(own: dict[str, {any}], added: str | None) -> dict[str, {any}]:
    """{meaning}"""
    texts = [own.get("instructions"), added]
    return {{**own, "instructions": "\\n".join(text for text in texts if text) or None}}
'''


def written(
    work: Work, r: Rendering, agent: ast.expr, caller: Text, own: ast.expr | None, added: ast.expr
) -> Code:
    """The instructions of a response: two texts as one, line by line.

    Args:
        caller: the definition that is called.
        own: what takes the place of the definition's instructions.
        added: what goes behind them.
    """
    sure = not may_be_none(work, added)
    if own is not None:
        first = r.code(own)
    elif lacks(work, agent, "instructions"):
        return r.code(added)
    elif is_defined(work, agent, "instructions"):
        first = f'{caller(r)}.keywords["instructions"]'
    else:
        first, sure = f'{caller(r)}.keywords.get("instructions")', False
    both = listing([first, r.code(added)])
    texts = both if sure else Brackets("filter", (Item("None"), Item(both)))
    return Brackets('"\\n".join', (Item(texts),))


def unpacked(r: Rendering, definition: str, added: ast.expr) -> str:
    """A definition that is unpacked into a call, with those of a run: ``with_instructions(…)``."""
    return f"{function(r, _NAME, _MEANING, _FUNCTION)}({definition}, {r.text(added)})"


__all__ = ["unpacked", "written"]
