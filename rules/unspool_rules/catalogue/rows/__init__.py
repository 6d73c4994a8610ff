"""The catalogue as data: one module per topic and surface, each with its ``ROWS``.

Only what is legacy has a row. Names that stay (``openai.files``, ``openai.vector_stores``, the
sub-clients of azure-ai-projects 1.0.0 other than agents) have none, nor have client classes that
serve the new API as well (``openai.OpenAI``): their legacy attributes do.
"""

from __future__ import annotations

AZURE: tuple[str, ...] = (
    "azure_agents_agents",
    "azure_agents_client",
    "azure_agents_enums",
    "azure_agents_files",
    "azure_agents_functions",
    "azure_agents_handlers",
    "azure_agents_models_messages",
    "azure_agents_models_runs",
    "azure_agents_models_steps",
    "azure_agents_models_stream",
    "azure_agents_runs",
    "azure_agents_threads",
    "azure_agents_tool_models",
    "azure_agents_tools",
    "azure_agents_tool_members",
    "azure_beta_agents",
    "azure_beta_client",
    "azure_beta_files",
    "azure_beta_models",
    "azure_beta_other_models",
    "azure_beta_runs",
    "azure_beta_threads",
    "preview_copies",
    "preview_era",
    "preview_forms",
    "preview_moved",
)
"""Modules whose names start with ``azure``."""
OPENAI: tuple[str, ...] = (
    "openai_assistants_agents",
    "openai_assistants_events",
    "openai_assistants_runs",
    "openai_assistants_stores",
    "openai_assistants_stream",
    "openai_assistants_threads",
    "openai_assistants_types",
    "openai_assistants_types_params",
    "openai_assistants_types_params_threads",
    "openai_assistants_types_runs",
    "openai_assistants_types_threads",
    "openai_assistants_v1",
)
"""Modules whose names start with ``openai``."""
SHARED: tuple[str, ...] = ("azure_projects_shared",)
"""Modules of names that the new SDK has as well."""
