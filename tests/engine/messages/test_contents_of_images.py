"""The content of an image that a tool made, read as chunks."""

from __future__ import annotations

from tests.rules.fixing import fix_all

_LOOP = """for message in client.messages.list(thread_id=thread.id):
    for part in message.content:
        if part.type == "image_file":
            image = part.image_file.file_id
            with open("plot.png", "wb") as file:
                {read}
"""
_HEAD = """from azure.ai.agents import AgentsClient


def draw(client: AgentsClient, agent_name):
    thread = client.threads.create()
    client.messages.create(thread_id=thread.id, role="user", content="Draw.")
    client.runs.create_and_process(thread_id=thread.id, agent_id=agent_name)
"""


def _source(read: str) -> str:
    return _HEAD + "".join(f"    {line}\n" for line in _LOOP.format(read=read).splitlines())


def test_chunks_come_from_the_container() -> None:
    after = fix_all(_source('file.write(b"".join(client.files.get_content(image)))'))
    assert (
        """                file.write(
                        b"".join(
                            openai_client.containers.files.content.retrieve(
                                image, container_id=part.container_id
                            ).iter_bytes()
                        )
                    )
"""
        in after
    )


def test_a_loop_over_chunks() -> None:
    after = fix_all(
        _source("[file.write(chunk) for chunk in client.files.get_content(file_id=image)]")
    )
    assert "retrieve(\n" in after
    assert "image, container_id=part.container_id\n" in after
    assert ".iter_bytes()" in after


def test_a_file_that_was_sent_lies_where_it_did() -> None:
    after = fix_all(
        """from azure.ai.agents import AgentsClient


def copy(client: AgentsClient, path):
    sent = client.files.upload_and_poll(file_path=path, purpose="assistants")
    return b"".join(client.files.get_content(sent.id))
"""
    )
    assert 'return b"".join(openai_client.files.content(sent.id).iter_bytes())\n' in after
