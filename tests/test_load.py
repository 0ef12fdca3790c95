"""Reading a data package: what is sound becomes a registry, what is not is listed whole."""

import json
import shutil

import pytest

from explorer.errors import DataError
from explorer.load import DEFAULT_FOLDER, load, problems
from explorer.model import Registry

TEMPLATE = DEFAULT_FOLDER.parent / "template"


@pytest.fixture
def package(tmp_path):
    """A copy of the template package, to be broken."""
    return shutil.copytree(TEMPLATE, tmp_path / "package")


def edit(package, name, old, new, *, count=1):
    path = package / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, count), "utf-8")


def said(package):
    return [str(problem) for problem in problems(package)]


def test_the_template_is_sound_and_loads():
    assert problems(TEMPLATE) == ()
    assert isinstance(load(TEMPLATE), Registry)


def test_a_broken_package_gives_no_registry_but_all_problems_at_once(package):
    edit(package, "organisations.csv", "closed,", "shut,", count=2)
    edit(package, "sources.csv", "source_id", "source")
    with pytest.raises(DataError) as error:
        load(package)
    assert {problem.file for problem in error.value.problems} >= {
        "organisations.csv",
        "sources.csv",
    }
    assert str(error.value).startswith(f"{len(error.value.problems)} problems in the data package:")


def test_a_folder_without_a_descriptor(tmp_path):
    assert said(tmp_path) == [
        f"datapackage.json: no such file in '{tmp_path}'; a data package needs one"
    ]


def test_a_descriptor_that_is_no_json(package):
    (package / "datapackage.json").write_text('{\n"name": oops}', "utf-8")
    assert said(package) == ["datapackage.json:2: is not JSON: Expecting value"]


def test_a_descriptor_of_another_sort(package):
    (package / "datapackage.json").write_text("{}", "utf-8")
    assert said(package) == [
        "datapackage.json: is not a Frictionless descriptor: KeyError 'resources'"
    ]


def test_a_descriptor_without_its_day(package):
    edit(package, "datapackage.json", '"asKnownOn"', '"asKnown"')
    assert said(package) == ["datapackage.json asKnownOn: '' is not a whole day such as 2026-07-02"]


def test_a_table_that_is_not_listed(package):
    path = package / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    descriptor["resources"] = [r for r in descriptor["resources"] if r["name"] != "codes"]
    path.write_text(json.dumps(descriptor), "utf-8")
    assert said(package) == ["datapackage.json codes: the table is not listed among the resources"]


def test_a_field_that_the_explorer_needs(package):
    path = package / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8"))
    codes = next(r for r in descriptor["resources"] if r["name"] == "codes")
    codes["schema"]["fields"] = [f for f in codes["schema"]["fields"] if f["name"] != "scheme"]
    path.write_text(json.dumps(descriptor), "utf-8")
    assert said(package) == ["datapackage.json codes: the table has no field 'scheme'"]


def test_a_file_that_is_not_there(package):
    (package / "codes.csv").unlink()
    assert "codes.csv: no such file, but the descriptor lists it" in said(package)


def test_a_file_that_is_not_utf_8(package):
    path = package / "names.csv"
    path.write_bytes(path.read_bytes() + "x,Caf\xe9,in_use,,,s,\n".encode("latin-1"))
    line = path.read_bytes().count(b"\n")
    assert said(package)[0] == (f"names.csv:{line}: byte 0xE9 is not UTF-8; save the file as UTF-8")


def test_a_byte_order_mark_is_no_fault(package):
    path = package / "names.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert said(package) == []


def test_a_missing_and_an_unknown_column(package):
    edit(package, "codes.csv", "scheme", "system")
    assert said(package) == [
        "codes.csv:1 scheme: the column is missing; "
        "the header is: org_id, system, code, from, to, source_id, note",
        "codes.csv:1 system: unknown column; "
        "the columns of this table are: org_id, scheme, code, from, to, source_id, note",
    ]


def test_a_column_that_occurs_twice(package):
    header, rest = (package / "codes.csv").read_text("utf-8").split("\n", 1)
    rows = "".join(f"{row},x\n" for row in rest.splitlines())
    (package / "codes.csv").write_text(f"{header},code\n{rows}", "utf-8")
    assert said(package) == ["codes.csv:1 code: the column occurs twice"]


