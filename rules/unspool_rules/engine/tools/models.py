"""Tools in their new shapes: typed models for Foundry, dictionaries for OpenAI and on request."""

from __future__ import annotations

import ast

from unspool_rules.engine.abroad.exports import is_taken
from unspool_rules.engine.flow.constructed import class_name
from unspool_rules.engine.functions.objects import tools
from unspool_rules.engine.messages.content import fields_of
from unspool_rules.engine.plan import Writer
from unspool_rules.engine.sites import Site
from unspool_rules.engine.toolmodels import unseen
from unspool_rules.engine.toolmodels.added import REASONS, of_member
from unspool_rules.engine.toolmodels.builtin import (
    DEFINITIONS,
    code_interpreter,
    file_search,
    function_tool,
    search_in,
)
from unspool_rules.engine.toolmodels.carried import each, joined
from unspool_rules.engine.toolmodels.declared import declare
from unspool_rules.engine.toolmodels.definitions import of_definition
from unspool_rules.engine.toolmodels.grown import is_put_together, put_in, values_of
from unspool_rules.engine.toolmodels.listed import kind_of, of_listed
from unspool_rules.engine.toolmodels.lists import (
    elements,
    extensions,
    grows_later,
    needs_resources,
    only_tools,
)
from unspool_rules.engine.tools.left_empty import stays_empty
from unspool_rules.engine.tools.objects import of_object
from unspool_rules.engine.tools.put_together import fields_with, put_together
from unspool_rules.engine.work import Work, is_empty
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.semantics.functions import arguments_for
from unspool_rules.syntax.guards import unless_empty
from unspool_rules.syntax.layout import Brackets, Code, Item, listing, mapping, with_prefix


class Resources:
    """What ``tool_resources=`` says, to be folded into the tools."""

    def __init__(self) -> None:
        self.files: ast.expr | None = None
        self.stores: ast.expr | None = None
        self.site: Site | None = None
        """The creation of an assistant of v1 before which a vector store is made for its files."""
        self.holder: ast.expr | None = None
        """The tool object whose ``resources`` were given: its constructor knows them."""
        self.attached: list[ast.expr] = []
        """Ids of files that messages brought for the code interpreter."""
        self.nothing_to_search = False
        """Whether file search has no vector store, so that there is no tool any more."""
        self.bare = False
        """Whether file search is given what it searches when the program runs."""

    @property
    def change_tools(self) -> bool:
        """Whether a list of tools depends on them."""
        given = any(part is not None for part in (self.files, self.stores, self.site))
        return given or bool(self.attached) or self.nothing_to_search


def resources_of(work: Work, node: ast.expr | None) -> Resources | None:
    """Read ``tool_resources``; None when it blocks."""
    found = Resources()
    if node is None or is_empty(node) or stays_empty(work, node, resources=True):
        return found
    if isinstance(node, ast.Attribute) and node.attr == "resources":
        found.holder = node.value
        return found
    value = unless_empty(node)
    if value is not None:
        return resources_of(work, value)
    if put_together(work, node):
        return found
    fields = fields_with(work, node)
    if fields is None:
        work.block(node, "tool resources that are not given in place")
        return None
    for name, value in fields.items():
        inner = fields_of(work.literal_of(value))
        if name == "code_interpreter" and inner is not None and set(inner) <= {"file_ids"}:
            found.files = inner.get("file_ids")
        elif name == "file_search" and inner is not None and set(inner) <= {"vector_store_ids"}:
            found.stores = inner.get("vector_store_ids")
        elif not is_empty(value):
            work.block(value, f"the `{name}` resources have no place that is certain")
            return None
    return found


def tools_of(
    work: Work, node: ast.expr | None, resources: Resources, *, typed: bool, foundry: bool = True
) -> Writer | None:
    """The list of tools of a definition; None when it blocks.

    Args:
        node: the legacy ``tools=`` value.
        resources: what ``tool_resources=`` says.
        typed: whether to write the SDK's models.
    """
    if node is None:
        return lambda _: "[]"
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left = tools_of(work, node.left, resources, typed=typed, foundry=foundry)
        right = tools_of(work, node.right, resources, typed=typed, foundry=foundry)
        if left is None or right is None:
            return None
        return lambda r: joined(left(r), right(r))
    if isinstance(node, ast.Attribute) and node.attr == "definitions":
        return of_object(work, node, typed)
    value = unless_empty(node)
    if value is not None:
        return _unless_empty(work, node, value, resources, typed=typed, foundry=foundry)
    literal = work.literal_of(node)
    if is_put_together(work, node) and only_tools(work, node):
        return _put_together(work, node, resources, typed=typed, foundry=foundry)
    if isinstance(literal, ast.ListComp) and foundry and not resources.change_tools:
        if literal is node:
            element = tool_of(work, literal.elt, resources, typed=typed, foundry=foundry)
            if element is None:
                return None
            work.replace(literal.elt, element)
            return lambda r: r.code(node)
    if not isinstance(literal, (ast.List, ast.Tuple)):
        if stays_empty(work, node):
            return lambda r: r.code(node)
        return _from_callers(work, node, resources, typed=typed, foundry=foundry)
    if literal is not node and not only_tools(work, node):
        work.block(node, unseen.LIST_SHARED)
        return None
    return _in_place(work, node, literal, resources, typed=typed, foundry=foundry)


