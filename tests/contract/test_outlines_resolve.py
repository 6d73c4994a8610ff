"""The shipped outlines are sound by themselves: no SDK needed."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator

import pytest
from tests.contract import outlines as reader

MODULES = sorted(reader.outlines())
BUILTINS = set(dir(builtins))

FROM_STDLIB = {
    "typing": {
        "Any",
        "AsyncIterable",
        "AsyncIterator",
        "Awaitable",
        "Callable",
        "Dict",
        "Generator",
        "Generic",
        "Iterable",
        "Iterator",
        "List",
        "Literal",
        "Mapping",
        "MutableMapping",
        "Sequence",
        "Set",
        "TypedDict",
        "TypeVar",
    },
    "enum": {"Enum"},
    "datetime": {"datetime"},
}
"""All that a reader of the outlines has to know by heart."""

# What users write, and the class that it must lead to.
CANONICAL = {
    "azure.ai.agents.AgentsClient": "azure.ai.agents.AgentsClient",
    "azure.ai.agents.aio.AgentsClient": "azure.ai.agents.aio.AgentsClient",
    "azure.ai.agents.models.ThreadRun": "azure.ai.agents.models.ThreadRun",
    "azure.ai.agents.models.McpTool": "azure.ai.agents.models.McpTool",
    "azure.ai.agents.operations.ThreadsOperations": "azure.ai.agents.operations.ThreadsOperations",
    "azure.ai.projects.AIProjectClient": "azure.ai.projects.AIProjectClient",
    "azure.ai.projects.models.MessageTextContent": "azure.ai.agents.models.MessageTextContent",
    "azure.ai.projects.models.FunctionTool": "azure.ai.projects.models.FunctionTool",
    "azure.ai.projects.models.PromptAgentDefinition": (
        "azure.ai.projects.models.PromptAgentDefinition"
    ),
    "azure.ai.projects.models.OpenAIPageableListOfThreadMessage": (
        "azure.ai.projects.models.OpenAIPageableListOfThreadMessage"
    ),
    "openai.AssistantEventHandler": "openai.lib.streaming.AssistantEventHandler",
    "openai.AsyncClient": "openai.AsyncOpenAI",
    "openai.Client": "openai.OpenAI",
    "openai.lib.azure.AzureOpenAI": "openai.AzureOpenAI",
    "openai.lib.streaming.AssistantEventHandler": "openai.lib.streaming.AssistantEventHandler",
    "openai.resources.beta.Assistants": "openai.resources.beta.assistants.Assistants",
    "openai.resources.beta.threads.runs.runs.Runs": "openai.resources.beta.threads.runs.Runs",
    "openai.types.beta.Assistant": "openai.types.beta.Assistant",
    "openai.types.beta.VectorStore": "openai.types.VectorStore",
    "openai.types.beta.threads.Run": "openai.types.beta.threads.Run",
    "openai.types.beta.threads.ThreadMessage": "openai.types.beta.threads.Message",
    "openai.types.beta.threads.run.Run": "openai.types.beta.threads.Run",
    "openai.types.beta.threads.run.RequiredAction": "openai.types.beta.threads.run.RequiredAction",
    "openai.types.beta.threads.runs.ToolCall": "openai.types.beta.threads.runs.ToolCall",
    "openai.types.conversations.Conversation": "openai.types.conversations.Conversation",
    "openai.types.responses.Response": "openai.types.responses.Response",
}

# Chains of attributes and calls, from a class, as programs write them.
CHAINS = [
    "azure.ai.agents.AgentsClient.threads.create",
    "azure.ai.agents.AgentsClient.runs.stream",
    "azure.ai.agents.aio.AgentsClient.run_steps.list",
    "azure.ai.projects.AIProjectClient.agents.create_agent",
    "azure.ai.projects.AIProjectClient.agents.create_version",
    "azure.ai.projects.AIProjectClient.agents.list_messages",
    "azure.ai.projects.AIProjectClient.agents.messages.get_last_message_text_by_role",
    "azure.ai.projects.aio.AIProjectClient.agents.create_and_process_run",
    "openai.AsyncAzureOpenAI.beta.assistants.create",
    "openai.AzureOpenAI.beta.threads.runs.submit_tool_outputs_and_poll",
    "openai.OpenAI.beta.assistants.files.create",
    "openai.OpenAI.beta.threads.messages.files.list",
    "openai.OpenAI.beta.vector_stores.file_batches.upload_and_poll",
    "openai.OpenAI.containers.files.content.retrieve",
    "openai.OpenAI.conversations.items.create",
    "openai.OpenAI.responses.create",
    "openai.OpenAI.vector_stores.files.upload_and_poll",
    "openai.OpenAI.with_raw_response.beta.threads.runs.steps.list",
]


def annotations_of(node: ast.AST) -> Iterator[ast.expr]:
    """The annotations of a class, a function or a module statement."""
    for child in ast.walk(node):
        if isinstance(child, (ast.AnnAssign, ast.arg)):
            if child.annotation is not None:
                yield child.annotation
        elif isinstance(child, reader.FUNCTION) and child.returns is not None:
            yield child.returns
        elif isinstance(child, ast.ClassDef):
            yield from child.bases


def names_in(annotation: ast.expr) -> Iterator[ast.Name]:
    """The names in an annotation, without what a ``Literal`` holds."""
    if isinstance(annotation, ast.Name):
        yield annotation
    elif isinstance(annotation, ast.Subscript):
        yield from names_in(annotation.value)
        if not (isinstance(annotation.value, ast.Name) and annotation.value.id == "Literal"):
            yield from names_in(annotation.slice)
    elif isinstance(annotation, ast.Tuple | ast.List):
        for element in annotation.elts:
            yield from names_in(element)
    elif isinstance(annotation, ast.BinOp):
        yield from names_in(annotation.left)
        yield from names_in(annotation.right)
    else:
        assert isinstance(annotation, ast.Constant), ast.unparse(annotation)
        assert annotation.value is None or annotation.value is ..., ast.unparse(annotation)


def test_namespace_folders_have_no_init() -> None:
    assert not [
        folder
        for folder in (reader.SURFACES, reader.SURFACES / "azure", reader.SURFACES / "azure" / "ai")
        if (folder / "__init__.py").exists()
    ]


def test_every_folder_below_is_a_package() -> None:
    packages = {path.parent for path in reader.paths() if path.name == "__init__.py"}
    assert {path.parent for path in reader.paths()} <= packages


@pytest.mark.parametrize("module", MODULES)
def test_a_module_holds_declarations_only(module: str) -> None:
    for node in reader.outlines()[module].tree.body:
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            assert all(alias.name != "*" for alias in node.names)
        elif isinstance(node, reader.FUNCTION):
            assert_bare(node)
        elif isinstance(node, ast.ClassDef):
            assert not node.decorator_list
            for item in node.body:
                if isinstance(item, reader.FUNCTION):
                    assert_bare(item)
                elif isinstance(item, ast.AnnAssign):
                    assert item.value is None
                elif isinstance(item, ast.Assign):
                    assert isinstance(item.value, ast.Constant), "a member of an enum"
                else:
                    assert isinstance(item, ast.Expr), ast.unparse(item)
                    assert ast.unparse(item) == "..."
        else:
            assert isinstance(node, ast.Assign | ast.AnnAssign), ast.unparse(node)


def assert_bare(function: reader.Function) -> None:
    assert [ast.unparse(statement) for statement in function.body] == ["..."], function.name
    assert function.returns is not None, function.name
    assert {ast.unparse(decorator) for decorator in function.decorator_list} <= {
        "classmethod",
        "staticmethod",
    }
    args = function.args
    assert all(
        ast.unparse(default) == "..." for default in (*args.defaults, *args.kw_defaults) if default
    )


@pytest.mark.parametrize("module", MODULES)
def test_every_import_leads_somewhere(module: str) -> None:
    for source, name in reader.outlines()[module].imports.values():
        if reader.is_ours(source):
            assert reader.find(source, name), f"{module}: from {source} import {name}"
        else:
            assert name in FROM_STDLIB.get(source, set()), f"{module}: from {source} import {name}"


@pytest.mark.parametrize("module", MODULES)
def test_every_annotation_resolves(module: str) -> None:
    outline = reader.outlines()[module]
    known = outline.names | BUILTINS
    unknown = {
        name.id
        for node in outline.tree.body
        for annotation in annotations_of(node)
        for name in names_in(annotation)
        if name.id not in known
    }
    assert not unknown
    for name, value in outline.aliases.items():
        if not isinstance(value, ast.Call):
            assert {part.id for part in names_in(value)} <= known, name


@pytest.mark.parametrize("module", MODULES)
def test_no_member_hides_a_type_of_its_class(module: str) -> None:
    """In a class with a method ``list``, ``list[X]`` means that method to a reader of scopes."""
    for name, cls in reader.outlines()[module].classes.items():
        used = {part.id for annotation in annotations_of(cls) for part in names_in(annotation)}
        assert not used & reader.members(cls), name


@pytest.mark.parametrize("module", MODULES)
def test_nothing_is_declared_twice(module: str) -> None:
    outline = reader.outlines()[module]
    defined = [
        *outline.classes,
        *outline.functions,
        *outline.aliases,
        *outline.values,
        *outline.imports,
    ]
    assert len(defined) == len(set(defined))
    for name, cls in outline.classes.items():
        members = [
            item.name if isinstance(item, reader.FUNCTION) else ast.unparse(target)
            for item in cls.body
            if not isinstance(item, ast.Expr)
            for target in (getattr(item, "targets", None) or [getattr(item, "target", None)])
        ]
        assert len(members) == len(set(members)), name


@pytest.mark.parametrize(("written", "meant"), CANONICAL.items())
def test_names_lead_to_one_class(written: str, meant: str) -> None:
    module, _, name = written.rpartition(".")
    assert reader.find(module, name) == tuple(meant.rpartition(".")[::2])


@pytest.mark.parametrize("chain", CHAINS)
def test_chains_resolve(chain: str) -> None:
    parts = chain.split(".")
    first = next(i for i, part in enumerate(parts) if part[0].isupper())
    place = reader.find(".".join(parts[:first]), parts[first])
    for attribute in parts[first + 1 : -1]:
        assert place, chain
        place = step(*place, attribute)
    assert place, chain
    owner = reader.outlines()[place[0]].classes[place[1]]
    assert any(parts[-1] in reader.methods(cls) for _, cls in reader.mro(place[0], owner))


def step(module: str, name: str, attribute: str) -> tuple[str, str] | None:
    for place, cls in reader.mro(module, reader.outlines()[module].classes[name]):
        annotation = reader.attributes(cls).get(attribute)
        if isinstance(annotation, ast.Name):
            return reader.find(place, annotation.id)
    return None
