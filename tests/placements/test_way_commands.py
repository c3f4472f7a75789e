"""The way to work at the keyboard: as people type it, in a copy of the demo."""

import json

import pytest


@pytest.mark.proof
def test_stages_hours_outcomes_and_the_list_for_an_audit_at_the_keyboard(own_demo, command):
    noted = command("placements", "stage", "Oscar Lindley", "job_finding", "--json", home=own_demo)
    assert json.loads(noted.stdout)["stage"] == "job_finding"
    assert "job_finding" in command("placements", "way", "Oscar Lindley", home=own_demo).stdout
    again = command("placements", "stage", "Oscar Lindley", "job_finding", home=own_demo)
    assert (again.returncode, "step of this day already" in again.stderr) == (2, True)

    agreed = json.loads(command("placements", "list", "--json", home=own_demo).stdout)["rows"]
    archie = next(one["placement"] for one in agreed if one["person"] == "Archie Nolan")
    grown = command("placements", "grow", archie, "--step", "2027-01-04=10", "--json", home=own_demo)
    assert json.loads(grown.stdout)["plan"] == [{"from": "2027-01-04", "minutes": 600}]
    for wrong in ("2020-01-04=10", "soon=10", "2027-01-04"):
        refused = command("placements", "grow", archie, "--step", wrong, home=own_demo)
        assert refused.returncode == 2, wrong
        assert "Traceback" not in refused.stderr

    lasting = json.loads(command("placements", "outcomes", "--json", home=own_demo).stdout)["rows"]
    waiting = next(one for one in lasting if one["confirmed"] == "not yet")
    done = command("placements", "confirm", waiting["outcome"], "--wanted", "yes", home=own_demo)
    assert (done.returncode, "confirmed" in done.stdout) == (0, True)
    assert command("placements", "confirm", waiting["outcome"], home=own_demo).returncode == 2

    made = command("placements", "audit-list", "Sam Whitlock", "Leah Osei", "--numbers", home=own_demo)
    assert made.returncode == 0, made.stderr
    assert (own_demo / "papers" / "way-to-work-2026-11-23.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.proof
def test_new_rates_at_the_keyboard_are_agreed_for_one_or_brought_to_the_floor_for_all(own_demo, command):
    def rate(*words):
        return command(
            "placements", "rate", *words, "--business", "tideline-cafe", "--from", "2027-04-01", home=own_demo
        )

    agreed = rate("Rosa Delgado", "--rate", "25.00")
    assert agreed.returncode == 0, agreed.stderr
    assert "From 2027-04-01 Rosa Delgado gets £25.00 an hour" in agreed.stdout
    assert "Nothing had to be changed." in rate("Rosa Delgado", "--rate", "25.00").stdout
    less = rate("Rosa Delgado", "--rate", "12.00")
    assert (less.returncode, "gets £25.00 an hour already" in less.stderr) == (2, True)
    # From January on the demo has promised £13.45.
    raised = json.loads(rate("--all-to-floor", "--json").stdout)
    assert len(raised["raised"]) > 1
    assert {one["rate"] for one in raised["raised"]} == {1345}
    assert "Nothing had to be changed." in rate("--all-to-floor").stdout
    for wrong in (("Rosa Delgado",), ("--rate", "25.00"), ("Rosa Delgado", "--rate", "30", "--all-to-floor"), ()):
        refused = rate(*wrong)
        assert (refused.returncode, "whose rate is meant" in refused.stderr) == (2, True), wrong
