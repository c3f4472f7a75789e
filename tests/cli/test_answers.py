"""What commands answer, where it stands, and how they end."""

import pytest

from alongside.cli.mistyped import shown


def test_json_stands_alone_on_standard_output_and_progress_beside_it(typed, in_json):
    code, out, err = typed("bakery", "bake", "--json", "--day", "2026-11-23", "--price", "£12.71")
    assert code == 0
    assert in_json(out) == {"day": "2026-11-23", "price": 1271, "starts": None, "baked": ["Brötchen"]}
    assert err.splitlines() == ["The oven is warm.", "Baking: 2 done"]


def test_answer_for_people_is_its_text(typed):
    assert typed("bakery", "bake")[:2] == (0, "Baked 2.\n")


def test_table_is_shown_to_people_and_handed_over_in_json(typed, in_json):
    _, out, _ = typed("bakery", "shelf")
    assert [line.split() for line in out.splitlines() if "o" in line][1:] == [["loaf", "3"], ["roll", "12"]]
    _, out, _ = typed("bakery", "shelf", "--json")
    assert in_json(out)["rows"] == [{"what": "loaf", "how many": "3"}, {"what": "roll", "how many": "12"}]


def test_fault_is_3_without_a_traceback_and_where_it_happened_is_kept(typed, tmp_path):
    code, out, err = typed("bakery", "burn", "--json")
    assert (code, out) == (3, "")
    assert err.startswith("Something is wrong in Alongside itself.")
    assert "Traceback" not in err
    assert len(err.splitlines()) == 1
    kept = (tmp_path / "state" / "alongside" / "faults.log").read_text()
    reference = err.split(" under ")[1].split(";")[0]
    assert f"Reference {reference}: a command failed with ZeroDivisionError" in kept
    assert "in burn" in kept
    assert "the oven is off" not in kept


def test_refusal_is_2_and_its_sentence(typed):
    sentence = "loaves.csv, row 4: “32 May” is not a day. Write it 2026-05-31.\n"
    assert typed("bakery", "refuse", "--json") == (2, "", sentence)


def test_blank_that_holds_a_day_together_is_shown_and_no_command_to_the_terminal():
    assert shown("There is no 01:30 on 28\N{NO-BREAK SPACE}March.\x1b[2J") == (
        "There is no 01:30 on 28 March.\N{REPLACEMENT CHARACTER}[2J"
    )


def test_command_that_finds_something_not_right_is_1(typed):
    assert typed("bakery", "taste") == (1, "", "")


def test_stopped_command_is_130(typed):
    code, out, err = typed("bakery", "wait")
    assert (code, out, err.strip()) == (130, "", "Stopped. What was not finished was undone.")


@pytest.mark.parametrize(
    ("option", "text", "said"),
    [
        ("--day", "23.11.2026", "“23.11.2026” is not a day. Write it as year-month-day: 2026-11-23."),
        ("--price", "1.234", "“1.234” is not an amount of money. Write pounds and pence: 12.71."),
        ("--price", "1/0", "“1/0” is not an amount of money. Write pounds and pence: 12.71."),
        ("--starts", "noon", "“noon” is not a day and a time. Write it as “2026-11-23 14:30”."),
    ],
)
def test_option_that_cannot_be_read_is_2_and_says_how_to_write_it(typed, option, text, said):
    code, out, err = typed("bakery", "bake", option, text)
    assert (code, out) == (2, "")
    assert said in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("bakrey", "bake"), "There is no command “bakrey”. Did you mean “bakery”?"),
        (("bakery", "bakke"), "There is no command “bakke”. Did you mean “bake”?"),
        (("bakery", "xylophone"), "There is no command “xylophone”. See “alongside bakery --help”."),
    ],
)
def test_misspelt_command_is_2_and_the_nearest_is_named(typed, arguments, said):
    code, out, err = typed(*arguments)
    assert (code, out) == (2, "")
    assert said in err


def test_business_is_asked_for_by_plugins_alone(typed, as_plugin, in_json):
    _, out, _ = typed("bakery", "which", "--business", "high-street", "--json", **as_plugin)
    assert in_json(out) == {"business": "bakery: high-street"}
    code, _, err = typed("bakery", "which", "--business", "high-street", "--json")
    assert (code, "There is no option" in err) == (2, True)


def test_help_of_a_command_lists_its_own_options_and_json(typed):
    code, out, _ = typed("bakery", "bake", "--help")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines() if line.startswith("  --")] == [
        "--day",
        "--price",
        "--starts",
        "--json",
        "--help",
    ]
