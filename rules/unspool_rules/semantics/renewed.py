"""Names that get a new value which is made from their old one: ``run = get(run.id)``."""

from __future__ import annotations

from unspool_rules.semantics.types import Inst, Type, Types


def still_held(given: Types, before: Types) -> Types:
    """What of a name's old values its new one may go on with.

    A run that is asked for by the id of one is that run; the texts of messages are no messages.

    Args:
        given: What the new value is known to be; where nothing is, it may be all that was before.
        before: What the name held.
    """
    shapes = {_shape(value) for value in given}
    return frozenset(v for v in before if not shapes or _shape(v) in shapes)


def _shape(value: Type) -> object:
    """What a value is, wherever it comes from."""
    if not isinstance(value, Inst):
        return value
    return value.cls, tuple(frozenset(map(_shape, arg)) for arg in value.args)


__all__ = ["still_held"]
