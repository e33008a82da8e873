"""The command `onrecord serve` as a user runs it: a process of its own, at a port of its own."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import onrecord

ROOT = Path(__file__).parent.parent.parent
SAMPLE = ROOT / "examples" / "harrow-strait" / "coverage"

# An article that tries what a page can be tricked with.
HOSTILE = """<script>document.title='owned'</script> Envoy "><img src=x onerror=alert(1)> calls talks
By {{ 7*7 }} {% raw %}

Ora Lind<script>alert(2)</script> said that the port of Vasht <b onmouseover=alert(3)>would open</b> by March 12.
"We will never pay 'OR 1=1 --," Ivo Sorvek told reporters on 5 March 2031. javascript:alert(4)
The Tarvonian foreign ministry denied that </textarea></title></style><svg onload=alert(5)> had been agreed.
=cmd|' /C calc'!A0 said Petra Quill, the spokeswoman. \x1b]0;owned\x07\u202egnihtemos
"""


def sample(folder: Path) -> Path:
    """The record of the sample story, in `folder`."""
    story = folder / "harrow-strait.db"
    onrecord.build([SAMPLE], story).close()
    return story


def hostile(folder: Path) -> Path:
    """A record of an article full of markup, in `folder`."""
    coverage = folder / "hostile"
    coverage.mkdir()
    (coverage / "a<b>'\"&.txt").write_text(HOSTILE, encoding="utf-8")
    story = folder / "hostile.db"
    onrecord.build([coverage], story).close()
    return story


@contextmanager
def served(record: Path, *options: str) -> Iterator[str]:
    """The address of a server of `record`, without the slash at its end; it ends with the block."""
    command = [sys.executable, "-m", "onrecord", "serve", str(record), "--port", "0", *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as process:
        try:
            line = process.stderr.readline()
            found = re.search(r"http://\S+", line)
            assert found, line + process.stderr.read()
            yield found[0].rstrip("/")
        finally:
            process.terminate()
