"""A plain scanner for what is left of the legacy APIs in a text.

It is written from the legacy packages' public names and shares nothing with the engine, so that
the engine cannot judge itself. It knows no types: a chain counts by its shape, and the weaker
shapes (``x.agents.get_agent``, ``x.runs.create``) only count in a file that shows by an import or
a class name which package it talks to.
"""

from __future__ import annotations

import ast
import enum
import re
import tokenize
from collections import Counter
from dataclasses import dataclass
from io import StringIO
from itertools import pairwise


class Kind(enum.Enum):
    """What a reference is."""

    CALL = "call"
    """A method of a legacy client, called."""
    CHAIN = "chain"
    """A legacy client's resource or method, named without a call."""
    IMPORT = "import"
    NAME = "name"
    """Use of a class that only the legacy package has."""
    STRING = "string"
    """A dotted path in a string, as mocks and instrumentation write them; advisory."""


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """One legacy reference; positions are 1-based lines and 0-based columns, as ``ast`` counts."""

    line: int
    column: int
    end_line: int
    kind: Kind
    text: str

    def __str__(self) -> str:
        return f"{self.line}: {self.kind.value} {self.text}"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_OPENAI_RESOURCES = frozenset({"threads", "assistants", "vector_stores"})

_AZURE_METHODS = _words(
    """
    cancel_run cancel_vector_store_file_batch create_agent create_and_process_run
    create_message create_run create_stream create_thread create_thread_and_process_run
    create_thread_and_run create_vector_store create_vector_store_and_poll
    create_vector_store_file create_vector_store_file_and_poll
    create_vector_store_file_batch create_vector_store_file_batch_and_poll delete_agent
    delete_file delete_thread delete_vector_store delete_vector_store_file
    enable_auto_function_calls get_agent get_file get_file_content get_message get_run
    get_run_step get_thread get_vector_store get_vector_store_file
    get_vector_store_file_batch list_agents list_files list_messages list_run_steps
    list_runs list_threads list_vector_store_file_batch_files list_vector_store_files
    list_vector_stores modify_vector_store save_file submit_tool_outputs_to_run
    submit_tool_outputs_to_stream update_agent update_message update_run update_thread
    upload_file upload_file_and_poll
    """
)
_AZURE_GROUPS: dict[str, frozenset[str]] = {
    "threads": _words("create get list update delete"),
    "messages": _words(
        "create get list update delete get_last_message_by_role get_last_message_text_by_role"
    ),
    "runs": _words(
        """
    create create_and_process get list update cancel stream submit_tool_outputs
    submit_tool_outputs_stream
    """
    ),
    "run_steps": _words("get list"),
    "files": _words("upload upload_and_poll get get_content save list delete"),
    "vector_stores": _words("create create_and_poll get list modify delete"),
    "vector_store_files": _words("create create_and_poll get list delete"),
    "vector_store_file_batches": _words("create create_and_poll get list_files cancel"),
}
_LEGACY_MODULES = (
    "azure.ai.agents.",
    "openai.resources.beta.threads",
    "openai.resources.beta.assistants",
)
_OPENAI_HANDLERS = frozenset({"AssistantEventHandler", "AsyncAssistantEventHandler"})
_AZURE_CLASSES = frozenset(
    {"AgentsClient", "AgentEventHandler", "AsyncAgentEventHandler", "ToolSet", "AsyncToolSet"}
)

