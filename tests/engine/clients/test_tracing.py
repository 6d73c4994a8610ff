"""``telemetry.enable()`` of the betas: its set-up of OpenTelemetry is written out."""

from __future__ import annotations

from tests.engine.checks import becomes, blockers, notes

_CLIENT = """import sys
from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

client = AIProjectClient(endpoint="https://a/api/projects/b", credential=DefaultAzureCredential())
"""
_NEW = """import sys
from azure.ai.projects import AIProjectClient
from azure.ai.projects.telemetry import AIProjectInstrumentor
from azure.core.settings import settings
from azure.identity import DefaultAzureCredential
"""


def test_instrumentation_alone() -> None:
    becomes(
        _CLIENT + "# trace it\nclient.telemetry.enable()\nclient.close()\nprint(sys.argv)\n",
        _NEW + _CLIENT.partition("DefaultAzureCredential\n")[2] + "# trace it\n"
        'settings.tracing_implementation = "opentelemetry"\n'
        "AIProjectInstrumentor().instrument()\n"
        "client.close()\nprint(sys.argv)\n",
    )


def test_spans_on_the_console() -> None:
    becomes(
        _CLIENT + "\n\ndef trace(tracer_provider):\n"
        "    client.telemetry.enable(destination=sys.stdout)  # all of them\n",
        _NEW.replace("import sys\n", "")
        + "from opentelemetry import trace as opentelemetry_trace\n"
        + "from opentelemetry.sdk.trace import TracerProvider\n"
        + "from opentelemetry.sdk.trace.export import ConsoleSpanExporter, SimpleSpanProcessor\n"
        + _CLIENT.partition("DefaultAzureCredential\n")[2]
        + "\n\ndef trace(tracer_provider):\n"
        "    # all of them\n"
        "    tracer_provider_2 = TracerProvider()\n"
        "    tracer_provider_2.add_span_processor(SimpleSpanProcessor(ConsoleSpanExporter()))\n"
        "    opentelemetry_trace.set_tracer_provider(tracer_provider_2)\n"
        '    settings.tracing_implementation = "opentelemetry"\n'
        "    AIProjectInstrumentor().instrument()\n",
    )


def test_spans_to_a_collector() -> None:
    source = _CLIENT + 'client.telemetry.enable(destination="http://localhost:4317")\n'
    becomes(
        source,
        _NEW
        + "from opentelemetry import trace\n"
        + "from opentelemetry.exporter.otlp.proto.grpc.trace_exporter import OTLPSpanExporter\n"
        + "from opentelemetry.sdk.trace import TracerProvider\n"
        + "from opentelemetry.sdk.trace.export import SimpleSpanProcessor\n"
        + _CLIENT.partition("DefaultAzureCredential\n")[2]
        + "tracer_provider = TracerProvider()\n"
        "tracer_provider.add_span_processor(\n"
        '    SimpleSpanProcessor(OTLPSpanExporter(endpoint="http://localhost:4317"))\n'
        ")\n"
        "trace.set_tracer_provider(tracer_provider)\n"
        'settings.tracing_implementation = "opentelemetry"\n'
        "AIProjectInstrumentor().instrument()\n",
    )
    assert any("AZURE_EXPERIMENTAL_ENABLE_GENAI_TRACING" in note for note in notes(source))


def test_a_provider_that_is_there_already() -> None:
    source = (
        _CLIENT
        + "from opentelemetry import trace\n"
        + "trace.set_tracer_provider(make())\n"
        + "client.telemetry.enable(destination=sys.stdout)\n"
    )
    assert [line for line, words in blockers(source) if "more than one place" in words] == [8]


def test_a_destination_that_is_not_known() -> None:
    source = _CLIENT + "client.telemetry.enable(destination=where())\n"
    assert [line for line, words in blockers(source) if "where the traces go" in words] == [6]
