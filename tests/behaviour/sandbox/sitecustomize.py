"""Loaded by the interpreter of a program under test: fake credentials, plain http, short sleeps.

The same file serves both worlds, so it must not know which one it is in.
"""

from __future__ import annotations

import asyncio
import importlib
import os
import random
import sys
import time
import types
from urllib.parse import urlsplit, urlunsplit

EMULATOR = urlsplit(os.environ.get("UNSPOOL_EMULATOR", ""))
_sleep, _async_sleep = time.sleep, asyncio.sleep


def _short_sleep(seconds):
    _sleep(min(seconds, 0.005))


async def _short_async_sleep(delay, result=None):
    return await _async_sleep(min(delay, 0.005), result)


def _module(name):
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def _on_loopback(url):
    """Programs with a hard-wired host reach the emulator too."""
    return urlunsplit(urlsplit(url)._replace(scheme=EMULATOR.scheme, netloc=EMULATOR.netloc))


def _fake_credentials():
    for name in ("azure.identity", "azure.identity.aio"):
        module = _module(name)
        if module is None:
            return
        fake = _async_credential() if name.endswith("aio") else _credential()
        for attribute in dir(module):
            if attribute.endswith("Credential"):
                setattr(module, attribute, fake)


def _token():
    from azure.core.credentials import AccessToken

    return AccessToken("emulator", int(time.time()) + 86_400)


def _credential():
    class FakeCredential:
        def __init__(self, *args, **kwargs):
            pass

        def get_token(self, *scopes, **kwargs):
            return _token()

        def close(self):
            pass

        def __enter__(self):
            return self

        def __exit__(self, *args):
            pass

    return FakeCredential


def _async_credential():
    class FakeAsyncCredential:
        def __init__(self, *args, **kwargs):
            pass

        async def get_token(self, *scopes, **kwargs):
            return _token()

        async def close(self):
            pass

        async def __aenter__(self):
            return self

        async def __aexit__(self, *args):
            pass

    return FakeAsyncCredential


def _allow_http():
    for name in ("_authentication", "_authentication_async"):
        module = _module(f"azure.core.pipeline.policies.{name}")
        if module is not None:
            module._enforce_https = lambda r: r.context.options.pop("enforce_https", None)


def _redirect_azure():
    for name, cls in (
        ("azure.core.pipeline.transport._requests_basic", "RequestsTransport"),
        ("azure.core.pipeline.transport._aiohttp", "AioHttpTransport"),
    ):
        module = _module(name)
        if module is not None:
            _wrap(getattr(module, cls), "send", _redirect_azure_request)


def _redirect_azure_request(request):
    request.url = _on_loopback(request.url)


def _redirect_httpx_request(request):
    request.url = type(request.url)(_on_loopback(str(request.url)))
    request.headers["host"] = EMULATOR.netloc


def _wrap(cls, name, change):
    inner = getattr(cls, name)

    def send(self, request, *args, **kwargs):
        change(request)
        return inner(self, request, *args, **kwargs)

    setattr(cls, name, send)


def _redirect_httpx():
    for name in ("httpx", "httpx2"):
        module = _module(name)
        if module is not None:
            _wrap(module.Client, "send", _redirect_httpx_request)
            _wrap(module.AsyncClient, "send", _redirect_httpx_request)


def _pretend_monitor():
    """The exporter to Azure Monitor, which no agent notices, does nothing."""
    if _module("azure.monitor") is None:
        for name in ("azure.monitor", "azure.monitor.opentelemetry"):
            sys.modules[name] = types.ModuleType(name)
        sys.modules[name].configure_azure_monitor = lambda **options: None


if EMULATOR.netloc:
    random.seed(0)
    time.sleep, asyncio.sleep = _short_sleep, _short_async_sleep
    _fake_credentials()
    _pretend_monitor()
    _allow_http()
    _redirect_azure()
    _redirect_httpx()
