"""Prints `onrecord/reading/words/state_names.py`: names of states from ISO 3166 (pycountry) and CLDR (Babel)."""

import sys

import pycountry
from babel import Locale

HEAD = '''"""State names, lower case: made by scripts/make_state_names.py from pycountry (ISO 3166), Babel (CLDR)."""

NAMES = {
'''
# Two states, or a state and something that news names as often: better no state than the wrong one.
AMBIGUOUS = {"congo", "georgia", "jersey", "jordan", "korea", "samoa", "saint martin", "virgin islands", "micronesia"}
# Not on the ISO list, and yet parties to the news.
MORE = {"kosovo": "XK"}


def names() -> dict[str, str]:
    """Folded name → ISO 3166 alpha-2 code, every name that stands for one state only."""
    cldr = Locale("en").territories
    found: dict[str, set[str]] = {}
    for country in pycountry.countries:
        written = {getattr(country, key, None) for key in ("name", "common_name", "official_name")}
        written |= {cldr.get(country.alpha_2), str(cldr.get(country.alpha_2, "")).replace(" & ", " and ")}
        for name in written:
            if name and ("," not in name):
                found.setdefault(name.replace("’", "'").casefold(), set()).add(country.alpha_2)
    single = {name: codes.pop() for name, codes in found.items() if len(codes) == 1 and name not in AMBIGUOUS}
    return dict(sorted((single | MORE).items()))


def main() -> None:
    """Write the module to standard output."""
    lines = [f'    "{name}": "{code}",\n' for name, code in names().items()]
    sys.stdout.write(HEAD + "".join(lines) + "}\n")


if __name__ == "__main__":
    main()
