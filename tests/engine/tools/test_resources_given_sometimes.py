"""Tools and resources of an assistant that a dictionary is given apart, one under a condition."""

from __future__ import annotations

from tests.rules.fixing import fix_all, look

CONFIGURE = """from openai import OpenAI


class Desk:
    def __init__(self, client: OpenAI, assistant_id: str, store: str | None) -> None:
        self.client = client
        self.assistant_id = assistant_id
        self.store = store

    def configure(self) -> None:
        fields: dict[str, object] = {"top_p": 0.1, "tools": [{"type": "file_search"}]}
        if self.store:
            fields["tool_resources"] = {"file_search": {"vector_store_ids": [self.store]}}
        self.client.beta.assistants.update(assistant_id=self.assistant_id, **fields)
"""


def test_the_dictionary_gets_its_form_when_the_program_runs() -> None:
    after = fix_all(CONFIGURE)
    assert not look(after).findings
    assert after.endswith("""        change_assistant(
            self.assistant_id,
            **assistant_fields(fields, definition_of(self.assistant_id).get("tools")),
        )
""")


def test_what_is_given_together_is_written_in_place() -> None:
    together = CONFIGURE.replace(', "tools": [{"type": "file_search"}]', "").replace(
        """            fields["tool_resources"]""",
        """            fields["tools"] = [{"type": "file_search"}]
            fields["tool_resources"]""",
    )
    assert "assistant_fields" not in fix_all(together)


def test_the_id_may_be_in_the_dictionary() -> None:
    source = CONFIGURE.replace('{"top_p"', '{"assistant_id": self.assistant_id, "top_p"')
    source = source.replace("assistant_id=self.assistant_id, **fields", "**fields")
    after = fix_all(source)
    assert not look(after).findings
    assert after.endswith("""        change_assistant(
            self.assistant_id,
            **assistant_fields(
                {key: value for key, value in fields.items() if key != "assistant_id"},
                definition_of(self.assistant_id).get("tools"),
            ),
        )
""")
