"""The command line: parses, calls what anyone could call from Python, prints."""

from onrecord.cli.app import main

__all__ = ["main"]
