"""What users pinned, on a terminal."""

from rich.text import Text

from onrecord.views.rulings import Pin
from onrecord.views.terminal import FAINT, STRONG, safe


def pin_line(pin: Pin) -> Text:
    """Whose entry, of which kind, its words; in faint why it was pinned, and its id."""
    line = Text.assemble(safe(pin.who, STRONG), ", ", pin.kind) if pin.who else Text(pin.kind, STRONG)
    if pin.text:
        line.append_text(Text.assemble(": ", safe(pin.text)))
    tail = (pin.ruling.why, pin.id)
    return line.append_text(Text.assemble(" ", safe(" ".join(f"· {each}" for each in tail if each), FAINT)))
