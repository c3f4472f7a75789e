"""Finding plugins: a broken one is left out by name, with the reason, and the others work."""

from importlib import metadata

import pytest

from alongside.house.entry_points import entry_points
from alongside.house.finding import find_plugins
from alongside.scaffold.loading import load

GOOD = """
from alongside.plugin import Plugin, hook

@hook
def alongside_plugin():
    return Plugin(name="{name}", title="Bakery", picture="bread", package="toy", api={api})
"""
STRANGE_HOOK = """
@hook
def person_erasd(unit, person):
    pass
"""
STRANGE_ARGUMENT = """
@hook
def person_erased(unit, who):
    pass
"""


def good(name="broken", api=(1, 0)):
    return GOOD.format(name=name, api=api)


BROKEN = {
    "import no_such_bread": "It could not be loaded: ModuleNotFoundError: No module named 'no_such_bread'.",
    "1 / 0": "It could not be loaded: ZeroDivisionError: division by zero.",
    "raise SystemExit('no licence')": "It could not be loaded: SystemExit: no licence.",
    "def alongside_plugin(:": "It could not be loaded: SyntaxError:",
    "bread = 1": "It has no description: toy_broken_{place} defines no “alongside_plugin” hook.",
    "from alongside.plugin import hook\n@hook\ndef alongside_plugin():\n    return 'bakery'": (
        "Its description is str, but must be a Plugin."
    ),
    "from alongside.plugin import hook\n@hook\ndef alongside_plugin():\n    return 1 / 0": (
        "It could not be loaded: ZeroDivisionError: division by zero."
    ),
    good("bakery"): "It is installed as “broken” but calls itself “bakery”; both must be the same.",
    good().replace('title="Bakery"', 'title=""'): (
        "It could not be loaded: Misdescribed: Plugin.title is '', but must be a text that is not empty."
    ),
    good(api=(2, 0)): "It was written for version 2.0 of the API, and this is 1.2.",
    good(api=(0, 9)): "It was written for version 0.9 of the API, and this is 1.2.",
    good(api=(1, 3)): "It was written for version 1.3 of the API, and this is 1.2.",
    good() + STRANGE_HOOK: (
        "It reacts to “person_erasd”, but no event is called that. Did its author mean “person_erased”?"
    ),
    good() + STRANGE_ARGUMENT: "A reaction of it wants what its event does not give: Argument(s) {{'who'}} are",
}


@pytest.fixture
def module(tmp_path, monkeypatch):
    """Write a module to disk, where it can be imported, and return its name."""
    monkeypatch.syspath_prepend(tmp_path)

    def written(name, text):
        (tmp_path / f"{name}.py").write_text(text)
        return name

    return written


@pytest.mark.parametrize("place", range(len(BROKEN)))
def test_broken_plugin_is_left_out_with_its_reason_and_others_work(module, place):
    text, reason = list(BROKEN.items())[place]
    broken = module(f"toy_broken_{place}", text)
    found = find_plugins({"broken": broken, "bakery": module(f"toy_good_{place}", good("bakery"))})
    assert [plugin.name for plugin in found.plugins] == ["bakery"]
    assert [one.name for one in found.left_out] == ["broken"]
    assert found.left_out[0].reason.startswith(reason.format(place=place))


def test_plugin_that_is_not_on_disk_is_left_out(module):
    found = find_plugins({"gone": "toy_gone", "bakery": module("toy_good", good("bakery"))})
    assert [plugin.name for plugin in found.plugins] == ["bakery"]
    assert found.left_out[0].reason == "It could not be loaded: ModuleNotFoundError: No module named 'toy_gone'."


@pytest.mark.parametrize("name", ["people", "store", "demo"])
def test_plugin_under_a_name_of_ours_is_left_out(module, name):
    found = find_plugins({name: module(f"toy_called_{name}", good(name))})
    assert found.left_out[0].reason == f"Its name “{name}” is taken by Alongside itself."


