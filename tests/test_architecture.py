"""The rules of the layout, held by tests rather than by sentences."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "onrecord"
ORDER = ["coverage", "reading", "engine", "record", "views", "cli"]
SHARED = {"errors", "spans", "interval"}  # the vocabulary of all packages; imports none of them
MODULES = sorted(path for folder in ("onrecord", "training", "bench") for path in (ROOT / folder).rglob("*.py"))
LOCKS = sorted([*ROOT.glob("*.lock"), *ROOT.glob("bench/*.lock")])
MAX_LINES = 500

SENTENCE_END = re.compile(r"[.?!](?=\s+[A-Z`])")
REQUIREMENT = re.compile(r"^([a-z0-9][a-z0-9.-]*)==\S+( ; .+?)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")
# Spelt so that this file does not match itself.
FORBIDDEN = re.compile(
    r"(^|[^a-z.])/(wor[k]|roo[t]|hom[e]|far[m]|tm[p])/[a-z.]|pyth[o]nhosted|py[p]i\.org|np[m]js\.org|deb\.deb[i]an",
    re.MULTILINE,
)


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def imported(path: Path) -> Iterator[str]:
    """Full names of what a module imports; `from a import b` counts as `a.b`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(path)} imports relatively"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def modules_of(package: str) -> list[Path]:
    return [*(SOURCE / package).rglob("*.py"), *SOURCE.glob(f"{package}.py")]


def tracked() -> list[Path]:
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    return [path for entry in listing.split("\0") if entry and (path := ROOT / entry).is_file()]


def canonical(requirement: str) -> str:
    return re.sub(r"[-_.]+", "-", re.match(r"[A-Za-z0-9._-]+", requirement)[0]).lower()


@pytest.mark.parametrize("package", ORDER)
def test_no_package_imports_one_to_its_right(package):
    later = [f"onrecord.{right}" for right in ORDER[ORDER.index(package) + 1 :]]
    for module in modules_of(package):
        for imports in imported(module):
            wrong = [right for right in later if imports == right or imports.startswith(f"{right}.")]
            assert not wrong, f"{name(module)} imports {imports}"


@pytest.mark.parametrize("module", sorted(SHARED))
def test_the_shared_vocabulary_imports_no_package(module):
    allowed = {f"onrecord.{shared}" for shared in SHARED}
    for imports in imported(SOURCE / f"{module}.py"):
        assert not imports.startswith("onrecord") or imports.rpartition(".")[0] in allowed


def test_the_installed_package_needs_neither_training_nor_torch():
    for module in SOURCE.rglob("*.py"):
        for imports in imported(module):
            assert imports.partition(".")[0] not in {"torch", "transformers", "training", "bench"}, name(module)


@pytest.mark.parametrize("module", [module for module in MODULES if module.name != "__init__.py"], ids=name)
def test_every_module_says_its_idea_in_one_sentence(module):
    docstring = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""
    idea = docstring.partition("\n\n")[0].replace("\n", " ")
    assert idea.endswith((".", ":", "?")), f"{name(module)}: no sentence: {idea!r}"
    assert not SENTENCE_END.search(idea), f"{name(module)}: more than one sentence: {idea!r}"


@pytest.mark.parametrize("package", [module for module in MODULES if module.name == "__init__.py"], ids=name)
def test_every_package_says_what_it_is_for(package):
    assert ast.get_docstring(ast.parse(package.read_text(encoding="utf-8")))


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_no_module_outgrows_its_idea(module):
    lines = module.read_text(encoding="utf-8").count("\n")
    assert lines <= MAX_LINES, f"{name(module)} has {lines} lines"


def test_every_error_is_drawn_in_the_tree_and_described():
    tree = ast.parse((SOURCE / "errors.py").read_text(encoding="utf-8"))
    drawn = ast.get_docstring(tree)
    for error in (node for node in tree.body if isinstance(node, ast.ClassDef)):
        assert re.search(rf"^(├── |└── )?{error.name}\b", drawn, re.MULTILINE), f"{error.name} is not in the tree"
        assert ast.get_docstring(error), f"{error.name} has no docstring"


def test_errors_are_defined_in_one_place():
    for module in set(SOURCE.rglob("*.py")) - {SOURCE / "errors.py"}:
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                bases = [ast.unparse(base) for base in node.bases]
                assert not any(base.endswith(("Error", "Exception")) for base in bases), f"{name(module)}: {node.name}"


def test_tracked_files_name_no_machine_and_no_registry():
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found = FORBIDDEN.search(text)
        assert not found, f"{name(path)}: {found[0]!r}"


@pytest.mark.parametrize("lock", LOCKS, ids=name)
def test_every_locked_requirement_has_a_version_and_hashes(lock):
    hashes = 0
    for number, line in enumerate(lock.read_text(encoding="utf-8").splitlines(), start=1):
        if HASH.match(line):
            hashes += 1
            continue
        assert REQUIREMENT.match(line), f"{name(lock)}:{number}: {line!r}"
        assert hashes or number == 1, f"{name(lock)}:{number - 1}: no hash"
        hashes = 0
    assert hashes, f"{name(lock)}: the last requirement has no hash"


@pytest.mark.parametrize(
    ("lock", "groups"),
    [
        ("requirements.lock", ["charts"]),
        ("requirements-dev.lock", ["charts", "dev"]),
        ("bench/requirements.lock", ["bench"]),
    ],
    ids=["runtime", "dev", "bench"],
)
def test_the_lock_has_all_that_the_package_asks_for(lock, groups):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = project["dependencies"] + [r for group in groups for r in project["optional-dependencies"][group]]
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    locked = {found[1] for line in lines if (found := REQUIREMENT.match(line))}
    assert {canonical(requirement) for requirement in asked} <= locked


def test_the_changelog_begins_with_the_version_of_the_package():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    released = re.findall(r"^## \[(\d[^]]*)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert released[0] == version
