"""Serving the app."""

import socket

import uvicorn

from onrecord.errors import OutputError
from onrecord.views.web.app import application
from onrecord.views.web.settings import Settings


def listening(host: str, port: int) -> socket.socket:
    """A socket that is heard at `host` and `port`; 0 takes any free one. Raises `OutputError` where it cannot be."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    heard = socket.socket(family, socket.SOCK_STREAM)
    heard.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        heard.bind((host, port))
        heard.listen()  # whoever opens the address at once waits, and is not refused
    except OSError as error:
        heard.close()
        hint = "Name another port with --port, or 0 for any." if port else "Name another with --host."
        raise OutputError(error.strerror or str(error), where=f"{host}:{port}", hint=hint) from error
    return heard


def prepared(settings: Settings) -> uvicorn.Server:
    """A server that is ready to answer."""
    config = uvicorn.Config(
        application(settings), log_level="warning", server_header=False, proxy_headers=False, lifespan="on"
    )
    config.load()
    return uvicorn.Server(config)
