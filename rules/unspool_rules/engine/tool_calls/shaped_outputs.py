"""Outputs of tool calls whose making is not in view: they get their new shape when handed in."""

from __future__ import annotations

import ast

from unspool_rules.engine.plan import Writer
from unspool_rules.engine.sites import Site
from unspool_rules.engine.tool_calls.output_shapes import OTHERWISE, OUTPUT, VAGUE, Shape
from unspool_rules.engine.tool_calls.outputs import Outputs
from unspool_rules.engine.tool_calls.strange_calls import refuse_strangers_elsewhere
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Code, Item, mapping


def inputs(work: Work, site: Site, outputs: ast.expr, shape: Shape) -> Writer:
    """What a response takes for the outputs, which are followed to where they are made."""
    before = work.plan.snapshot()
    Outputs(work, shape).take(outputs)
    new = {message for _, message in work.plan.blockers.keys() - before["blockers"].keys()}
    dicts = site.sort in ("openai", "azure-openai") and shape is OUTPUT
    if not new or not new <= {VAGUE, OTHERWISE} or not dicts:
        return lambda r: r.code(outputs)
    work.plan.restore(before)
    refuse_strangers_elsewhere(work)
    work.note("outputs that are made out of view get their new shape where they are handed in")

    def write(r: Rendering) -> Code:
        name = r.inner("output", outputs)
        item = mapping(
            [
                ("type", '"function_call_output"'),
                ("call_id", f'{name}["tool_call_id"]'),
                ("output", f'{name}["output"]'),
            ]
        )
        clauses = (Item(item), Item(r.code(outputs), f"for {name} in "))
        return Brackets("", clauses, "[", "]", commas=False)

    return write