def _unless_empty(
    work: Work,
    node: ast.expr,
    value: ast.expr,
    resources: Resources,
    *,
    typed: bool,
    foundry: bool,
) -> Writer | None:
    """``tools if tools else None``: the list in its new shape, under the same condition."""
    writer = tools_of(work, value, resources, typed=typed, foundry=foundry)
    if writer is None:
        return None
    if not isinstance(value, ast.Name):
        work.replace(value, writer)
    return lambda r: r.code(node)


def _put_together(
    work: Work, node: ast.expr, resources: Resources, *, typed: bool, foundry: bool
) -> Writer | None:
    """A list that several statements put together: each puts in the new shape of its tools."""
    if resources.change_tools and not _stays_right(work, node, resources):
        work.block(node, unseen.LIST_SHARED)
        return None
    for value in (*values_of(work, node), *extensions(work, node)):
        if is_empty(value):
            continue
        writer = tools_of(work, value, resources, typed=typed, foundry=foundry)
        if writer is None:
            return None
        if value in extensions(work, node):
            put_in(work, value, writer)
        elif not isinstance(value, ast.ListComp):
            work.replace(value, writer)
    for tool in elements(work, node, ast.List([])):
        one = tool_of(work, tool, resources, typed=typed, foundry=foundry)
        if one is None:
            return None
        if work.literal_of(tool) is tool or not _is_rewritten(work, tool):
            work.replace(tool, one)
    declare(work, node, listed=True, typed=typed)
    more = [*elements(work, node, ast.List([])), *extensions(work, node)]
    if not foundry and grows_later(work, node, more):
        return lambda r: listing([f"*{r.operand(node)}"])
    return lambda r: r.code(node)


def _in_place(
    work: Work,
    node: ast.expr,
    literal: ast.List | ast.Tuple,
    resources: Resources,
    *,
    typed: bool,
    foundry: bool,
) -> Writer | None:
    """A list of tools that is written down, here or where the name gets it."""
    writers = []
    given = elements(work, node, literal)
    for element in given:
        writer = tool_of(work, element, resources, typed=typed, foundry=foundry)
        if writer is None:
            return None
        writers.append(writer)
    if literal is not node and resources.change_tools and not _stays_right(work, node, resources):
        if needs_resources(work, given):
            if len(given) > len(literal.elts):
                work.block(node, unseen.LIST_SHARED)
                return None
            return _moved(work, node, writers)
    if literal is node:
        return lambda r: listing(t for w in writers for t in each(w(r)))
    for element, writer in zip(given, writers, strict=True):
        if isinstance(element, ast.Starred):
            work.replace(element, _together(writer))
        elif work.literal_of(element) is element or not _is_rewritten(work, element):
            work.replace(element, writer)
    if (typed or not foundry) and isinstance(literal, ast.List) and given:
        declare(work, node, listed=True, typed=typed)
    if not foundry and grows_later(work, node, given[len(literal.elts) :]):
        return lambda r: listing([f"*{r.operand(node)}"])
    return lambda r: r.code(node)


def _together(writer: Writer) -> Writer:
    """What an unpacked list of tools stood for, as one element of another list."""

    def write(r: Rendering) -> Code:
        tools = each(writer(r))
        return tools[0] if len(tools) == 1 else with_prefix(Item(listing(tools), "*"))

    return write


def _stays_right(work: Work, node: ast.expr, resources: Resources) -> bool:
    """Whether files and stores can be named where a name gets the list of tools."""
    if resources.site is not None or resources.nothing_to_search:
        return False
    given = (resources.files, resources.stores, *resources.attached)
    return all(
        not any(isinstance(inner, (ast.Name, ast.Call)) for inner in ast.walk(value))
        for value in given
        if value is not None
    )


def _moved(work: Work, node: ast.expr, writers: list[Writer]) -> Writer | None:
    """A list that a name holds only for one agent, written where the agent is made."""
    variable = work.variable_of(node)
    bindings = list(work.facts.scopes.bindings(variable)) if variable is not None else []
    made = work.tree.statement(bindings[0].node) if len(bindings) == 1 else None
    if not isinstance(made, ast.Assign) or not work.read_once(node) or len(made.targets) != 1:
        work.block(node, unseen.EARLY)
        return None
    work.remove(made)
    return lambda r: listing(t for w in writers for t in each(w(r)))


