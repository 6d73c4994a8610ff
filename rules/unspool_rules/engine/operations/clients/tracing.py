"""``client.telemetry`` of the betas: what it did in one call is written out.

Sources: azure-ai-projects 1.0.0b10 ``azure/ai/projects/operations/_patch.py``
(``_enable_telemetry``), 2.10.0 ``azure/ai/projects/telemetry/_ai_project_instrumentor.py``.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

from unspool_rules.engine.sites import Site
from unspool_rules.engine.work import Work
from unspool_rules.engine.writing.rendering import Rendering
from unspool_rules.syntax.layout import Brackets, Code, Item, lay_out
from unspool_rules.syntax.names import last_name

_SET_UP = ("set_tracer_provider", "configure_azure_monitor")
"""Functions after which there is a provider of traces, which another one may not replace."""
_SWITCH = (
    "tracing must be switched on with AZURE_EXPERIMENTAL_ENABLE_GENAI_TRACING=true, and spans and "
    "their attributes have other names"
)
_OTHERS = (
    "`telemetry.enable()` also instrumented azure-ai-inference, openai and langchain where their "
    "instrumentation was installed: do so for what the program calls beside agents"
)


def connection_string(work: Work, site: Site) -> None:
    """The connection string of Application Insights has a longer name now."""
    func = site.func
    assert isinstance(func, ast.Attribute)
    work.write_call(
        site,
        lambda r: f"{r.operand(func.value)}.get_application_insights_connection_string",
        lambda _: [],
    )


def enable(work: Work, site: Site) -> None:
    """``telemetry.enable()``: OpenTelemetry's own set-up, and the instrumentation."""
    statement = work.tree.statement(site.anchor)
    if not (isinstance(statement, ast.Expr) and statement.value is site.call):
        work.block(site.anchor, "the call is part of another expression")
        return
    destination = work.take(site, "destination")
    work.transport(site)
    if destination is not None and not (_is_console(destination) or work.is_text(destination)):
        work.block(destination, "where the traces go is not known here")
    if destination is not None and _is_set_up(work, site):
        work.block(
            site.anchor,
            "tracing is set up at more than one place here: add a span processor to the provider "
            "that is there",
        )
    if not work.alone(statement):
        work.block(statement, "the statement shares its line with another")
    work.note(_SWITCH)
    work.note(_OTHERS)

    def lines(r: Rendering) -> list[str]:
        settings = r.imports.need("azure.core.settings", "settings")
        instrumentor = r.imports.need("azure.ai.projects.telemetry", "AIProjectInstrumentor")
        return [
            *r.comments_within(r.lines_span(statement)),
            *(_exporter(r, statement, destination) if destination is not None else ()),
            f'{settings}.tracing_implementation = "opentelemetry"',
            f"{instrumentor}().instrument()",
        ]

    work.plan.rewritten[statement] = lines


def _is_console(node: ast.expr) -> bool:
    return ast.unparse(node) in ("sys.stdout", "stdout")


def _is_set_up(work: Work, site: Site) -> bool:
    """Whether something else of the file makes a provider of traces, too."""
    others = (s for s in work.facts.sites if s.operation == site.operation and s is not site)
    if any("destination" in s.arguments for s in others):
        return True
    names = (last_name(n) for n in work.tree.nodes)
    return any(name in _SET_UP for name in names)


def _exporter(r: Rendering, statement: ast.stmt, destination: ast.expr) -> list[str]:
    """A provider of traces that sends each span on as it ends."""
    provider = r.imports.need("opentelemetry.sdk.trace", "TracerProvider")
    export = "opentelemetry.sdk.trace.export"
    simple = r.imports.need(export, "SimpleSpanProcessor")
    exporter: Code
    if _is_console(destination):
        exporter = f"{r.imports.need(export, 'ConsoleSpanExporter')}()"
    else:
        otlp = r.imports.need(
            "opentelemetry.exporter.otlp.proto.grpc.trace_exporter", "OTLPSpanExporter"
        )
        exporter = Brackets(otlp, (r.item("endpoint=", r.code(destination), destination),))
    trace = r.imports.need("opentelemetry", "trace")
    name = r.fresh("tracer_provider", statement)
    added = Brackets(f"{name}.add_span_processor", (Item(Brackets(simple, (Item(exporter),))),))
    width = r.limit - len(r.tree.indent(statement))
    return [
        f"{name} = {provider}()",
        *lay_out(added, indent="", column=0, limit=width).split("\n"),
        f"{trace}.set_tracer_provider({name})",
    ]


PLANNERS: Mapping[str, Callable[[Work, Site], None]] = {
    "other.enable": enable,
    "other.get_connection_string": connection_string,
}