# Names that azure.ai.projects.models had in a 1.0.0 beta and no 2.x release has.
_PROJECTS_MODELS = _words(
    """
    Agent AgentEventHandler AgentRunStream AgentStreamEvent AgentThread
    AgentThreadCreationOptions AgentsApiResponseFormat AgentsApiResponseFormatMode
    AgentsApiToolChoiceOptionMode AgentsNamedToolChoice AgentsNamedToolChoiceType
    AsyncAgentEventHandler AsyncAgentRunStream AsyncFunctionTool AsyncToolSet
    AzureAISearchToolDefinition AzureFunctionToolDefinition BaseAgentEventHandler
    BaseAsyncAgentEventHandler BaseFunctionTool BaseToolSet BingCustomSearchToolDefinition
    BingGroundingToolDefinition CodeInterpreterToolDefinition CodeInterpreterToolResource
    ConnectedAgentDetails ConnectedAgentTool ConnectedAgentToolDefinition ConnectionTool
    FabricTool FilePurpose FileSearchRankingOptions FileSearchToolDefinition
    FileSearchToolResource FileState FunctionDefinition FunctionToolDefinition
    IncompleteRunDetails ListSortOrder MessageAttachment MessageContent MessageDelta
    MessageDeltaChunk MessageDeltaTextContent MessageImageFileContent MessageImageFileParam
    MessageImageUrlParam MessageInputContentBlock MessageInputImageFileBlock
    MessageInputImageUrlBlock MessageInputTextBlock MessageRole MessageStatus
    MessageStreamEvent MessageTextAnnotation MessageTextContent
    MessageTextFileCitationAnnotation MessageTextFilePathAnnotation
    MessageTextUrlCitationAnnotation MicrosoftFabricToolDefinition OpenAIFile
    OpenAIPageableListOfAgent OpenAIPageableListOfRunStep OpenAIPageableListOfThreadMessage
    OpenAIPageableListOfThreadRun OpenApiToolDefinition RequiredAction
    RequiredFunctionToolCall RequiredToolCall ResponseFormatJsonSchema
    ResponseFormatJsonSchemaType RunAdditionalFieldList RunCompletionUsage RunError
    RunStatus RunStep RunStepDelta RunStepDeltaChunk RunStepFunctionToolCall RunStepStatus
    RunStepStreamEvent RunStepToolCall RunStepToolCallDetails RunStreamEvent SharepointTool
    SharepointToolDefinition SubmitToolOutputsAction SubmitToolOutputsDetails
    ThreadDeletionStatus ThreadMessage ThreadMessageOptions ThreadRun ThreadStreamEvent
    ToolConnection ToolConnectionList ToolDefinition ToolOutput ToolResources ToolSet
    TruncationObject VectorStore VectorStoreConfiguration VectorStoreConfigurations
    VectorStoreDataSource VectorStoreDataSourceAssetType VectorStoreFile
    VectorStoreFileBatch VectorStoreFileStatus VectorStoreStatus
    """
)

_OPENAI_TYPES = re.compile(
    r"openai\.types\.beta(\.(assistant|thread|vector_store|file_chunking|code_interpreter_tool"
    r"|file_search_tool|function_tool|auto_file_chunking|static_file_chunking"
    r"|other_file_chunking)\w*(\..*)?)?$"
)
_OPENAI_TYPE_NAMES = re.compile(
    r"Assistant|Thread|VectorStore|FileSearchTool|CodeInterpreterTool|FunctionTool|FileChunking"
    r"|AutoFileChunking|StaticFileChunking|OtherFileChunking|RetrievalTool"
    r"|assistant|thread|vector_store|file_search_tool|code_interpreter_tool|function_tool"
)
_OPENAI_RESOURCE_MODULES = re.compile(
    r"openai\.(resources\.beta(\.(assistants|threads|vector_stores)(\..*)?|\.beta)?"
    r"|lib\.streaming(\._assistants)?)$"
)
_STRINGS = re.compile(
    r"openai\.resources\.beta\.(assistants|threads|vector_stores)\b|azure\.ai\.agents\b"
    r"|\bbeta\.(assistants|threads)\.\w+|^beta\.(assistants|threads)$"
)
_AZURE_TEXT = re.compile(r"azure\.ai\.(agents|projects)|AIProjectClient|AgentsClient")
_CANDIDATE = re.compile(
    r"azure\.ai|AIProjectClient|AgentsClient|beta|AssistantEventHandler|openai\.lib"
)