def _is_rewritten(work: Work, node: ast.expr) -> bool:
    """Whether a tool that is kept in a name is rewritten there, so that the name stays."""
    return work.literal_of(node) in work.plan.replacements


def _from_callers(
    work: Work, node: ast.expr, resources: Resources, *, typed: bool, foundry: bool
) -> Writer | None:
    """Tools that a parameter holds: what the file's own callers pass, all of it in place."""
    variable = work.variable_of(node)
    parameter = next(iter(work.facts.scopes.bindings(variable)), None) if variable else None
    function = work.tree.function(node)
    arguments: list[ast.expr] = []
    if (
        parameter is not None
        and isinstance(parameter.node, ast.arg)
        and function is not None
        and only_tools(work, node)
    ):
        arguments = arguments_for(work.infer, function, parameter.node)
    lists = [(a, work.literal_of(a)) for a in arguments]
    if not lists or not all(
        isinstance(value, ast.List) and (value is a or _only_given(work, a, arguments))
        for a, value in lists
    ):
        work.block(node, unseen.LIST)
        return None
    if resources.change_tools:
        work.block(node, unseen.BEFORE)
        return None
    for argument, value in lists:
        if argument in work.plan.replacements or not isinstance(value, ast.List):
            continue
        writer = _in_place(work, argument, value, resources, typed=typed, foundry=foundry)
        if writer is None:
            return None
        if value is argument:  # a name stays, and what it holds changes
            work.replace(argument, writer)
    work.note("callers outside this file must pass tools in their new shapes")
    return lambda r: r.code(node)


def _only_given(work: Work, node: ast.expr, arguments: list[ast.expr]) -> bool:
    """Whether a name that holds a list of tools is only read as one of some arguments."""
    variable = work.variable_of(node)
    if variable is None or is_taken(work.facts, variable):
        return False
    uses = work.facts.scopes.uses(variable)
    return all(use in arguments for use in uses if isinstance(use.ctx, ast.Load))


def of_set(work: Work, node: ast.expr, typed: bool) -> Writer | None:
    """The tools of a ``ToolSet``."""
    return tools(work).set_definitions(node, typed, lambda member: of_member(work, member, typed))


def tool_of(
    work: Work, node: ast.expr, resources: Resources, *, typed: bool, foundry: bool = True
) -> Writer | None:
    """One tool: a dictionary, or a legacy model."""
    if isinstance(node, ast.Starred) and isinstance(node.value, ast.Attribute):
        inner = of_object(work, node.value, typed)
        if inner is None:
            return None

        def write(r: Rendering) -> Code:
            code = inner(r)
            assert isinstance(code, Brackets)
            return code.items[0].value if len(code.items) == 1 else code

        return write
    if isinstance(node, ast.Starred):
        listed = tools_of(work, node.value, resources, typed=typed, foundry=foundry)
        return None if listed is None else lambda r: joined(listed(r), listing([]))
    name = class_name(work, node)
    kind = DEFINITIONS.get(name or "") or kind_of(work, node)
    literal = work.literal_of(node)
    fields = fields_of(literal)
    if kind is None and isinstance(literal, ast.Dict) and fields is not None:
        kind = work.string_value(fields.get("type"))
    if kind is None or fields is None:
        made = of_listed(work, node, typed) if not resources.change_tools else None
        if made is None:
            work.block(node, unseen.TOOL)
        return made
    if kind == "code_interpreter":
        return code_interpreter(resources.files, typed, resources.attached)
    if kind in ("file_search", "retrieval"):
        if resources.site is not None:
            site = resources.site
            return search_in(lambda r: listing([f"{r.made('vector_store', site)}.id"]), typed)
        if resources.nothing_to_search:
            return lambda _: listing([])
        if resources.bare and set(fields) == {"type"}:
            return lambda _: mapping([("type", '"file_search"')])
        if resources.stores is None:
            work.block(
                node,
                "file search needs the ids of vector stores in the tool itself; which ones is "
                "not known here",
            )
            return None
        return file_search(resources.stores, typed)
    if kind == "function":
        writer = function_tool(work, literal, fields, typed)
        if writer is not None and literal is not node:
            if work.read_once(node):
                work.replace(literal, writer)
                if not foundry:
                    declare(work, node, listed=False)
                return lambda r: r.code(node)
            work.block(node, unseen.FUNCTION_SHARED)
            return None
        return writer
    if kind in REASONS:
        work.block(node, f"a tool of type `{kind}` has to be rebuilt by hand: {REASONS[kind]}")
        return None
    if kind == "azure_ai_search":
        work.block(
            node, "the index of Azure AI Search is in the tool itself; which one is not known here"
        )
        return None
    return of_definition(work, literal, kind, fields, typed=typed, foundry=foundry)
