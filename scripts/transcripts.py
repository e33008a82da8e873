"""Writes the output of each command that README.md shows below it: `python -m scripts.transcripts`."""

import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"(?<=```console\n)\$ (.+)\n((?:.*\n)*?)(?=```\n)")


def main() -> None:
    """Run all commands in order in one fresh folder, rewrite the file."""
    text = README.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "examples").symlink_to(ROOT / "examples")
        outputs = iter([run(command, Path(folder)) for command in commands(text)])
    README.write_text(BLOCK.sub(lambda block: f"$ {block[1]}\n{next(outputs)}", text), encoding="utf-8")


def commands(text: str) -> Iterator[str]:
    """The commands that `text` shows, as typed."""
    yield from (block[1] for block in BLOCK.finditer(text))


def run(command: str, folder: Path) -> str:
    """What an `onrecord` command prints in `folder`, its words and then its data, without blanks at line ends."""
    program, *arguments = shlex.split(command)
    if program != "onrecord":
        raise ValueError(f"not an onrecord command: {command}")
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", *arguments],
        cwd=folder,
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    lines = (done.stderr + done.stdout).strip("\n").splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines)


if __name__ == "__main__":
    main()
