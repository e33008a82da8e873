import subprocess
import sys
from pathlib import Path

import pytest
import typer.main

import onrecord
from onrecord.cli.app import app
from scripts.cli_reference import reference

ROOT = Path(__file__).parent.parent.parent


def paths(command, path=()):
    """Every command and group of commands, as what is typed after `onrecord`."""
    yield path
    for name, below in getattr(command, "commands", {}).items():
        yield from paths(below, (*path, name))


@pytest.mark.parametrize("path", list(paths(typer.main.get_command(app))), ids=" ".join)
def test_every_command_has_help_with_an_example_of_itself(invoke, path):
    shown = invoke(*path, "--help")
    assert shown.exit_code == 0
    example = " ".join(shown.output.partition("Example: ")[2].split())
    assert example.startswith(" ".join(("onrecord", *path)))


def test_the_reference_is_current():
    written = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert written == reference(), "write it anew: python -m scripts.cli_reference > docs/cli.md"


def test_help_loads_no_model_no_store_and_no_tables():
    heavy = {"numpy", "openvino", "onnxruntime", "tokenizers", "sqlite3", "lxml", "trafilatura", "jinja2", "rich"}
    script = (
        "import sys\nfrom onrecord.cli import main\ntry:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", script, "--help"], capture_output=True, text=True, check=True, cwd=ROOT)
    assert heavy.isdisjoint(ran.stderr.split())


def test_the_version_is_that_of_the_package(invoke):
    assert invoke("--version").output == f"onrecord {onrecord.__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["brief"],
        ["build", "x.txt"],
        ["statements", "x.db", "--act", "sing"],
        ["statements", "x.db", "--since", "yesterday"],
        ["statements", "x.db", "--limit", "0"],
        ["read"],
    ],
    ids=" ".join,
)
def test_wrong_usage_exits_with_2_and_says_what_is_wrong(run, arguments):
    ran = run(*arguments)
    assert ran.returncode == 2
    assert "Error: " in ran.stderr
    assert ran.stdout == ""
