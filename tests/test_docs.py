"""What the documentation shows is there, and works."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from onrecord.cli.app import app
from scripts.transcripts import README, commands, run

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\((?!https?://)([^)#\s]+)?(?:#([^)\s]+))?\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def anchor(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def command_names() -> list[str]:
    return sorted(typer.main.get_command(app).commands)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page):
    for target, fragment in LINK.findall(page.read_text(encoding="utf-8")):
        path = page.parent / target if target else page
        assert path.exists(), f"{page.name} links to {target}"
        if fragment:
            assert fragment in map(anchor, HEADING.findall(path.read_text(encoding="utf-8"))), f"{target}#{fragment}"


@pytest.mark.parametrize("name", command_names())
def test_every_command_appears_in_the_readme(name):
    assert re.search(rf"`?(onrecord )?{name}\b", README.read_text(encoding="utf-8"))


def test_the_commands_of_the_readme_run_and_print(tmp_path):
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    for command in commands(README.read_text(encoding="utf-8")):
        assert run(command, tmp_path), command


def test_the_python_of_the_readme_runs_and_prints(tmp_path):
    (tmp_path / "coverage").symlink_to(ROOT / "examples" / "harrow-strait" / "coverage")
    for code in re.findall(r"```python\n(.+?)```", README.read_text(encoding="utf-8"), re.DOTALL):
        done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=True, text=True)
        assert done.stdout


def test_decisions_are_numbered_in_order():
    numbers = [int(path.name[:4]) for path in sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))