def test_a_row_with_a_value_too_many(package):
    path = package / "codes.csv"
    path.write_text(path.read_text("utf-8") + "a,b\n", "utf-8")
    line = path.read_text("utf-8").count("\n")
    assert said(package) == [f"codes.csv:{line}: 2 values in this row, 7 in the header"]


def test_a_quote_that_is_never_closed(package):
    path = package / "codes.csv"
    line = path.read_text("utf-8").count("\n") + 1
    path.write_text(path.read_text("utf-8") + '"a,b\n', "utf-8")
    assert said(package) == [f"codes.csv:{line}: cannot be read as CSV: unexpected end of data"]


def test_a_line_break_inside_quotes_does_not_shift_later_line_numbers(package):
    path = package / "kinds.csv"
    header, first, *rest = path.read_text("utf-8").splitlines()
    names = header.split(",")
    row = dict.fromkeys(names, "")
    row["kind"] = '"two\nlines"'
    broken = ",".join(row[name] for name in names)
    path.write_text("\n".join([header, first, broken, "x" + "," * (len(names) - 1), *rest]) + "\n")
    lines = {problem.line for problem in problems(package) if problem.file == "kinds.csv"}
    assert {3, 5} <= lines
    assert 4 not in lines


def test_an_id_that_is_used_twice(package):
    path = package / "organisations.csv"
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join([*lines, lines[1]]) + "\n", "utf-8")
    first = lines[1].split(",")[0]
    assert said(package) == [
        f"organisations.csv:{len(lines) + 1} id: '{first}' is already used on line 2"
    ]


def test_a_reference_to_nothing(package):
    path = package / "successions.csv"
    header, first, *rest = path.read_text("utf-8").splitlines()
    names = header.split(",")
    values = first.split(",")
    values[names.index("to_id")] = "Q99"
    path.write_text("\n".join([header, ",".join(values), *rest]) + "\n", "utf-8")
    assert "successions.csv:2 to_id: 'Q99' is not in organisations.csv" in said(package)


def test_a_value_outside_a_closed_list(package):
    edit(package, "organisations.csv", ",in_force,", ",alive,")
    found = [text for text in said(package) if "alive" in text]
    assert len(found) == 1
    assert found[0].endswith("status: 'alive' is not one of: in_force, closed, end_unknown")


def test_a_required_value_that_is_blank(package):
    path = package / "codes.csv"
    header, first, *rest = path.read_text("utf-8").splitlines()
    values = first.split(",")
    values[header.split(",").index("source_id")] = ""
    path.write_text("\n".join([header, ",".join(values), *rest]) + "\n", "utf-8")
    assert said(package) == ["codes.csv:2 source_id: is blank; a value is required"]


def test_a_date_that_is_none(package):
    path = package / "codes.csv"
    header, first, *rest = path.read_text("utf-8").splitlines()
    values = first.split(",")
    values[header.split(",").index("from")] = "1 April 2013"
    path.write_text("\n".join([header, ",".join(values), *rest]) + "\n", "utf-8")
    assert said(package) == [
        "codes.csv:2 from: '1 April 2013' is not a date such as 1999, 1999-04 or 1999-04-01"
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1.5", "1.5 is above 1"),
        ("-0.5", "-0.5 is below 0"),
        ("half", "'half' is not a number"),
        ("nan", "'nan' is not a number"),
    ],
)
def test_a_share_that_is_none(package, text, words):
    path = package / "shares.csv"
    header, first, *rest = path.read_text("utf-8").splitlines()
    values = first.split(",")
    values[header.split(",").index("share")] = text
    path.write_text("\n".join([header, ",".join(values), *rest]) + "\n", "utf-8")
    assert f"shares.csv:2 share: {words}" in said(package)


def test_the_edition_digest_follows_the_tables(package):
    before = load(package).edition
    edit(package, "sources.csv", "Example", "Sample")
    assert load(package).edition.digest != before.digest
    assert load(package).edition.version == before.version