def test_plugin_written_for_an_older_minor_version_works(module, monkeypatch):
    monkeypatch.setattr("alongside.house.finding.API_VERSION", (1, 3))
    assert find_plugins({"older": module("toy_older", good("older", (1, 2)))}).left_out == ()


def test_two_names_for_one_module_leave_the_wrong_name_out(module):
    name = module("toy_twice", good("bakery"))
    found = find_plugins({"bakery": name, "baker": name})
    assert ([one.name for one in found.plugins], [one.name for one in found.left_out]) == (["bakery"], ["baker"])


def test_entry_points_read_by_hand_are_those_of_the_library():
    theirs = {point.name: point.value for point in metadata.entry_points(group="alongside")}
    assert entry_points() == theirs
    assert "cafe" in theirs


def test_entry_points_in_every_shape_of_file_are_read_as_the_library_reads_them(tmp_path):
    texts = {
        "a-1.0.dist-info": "# ours\n[alongside]\nbakery = toy.bakery\n\n[console_scripts]\nbake = toy:bake\n",
        "b-1.0.dist-info": "[ alongside ]\n  garden=toy.garden:described  \n#shop = toy.shop\n",
        "c-1.0.dist-info": "[alongside.other]\nother = toy.other\n",
        "d-1.0.dist-info": "",
    }
    for name, text in texts.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name[0]}\nVersion: 1.0\n")
        (tmp_path / name / "entry_points.txt").write_text(text)
    theirs = [point for one in metadata.distributions(path=[str(tmp_path)]) for point in one.entry_points]
    read = entry_points([str(tmp_path), str(tmp_path / "nowhere"), ""])
    assert read["bakery"] == "toy.bakery"
    assert {name: read.get(name) for name in ("bakery", "garden")} == {
        point.name: point.value for point in theirs if point.group.strip() == "alongside"
    }
    assert read.keys().isdisjoint({"shop", "bake", "other"})


STRICT = """
from datetime import date
from alongside.plugin import Plugin, StricterRule, hook

@hook
def alongside_plugin():
    rest = StricterRule("uk.daily-rest", {hours}, first_day=date({year}, 1, 1), source="our way of working")
    return Plugin(name="broken", title="Bakery", picture="cup", package="toy", api=(1, 2), stricter_rules=(rest,))
"""


@pytest.mark.parametrize(
    ("hours", "year", "reason"),
    [
        (13, 2026, None),
        (11, 2026, "One of its stricter rules cannot be. The law says 12 hours since 1 April 2023"),
        (0, 2026, "It could not be loaded: Misdescribed: StricterRule.value is 0, but must be a whole number"),
    ],
)
def test_plugin_with_a_looser_rule_is_left_out_by_name_and_one_with_a_stricter_rule_is_not(
    module, hours, year, reason
):
    found = find_plugins({"broken": module(f"toy_strict_{hours}", STRICT.format(hours=hours, year=year))})
    left_out = [(one.name, one.reason.startswith(reason)) for one in found.left_out]
    assert left_out == ([("broken", True)] if reason else [])


def test_rule_that_the_law_has_overtaken_since_leaves_nobody_out(module):
    wage = STRICT.replace('"uk.daily-rest"', '"uk.minimum-wage"').replace("first_day=", "age_from=21, first_day=")
    idle, looser = (module(f"toy_wage_{pence}", wage.format(hours=pence, year=2025)) for pence in (1145, 1144))
    assert find_plugins({"broken": idle}).left_out == ()
    assert find_plugins({"broken": looser}).left_out != ()


def test_plugin_check_names_a_looser_rule(module):
    name = module("toy_loose", STRICT.format(hours=11, year=2026))
    (fault,) = load("broken", name).faults
    assert (
        fault.kind.value,
        fault.sentence.startswith("One of its stricter rules cannot be. The law says 12 hours"),
    ) == (
        "looser rule",
        True,
    )
    assert load("broken", module("toy_tight", STRICT.format(hours=13, year=2026))).faults == ()
