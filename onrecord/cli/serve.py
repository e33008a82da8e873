"""The command that serves the web app."""

import secrets
from typing import Annotated

import typer

from onrecord.cli.options import Database
from onrecord.cli.output import say

PORT = 8600


def add_to(app: typer.Typer) -> None:
    """Adds this command to `app`."""
    app.command(epilog="Example: onrecord serve story.db")(serve)


def serve(
    record: Database,
    host: Annotated[
        str, typer.Option(metavar="HOST", help="Where to listen; this machine alone by default.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, metavar="PORT", help="0 takes any free one.")] = PORT,
    name: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="What browsers may call this server, beside HOST.")
    ] = None,
    *,
    read_only: Annotated[bool, typer.Option("--read-only", help="No rulings can be made.")] = False,
) -> None:
    """The record as a web app, for a browser on this machine.

    Nothing is loaded from anywhere else. On another HOST than this machine's own, visitors need the key in the address
    that is printed; let them reach it through something that encrypts.
    """
    import onrecord
    from onrecord.views.web.serve import listening, prepared
    from onrecord.views.web.settings import LOOPBACK, Settings, is_loopback

    onrecord.open(record).close()
    own = is_loopback(host)
    key = "" if own else secrets.token_urlsafe(24)
    heard = listening(host, port)
    shown = f"[{host}]" if ":" in host else host
    names = (*LOOPBACK, shown, *(name or ()))
    settings = Settings(
        record=record, names=names, key=key, writable=not read_only, who=onrecord.login() if own else ""
    )
    server = prepared(settings)
    address = f"http://{shown}:{heard.getsockname()[1]}/" + (f"?key={key}" if key else "")
    who = "this machine alone" if own else "whoever can reach this machine and has the key"
    say(f"{record}: {address} for {who}" + ("; read-only" if read_only else ""))
    say("Stop with Ctrl+C.")
    server.run(sockets=[heard])
