"""The conversation that a response belongs to, read of the response itself.

Source: openai 3.54.0 ``openai/types/responses/response.py``: ``Response.conversation`` is set where
the response was made with ``conversation=``, as each one that takes a run's place is.
"""

from __future__ import annotations

import ast

from unspool_rules.engine.abroad.given import GIVEN
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls.made_with import MAKES
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Code, Item

GOES_ON = frozenset({"run.get", "run.poll", "run.submit", "run.submit_poll", "run.submit_stream"})
"""Operations that go on with a run that is made elsewhere."""
_CLASS = "openai.types.responses.response", "Conversation", "ResponseConversation"
"""Module, name, and what it is called beside the conversations that threads become."""


def conversation_of(work: Work, node: ast.Attribute, base: ast.expr, makers: list[Site]) -> bool:
    """``run.thread_id`` where the thread that the run was made in is not at hand.

    Args:
        makers: what made the run in view; none where it comes from out of view.
    """
    known = makers or [*work.plan.sites]
    planned = (*work.plan.sites, *work.plan.givens)
    if any(work.foundry(site) or site not in planned for site in known):
        return False
    if any(m.operation not in (*MAKES, *GOES_ON, GIVEN) for m in makers):
        return False

    def write(r: Rendering) -> Code:
        known = Item(f"{r.operand(base)}.conversation")
        cast = r.imports.need("typing", "cast")
        r.imports.take(*_CLASS)
        return Brackets(cast, (Item(_CLASS[-1]), known), tail=".id")

    work.propose(node, write)
    return True
