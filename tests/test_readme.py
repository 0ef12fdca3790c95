"""What the README shows is what happens."""

import doctest
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"


def test_the_python_examples_of_the_readme_run():
    found = doctest.testfile(str(README), module_relative=False, optionflags=doctest.ELLIPSIS)
    assert found.attempted > 5
    assert found.failed == 0


def test_the_folders_that_the_readme_names_exist():
    root = README.parent
    folders = "datasets/nhs-commissioning datasets/template pages explorer explorer/checks"
    folders += " explorer/layout explorer/figures explorer/export explorer/ui"
    for folder in folders.split():
        assert (root / folder).is_dir(), folder
        assert folder in README.read_text("utf-8"), folder
