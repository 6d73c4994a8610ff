"""Why tools cannot be given their new shape where they stand: what they are is not in view."""

from __future__ import annotations

LIST = "the list of tools is not given in place"
LIST_SHARED = "the list of tools is used for something else, too"
BEFORE = (
    "callers give the tools without their files and vector stores: let them name these in the tools"
)
EARLY = (
    "this list of tools is made before its files and vector stores are known, and is used for "
    "something else, too: make it where the assistant is made"
)
TOOL = "a tool in a form that is not known here"
FUNCTION = "the function of this tool is not given in place"
FUNCTION_SHARED = "the function's schema is used for something else, too"
FUNCTION_KEPT = "the function's schema is kept in a variable of the old shape"

UNSEEN = frozenset(
    {LIST, LIST_SHARED, BEFORE, EARLY, TOOL, FUNCTION, FUNCTION_SHARED, FUNCTION_KEPT}
)
