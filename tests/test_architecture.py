"""The house keeps its order: who may import whom, and who may import what from outside."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "explorer"
# Lowest layer first. A name is a module or a folder of the package; imports go down or sideways.
LAYERS = (
    "errors period",
    "model look labels colours",
    "schema checks record naming citing",
    "load editions",
    "graph",
    "snapshot hierarchy days places paths finding",
    "diff differences lineage crosswalk changeover search counts glossary shorthand "
    "plans responsibilities duties money timeline policy reforms lives lifestrip forms view",
    "narrative sheets tables teaching",
    "drawing layout",
    "figures export letters poster handouts",
    "cli __main__",
    "ui",
)
LAYER = {name: number for number, names in enumerate(LAYERS, 1) for name in names.split()}
ONLY = {  # a package from outside, and the parts of ours that may import it
    "streamlit": {"ui"},
    "plotly": {"figures", "ui"},
    "pandas": {"tables", "ui"},
    "networkx": {"graph", "snapshot", "export"},
    "rapidfuzz": {"search", "finding"},
    "typst": {"export"},
    "pptx": {"export"},
    "rdflib": {"export"},
    "pyarrow": {"export"},
    "PIL": {"drawing", "export"},
    "pygraphviz": {"layout"},
    "frictionless": set(),
}
FILES = sorted(PACKAGE.rglob("*.py"))
PAGES = sorted((ROOT / "pages").rglob("*.py"))
LONGEST_PAGE = 60
# Whatever goes wrong in a layout, the tables that hold the same facts must stay on the page.
DRAWINGS = PACKAGE / "ui" / "show.py"


def part(path):
    """The module or folder of the package that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path):
    """Every module that a file imports, wherever in the file, as dotted names."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def own(path):
    """The parts of our package that a file imports."""
    found = {name.split(".")[1] for name in imports(path) if name.startswith("explorer.")}
    return {name for name in found if name in LAYER or (PACKAGE / name).exists()}


def test_every_part_has_its_layer():
    assert {part(path) for path in FILES} - {"__init__"} == set(LAYER)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_never_go_up(path):
    here = part(path)
    if here != "__init__":
        assert {name for name in own(path) if LAYER[name] > LAYER[here]} == set()


def test_no_module_imports_itself_by_a_detour():
    graph = {}
    for path in FILES:
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        graph[name] = {found for found in imports(path) if found.startswith("explorer.")}
    left = {name: {to for to in found if to in graph} for name, found in graph.items()}
    while free := [name for name, found in left.items() if not found]:
        left = {name: found - set(free) for name, found in left.items() if name not in free}
    assert sorted(left) == []


@pytest.mark.parametrize("outside", ONLY)
def test_packages_from_outside_stay_in_their_place(outside):
    users = {part(path) for path in FILES if outside in {n.split(".")[0] for n in imports(path)}}
    assert users - ONLY[outside] == set()


@pytest.mark.parametrize("path", [p for p in FILES if p.name == "__init__.py"], ids=str)
def test_a_folder_says_what_it_is_and_holds_no_code(path):
    (only,) = ast.parse(path.read_text("utf-8")).body
    assert isinstance(only, ast.Expr)
    assert isinstance(only.value.value, str)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_is_a_paragraph(path):
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= LONGEST_PAGE
    kinds = (ast.FunctionDef, ast.ClassDef, ast.Lambda)
    assert not [node for node in ast.walk(ast.parse(text)) if isinstance(node, kinds)]


@pytest.mark.parametrize("path", [*FILES, *PAGES], ids=str)
def test_nothing_is_caught_blindly(path):
    if path == DRAWINGS:
        return
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else ""
            assert caught not in ("", "Exception", "BaseException")
