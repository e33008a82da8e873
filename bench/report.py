"""Figures as people and programs read them."""

import json
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Repeated:
    """One quantity, measured several times."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle one."""
        return statistics.median(self.values)

    def label(self, digits: int = 1) -> str:
        """`median (lowest to highest)`."""
        low, high = min(self.values), max(self.values)
        return f"{self.median:,.{digits}f} ({low:,.{digits}f} to {high:,.{digits}f})"

    def figures(self) -> dict[str, object]:
        """All values with their median, for JSON."""
        return {"median": round(self.median, 4), "values": [round(value, 4) for value in self.values]}


def table(rows: Sequence[Mapping[str, Value]]) -> str:
    """A markdown table; columns in the order of the first row, numbers to the right, None as a dash."""
    if not rows:
        return ""
    columns = list(rows[0])
    right = {column for column in columns if all(isinstance(row[column], int | float | None) for row in rows)}
    lines = [
        f"| {' | '.join(columns)} |",
        f"| {' | '.join('---:' if column in right else '---' for column in columns)} |",
    ]
    lines += [f"| {' | '.join('–' if row[c] is None else str(row[c]) for c in columns)} |" for row in rows]
    return "\n".join(lines)


def facts(values: Mapping[str, str]) -> str:
    """One line: `name value; name value`."""
    return "; ".join(f"{name} {value}" for name, value in values.items())


def write(stem: Path, figures: Mapping[str, object], markdown: str) -> None:
    """Write `stem.json` and `stem.md`, print the latter."""
    stem.parent.mkdir(parents=True, exist_ok=True)
    stem.with_suffix(".json").write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    stem.with_suffix(".md").write_text(markdown + "\n", encoding="utf-8")
    print(markdown)