def _chain(node: ast.AST) -> list[str]:
    """The dotted names of an attribute chain, outermost last; a non-name root is ``?``."""
    names: list[str] = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    names.append(node.id if isinstance(node, ast.Name) else "?")
    names.reverse()
    return names


def _is_openai_chain(names: list[str]) -> bool:
    return any(a == "beta" and b in _OPENAI_RESOURCES for a, b in pairwise(names))


class _Scanner(ast.NodeVisitor):
    def __init__(self, source: str) -> None:
        self.found: list[Reference] = []
        self.azure = bool(_AZURE_TEXT.search(source))
        self.openai = "openai" in source.lower()
        self.legacy_names: set[str] = set()
        self.agents_clients: set[str] = set()
        self._called: set[ast.AST] = set()

    def _add(self, node: ast.expr | ast.stmt, kind: Kind, text: str) -> None:
        self.found.append(
            Reference(node.lineno, node.col_offset, node.end_lineno or node.lineno, kind, text)
        )

    # Names that stand for a legacy client or class, wherever in the file they are bound.
    def learn(self, tree: ast.Module) -> None:
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                module = node.module or ""
                for alias in node.names:
                    name = alias.asname or alias.name
                    if self._legacy_import(module, alias.name, node.level):
                        self.legacy_names.add(name)
        for node in ast.walk(tree):
            value: ast.expr | None = None
            targets: list[ast.expr] = []
            if isinstance(node, ast.Assign):
                value, targets = node.value, node.targets
            elif isinstance(node, ast.AnnAssign):
                value, targets = node.value, [node.target]
                if self._names_client(node.annotation):
                    self._bind(node.target)
            elif isinstance(node, ast.NamedExpr):
                value, targets = node.value, [node.target]
            elif isinstance(node, ast.withitem) and node.optional_vars is not None:
                value, targets = node.context_expr, [node.optional_vars]
            elif isinstance(node, ast.arg) and node.annotation is not None:
                if self._names_client(node.annotation):
                    self.agents_clients.add(node.arg)
                continue
            if isinstance(value, ast.Await):
                value = value.value
            if isinstance(value, ast.Call) and self._names_client(value.func):
                for target in targets:
                    self._bind(target)
            if isinstance(value, ast.Attribute) and value.attr == "agents" and self.azure:
                for target in targets:
                    self._bind(target)

    def _names_client(self, node: ast.expr) -> bool:
        return any(
            (isinstance(n, ast.Name) and n.id == "AgentsClient")
            or (isinstance(n, ast.Attribute) and n.attr == "AgentsClient")
            or (
                isinstance(n, ast.Constant)
                and isinstance(n.value, str)
                and "AgentsClient" in n.value
            )
            for n in ast.walk(node)
        )

    def _bind(self, target: ast.expr) -> None:
        if isinstance(target, ast.Name):
            self.agents_clients.add(target.id)
        elif isinstance(target, ast.Attribute):
            self.agents_clients.add(target.attr)

    @staticmethod
    def _legacy_import(module: str, name: str, level: int) -> bool:
        if level:
            return False
        if module == "azure.ai.agents" or module.startswith("azure.ai.agents."):
            return True
        if module == "azure.ai" and name == "agents":
            return True
        if module == "azure.ai.projects.models":
            return name in _PROJECTS_MODELS
        if module == "openai" and name in _OPENAI_HANDLERS:
            return True
        if module == "openai.types.beta":
            return bool(_OPENAI_TYPE_NAMES.match(name))
        if _OPENAI_TYPES.match(module):
            return True
        if module.startswith("openai.lib.streaming"):
            return "Assistant" in name
        if _OPENAI_RESOURCE_MODULES.match(module):
            return bool(
                re.search(r"Assistants|Threads|Runs|Messages|VectorStores|^\w*threads|assist", name)
            )
        return False

    def visit_Import(self, node: ast.Import) -> None:
        for alias in node.names:
            name = alias.name
            if (
                name == "azure.ai.agents"
                or name.startswith(_LEGACY_MODULES)
                or _OPENAI_TYPES.match(name)
            ):
                self._add(node, Kind.IMPORT, name)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        for alias in node.names:
            module = node.module or ""
            if self._legacy_import(module, alias.name, node.level):
                self._add(node, Kind.IMPORT, f"{module}.{alias.name}")

    def visit_Call(self, node: ast.Call) -> None:
        self._called.add(node.func)
        self.generic_visit(node)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        names = _chain(node)
        if self._legacy_chain(names):
            kind = Kind.CALL if node in self._called else Kind.CHAIN
            self._add(node, kind, ".".join(names))
            # the rest of the chain is the same reference; what hangs on its root may be another
            root: ast.AST = node
            while isinstance(root, ast.Attribute):
                root = root.value
            self.visit(root)
            return
        self.generic_visit(node)

    def _legacy_chain(self, names: list[str]) -> bool:
        if _is_openai_chain(names):
            return True
        if names[-1] in _OPENAI_HANDLERS or (self.azure and names[-1] == "AgentsClient"):
            return True
        if self.azure and names[-1] == "from_connection_string" and "AIProjectClient" in names:
            return True
        if not self.azure or len(names) < 2:
            return False
        owner = names[-2]
        is_client = owner == "agents" or owner in self.agents_clients
        if names[-1] in _AZURE_METHODS and is_client:
            return True
        if len(names) >= 3 and names[-1] in _AZURE_GROUPS.get(owner, ()):
            return names[-3] == "agents" or names[-3] in self.agents_clients
        if owner == "agents" and names[-1] in _AZURE_GROUPS:
            return True
        # a resource handed on: ``client.runs`` of a known AgentsClient
        return owner in self.agents_clients and names[-1] in _AZURE_GROUPS

    def visit_Name(self, node: ast.Name) -> None:
        if isinstance(node.ctx, ast.Load) and (
            node.id in self.legacy_names
            or node.id in _OPENAI_HANDLERS
            or (self.azure and node.id in _AZURE_CLASSES and node.id in self.legacy_names)
        ):
            self._add(node, Kind.NAME, node.id)

    def visit_Constant(self, node: ast.Constant) -> None:
        text = node.value
        if isinstance(text, str) and not re.search(r"\s", text) and _STRINGS.search(text):
            self._add(node, Kind.STRING, text)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        for value in node.values:
            if isinstance(value, ast.FormattedValue):
                self.visit(value)


