"""Run the emulator on a loopback port, in a thread or from the command line."""

from __future__ import annotations

import argparse
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from .app import make_app
from .rules import RULES
from .state import World


@contextmanager
def serve(world: World) -> Iterator[str]:
    """Serve the world while the block runs; the value is the address."""
    # The protocol is named, because asyncio sends small answers at once only then.
    with socket.socket(proto=socket.IPPROTO_TCP) as listener:
        listener.bind(("127.0.0.1", 0))
        # Listening now, so that a client that is faster than the server waits in the queue.
        listener.listen(64)
        config = uvicorn.Config(make_app(world), log_level="error", lifespan="off")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(timeout=5)


def main() -> None:
    """`python -m tests.emulator --port 8123` serves, `--rules` prints what is checked and why."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--port", type=int, default=8123)
    parser.add_argument("--rules", action="store_true")
    options = parser.parse_args()
    if options.rules:
        for rule in RULES.values():
            print(f"{rule.code}\t{rule.status}\t{'inferred' * rule.inferred}\t{rule.source}")
        return
    uvicorn.run(make_app(), host="127.0.0.1", port=options.port, log_level="info")