def legacy_references(source: str, *, strings: bool = False) -> list[Reference]:
    """What is left of the legacy APIs in a text, in order of position.

    Args:
        source: Python text.
        strings: also dotted paths in strings, which are advice rather than code.

    Raises:
        SyntaxError: the text is not Python.
    """
    if not _CANDIDATE.search(source):
        return []
    tree = ast.parse(source)
    scanner = _Scanner(source)
    scanner.learn(tree)
    scanner.visit(tree)
    unique = sorted(set(scanner.found), key=lambda r: (r.line, r.column, r.kind.value, r.text))
    return [r for r in unique if strings or r.kind is not Kind.STRING]


def syntax_error(source: str) -> str | None:
    """The parser's words when a text is not Python, else nothing."""
    try:
        ast.parse(source)
    except (SyntaxError, ValueError) as error:
        return f"{type(error).__name__}: {error}"
    return None


def comments(source: str) -> Counter[str]:
    """The comments of a text, each with how often it occurs."""
    return Counter(
        token.string
        for token in tokenize.generate_tokens(StringIO(source).readline)
        if token.type == tokenize.COMMENT
    )


def lost_comments(before: str, after: str) -> list[str]:
    """Comments that a text had and its successor lacks."""
    return sorted((comments(before) - comments(after)).elements())
