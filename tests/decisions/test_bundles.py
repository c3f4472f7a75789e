"""Bundles of files and decisions: verified whole, and every change of one is named."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import attrs
import click
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from tests.decisions.invented_contests import contest

from alongside.cli import Desk
from alongside.decisions import closing_record
from alongside.decisions.ballot import ABSTAIN, Ballot, BallotKind
from alongside.decisions.bundling import of_file, opening
from alongside.decisions.bundling.bundle import DIGESTS, Bundle
from alongside.decisions.bundling.of_decision import of_decision
from alongside.decisions.bundling.verifying import Verdict, verify
from alongside.decisions.commands import bundling as commands
from alongside.decisions.counting.rule import Asking
from alongside.decisions.counting.rules import RULES
from alongside.decisions.outcome import Outcome, count, settled
from alongside.decisions.proposal import ANSWERS, Option, Proposal
from alongside.decisions.vote_rule import RULES as VOTE_RULES
from alongside.refusal import BadInput, NotFound

COMMITTEE = Path(__file__).parents[2] / "examples" / "committee.blt"
NOW = datetime(2026, 11, 30, 20, tzinfo=UTC)
WORDS = ("Open on Sundays", "Stay closed", "Ask again in May", "Let “others” decide")
KEYS = tuple(f"option{n}" for n in range(1, 5))


def asked(rule: str, seats: int = 1, people: bool = False, quorum: int = 3) -> Proposal:
    options = tuple(
        Option(key=key, words=words, easy_words=words, picture="ballot", person=key if people else None)
        for key, words in zip(KEYS, WORDS, strict=True)
    )
    spends = VOTE_RULES[rule].spends
    if VOTE_RULES[rule].ballot is BallotKind.CONSENT:
        options = ANSWERS
    if spends:
        options = tuple(attrs.evolve(one, cost=14_050 * at) for at, one in enumerate(options, 1))
    words = {"title": "When do we open?", "easy_title": "When do we open?", "why": "", "easy_why": ""}
    facts = {"options": options, "rule": rule, "seats": seats, "budget": 60_000 if spends else None}
    return Proposal(id="p", **words, **facts, proposer=None, closes=NOW, quorum=quorum)


def voted(proposal: Proposal, seed: int, number: int, lot: str = "") -> Outcome:
    """The outcome of invented ballots, closed as it is closed in an enterprise."""
    chance = random.Random(seed)
    ballots = []
    for _ in range(number):
        if proposal.how.ballot is BallotKind.SCORES:
            given = {key: f"{chance.randint(0, 5)}" for key in KEYS if chance.random() < 0.7}
            ballots.append(Ballot.giving(given) if given else Ballot((ABSTAIN,)))
            continue
        most = len(KEYS) if proposal.how.fills_places or proposal.how.spends else 1
        keys = tuple(chance.sample(proposal.keys, chance.randint(0, most))) or (ABSTAIN,)
        ballots.append(Ballot.of(proposal.how.written(Ballot(keys), proposal.keys)))
    outcome = count(f"{seed:08}", proposal, ballots, 50, NOW, lot)
    closed = attrs.evolve(outcome, closing=closing_record.made(proposal, outcome, [], lot))
    return settled(closed, seed % 3) if closed.waits else closed


def verified(made: Bundle, folder: Path, record: str = "") -> Verdict:
    path = folder / "vote.zip"
    path.write_bytes(made.zipped())
    return verify(path, record)


def changed(made: Bundle, name: str, change: Any) -> Bundle:
    """The bundle with a fact of a file changed, and digests made afresh by whoever forged it."""
    facts = json.loads(made.files[name])
    change(facts)
    return Bundle({**made.files, name: json.dumps(facts, ensure_ascii=False).encode()})


@pytest.mark.parametrize("rule", RULES)
def test_bundle_of_a_file_agrees_by_our_own_rule(rule: str, tmp_path: Path) -> None:
    for seed in range(8):
        voted_on, asking = contest(rule, seed)
        try:
            made = of_file.of_contest(voted_on, RULES[rule], asking)
        except BadInput:
            continue
        found = verified(made, tmp_path)
        assert (found.wrong, found.recounted, found.own_script) == ((), True, True), seed


@pytest.mark.parametrize("rule", VOTE_RULES)
@pytest.mark.parametrize("lot", ["", "4 2"])
def test_bundle_of_a_decision_agrees_by_our_rule_and_by_its_script(rule: str, lot: str, tmp_path: Path) -> None:
    for seed in range(12):
        proposal = asked(rule, seats=2 if VOTE_RULES[rule].fills_places else 1, quorum=(3, 40)[seed % 4 == 3])
        made = of_decision(proposal, voted(proposal, seed, 10 + seed, lot))
        found = verified(made, tmp_path)
        assert (found.wrong, found.recounted, found.own_script) == ((), True, True), seed
    assert plain(tmp_path) == (0, "Everything agrees.")


def plain(folder: Path) -> tuple[int, str]:
    """What plain Python says of the bundle in a folder, by itself."""
    ran = subprocess.run([sys.executable, "-I", "-S", "vote.zip"], cwd=folder, capture_output=True, text=True)
    return ran.returncode, ran.stdout.splitlines()[-1]


@pytest.mark.parametrize("rule", VOTE_RULES)
def test_every_small_decision_agrees_with_its_script_as_well(rule: str, tmp_path: Path) -> None:
    from tests.decisions.test_recount_scripts import wrong

    from alongside.decisions.bundling import held

    for seed in range(60):
        proposal = asked(rule, seats=2 if VOTE_RULES[rule].fills_places else 1)
        made = of_decision(proposal, voted(proposal, seed, 10 + seed % 4, "" if seed % 2 else "6 6"))
        assert wrong(made, rule, held.KINDS[proposal.how.ballot]) == [], seed


@pytest.mark.parametrize("rule", VOTE_RULES)
def test_few_ballots_give_totals_that_verify_and_say_that_they_cannot_be_counted(
    rule: str, tmp_path: Path
) -> None:
    proposal = asked(rule, seats=2 if VOTE_RULES[rule].fills_places else 1)
    for seed in range(20):
        made = of_decision(proposal, voted(proposal, seed, 5 + seed % 5))
        assert not any(name.startswith("ballots") for name in made.files)
        found = verified(made, tmp_path)
        assert (found.wrong, found.recounted, found.own_script) == ((), False, True), seed
    assert plain(tmp_path) == (0, "This bundle holds totals alone: it cannot be counted again.")
    forged = changed(made, "result.json", lambda told: told["votes"].update({proposal.options[0].words: 77}))
    assert "closing record, totals, 1: 77" not in verified(made, tmp_path).wrong
    assert any("totals, 1" in step and "77" in step for step in verified(forged, tmp_path).wrong)
    assert plain(tmp_path)[0] == 1


def test_of_four_ballots_there_is_no_bundle_and_of_old_votes_neither() -> None:
    proposal = asked("majority")
    with pytest.raises(NotFound, match="So few people voted that the numbers stay private"):
        of_decision(proposal, voted(proposal, 1, 4))
    with pytest.raises(NotFound, match="before there were bundles"):
        of_decision(proposal, attrs.evolve(voted(proposal, 1, 12), closing=None))


def test_lot_between_people_of_whom_one_was_forgotten_gives_totals_alone() -> None:
    proposal = asked("approval", people=True)
    drawn = next(one for seed in range(200) if (one := voted(proposal, seed, 10, "3 3")).drawn)
    assert "ballots.csv" in of_decision(proposal, drawn).files
    assert "ballots.csv" not in of_decision(proposal, drawn, forgotten=True).files


FORGED = {
    "ballot": ("ballots.blt", lambda text: text.replace("\n2 ", "\n3 ", 1), "closing record, ballots_sha256"),
    "ballots taken out": (
        "ballots.blt",
        lambda text: "\n".join(text.split("\n")[:1] + text.split("\n")[2:]),
        "ballots",
    ),
    "name": ("ballots.blt", lambda text: text.replace(WORDS[0], "Open on Mondays"), "candidates, 1"),
    "rule": ("question.json", lambda text: text.replace('"scottish-stv"', '"approval"'), ""),
    "seats": ("question.json", lambda text: text.replace('"seats": 2', '"seats": 3'), "closing record, seats"),
    "lot": ("question.json", lambda text: text.replace('"lot": "3 5"', '"lot": "1 1"'), "closing record, lot"),
    "quorum": (
        "question.json",
        lambda text: text.replace('"quorum": 3', '"quorum": 33'),
        "closing record, quorum",
    ),
    "winner": (
        "result.json",
        lambda text: text.replace(f'"winners": [\n  "{WORDS[0]}"', '"winners": [\n  "X"'),
        "",
    ),
    "record": ("closing.json", lambda text: text.replace('"on_roll":50', '"on_roll":60'), "tellers"),
    "page": ("README.txt", lambda text: text.replace("Chosen: ", "Chosen: Eve, "), "README.txt: it does not tell"),
    "script": ("recount.py", lambda text: text.replace("return 1 if wrong else 0", "return 0"), "recount.py"),
}


def held_election() -> tuple[Bundle, str]:
    """An election in which the first of the paper is chosen, and the digest of its closing record."""
    proposal = asked("scottish-stv", seats=2)
    outcomes = (voted(proposal, seed, 24, "3 5") for seed in range(99))
    outcome = next(one for one in outcomes if KEYS[0] in one.winners)
    return of_decision(proposal, outcome), closing_record.digest(str(outcome.closing))


@pytest.mark.parametrize("what", FORGED)
@pytest.mark.parametrize("afresh", [False, True], ids=["digests as they were", "digests made afresh"])
def test_what_is_changed_after_closing_is_named(what: str, afresh: bool, tmp_path: Path) -> None:
    made, record = held_election()
    assert verified(made, tmp_path, record).agrees
    name, change, step = FORGED[what]
    forged = change(made.files[name].decode())
    assert forged != made.files[name].decode()
    files = {**made.files, name: forged.encode()}
    if afresh:
        path = tmp_path / "vote.zip"
        path.write_bytes(Bundle(files).zipped())
    else:
        path = zipped(tmp_path, {**files, DIGESTS: made.digests})
    wrong = verify(path, record).wrong
    assert wrong
    assert any((step if afresh else f"digest of {name}") in one for one in wrong), wrong


def zipped(folder: Path, files: dict[str, bytes], **entries: bytes) -> Path:
    path = folder / "vote.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as held:
        for name, content in {**files, **entries}.items():
            held.writestr(name, content)
    return path


MADE, _ = held_election()
PLACES = [(name, at) for name in MADE.files for at in range(0, len(MADE.files[name]), 97)]


@given(place=st.sampled_from(PLACES), by=st.integers(1, 255))
def test_no_byte_of_any_file_can_be_another(place: tuple[str, int], by: int, tmp_path_factory: Any) -> None:
    name, at = place
    content = bytearray(MADE.files[name])
    content[at] = (content[at] + by) % 256
    path = zipped(tmp_path_factory.mktemp("b"), {**MADE.files, name: bytes(content), DIGESTS: MADE.digests})
    assert named(path, name)


def named(path: Path, name: str) -> bool:
    """Whether it is said that a file was changed, or that it does not even hold what it should."""
    try:
        return any(f"digest of {name}" in step for step in verify(path).wrong)
    except BadInput as refused:
        return f"{name} does not hold what it should" in refused.sentence


FIGURES = [
    (stage, name)
    for stage, each in enumerate(json.loads(MADE.files["result.json"])["stages"])
    for name in each["votes"]
]


@given(where=st.sampled_from(FIGURES))
def test_no_figure_of_a_stage_can_be_another_even_with_digests_made_afresh(
    where: Any, tmp_path_factory: Any
) -> None:
    stage, name = where

    def forge(told: Any) -> None:
        told["stages"][stage]["votes"][name] += "1"

    folder = tmp_path_factory.mktemp("b")
    wrong = verified(changed(MADE, "result.json", forge), folder).wrong
    assert [step.partition(":")[0] for step in wrong] == [f"result, stages, {stage + 1}, votes, {name}"]
    assert plain(folder)[0] == 1


BAD: dict[str, Any] = {
    "no zip": lambda path: path.write_bytes(b"PK no zip at all"),
    "empty": lambda path: path.write_bytes(b""),
    "cut short": lambda path: path.write_bytes(MADE.zipped()[:-200]),
    "bytes inside": lambda path: path.write_bytes(MADE.zipped()[:500] + b"\0" * 90 + MADE.zipped()[590:]),
    "a folder above": lambda path: zipped(path.parent, dict(MADE.files), **{"../evil.py": b"x"}),
    "absolute": lambda path: zipped(path.parent, dict(MADE.files), **{"/etc/passwd": b"x"}),
    "terminal commands": lambda path: zipped(path.parent, dict(MADE.files), **{"\x1b[2J.txt": b"x"}),
    "member missing": lambda path: zipped(path.parent, dict(MADE.files)),
    "bomb": lambda path: zipped(path.parent, {**MADE.files, DIGESTS: b"0" * (opening.LARGEST + 9)}),
    "no object": lambda path: zipped(path.parent, {**MADE.files, DIGESTS: MADE.digests, "result.json": b"[]"}),
    "deep": lambda path: zipped(path.parent, {**MADE.files, DIGESTS: b"", "result.json": b"[" * 99_999}),
}


@pytest.mark.parametrize("what", BAD)
def test_what_is_no_bundle_is_refused_in_one_sentence(what: str, tmp_path: Path) -> None:
    BAD[what](tmp_path / "vote.zip")
    with pytest.raises(BadInput) as refused:
        verify(tmp_path / "vote.zip")
    assert "vote.zip" in refused.value.sentence
    assert refused.value.sentence.isprintable()


ODD: dict[str, Any] = {
    "no text": lambda path: zipped(path.parent, {**MADE.files, DIGESTS: b"\xff", "ballots.blt": b"\xff\xfe"}),
    "empty question": lambda path: zipped(path.parent, {**MADE.files, DIGESTS: b"", "question.json": b"{}"}),
    "no seats": lambda path: path.write_bytes(
        changed(MADE, "question.json", lambda told: told.update(seats="two")).zipped()
    ),
    "rule of no name": lambda path: path.write_bytes(
        changed(MADE, "question.json", lambda told: told.update(rule=7)).zipped()
    ),
    "empty result": lambda path: zipped(path.parent, {**MADE.files, DIGESTS: b"", "result.json": b"{}"}),
    "other ballots": lambda path: path.write_bytes(
        changed(MADE, "question.json", lambda told: told.update(ballots="/etc/passwd")).zipped()
    ),
}


@pytest.mark.parametrize("what", ODD)
def test_what_is_oddly_filled_does_not_agree(what: str, tmp_path: Path) -> None:
    ODD[what](tmp_path / "vote.zip")
    wrong = verify(tmp_path / "vote.zip").wrong
    assert wrong
    assert all(step.isprintable() for step in wrong)
    assert run(commands.verify, str(tmp_path / "vote.zip"))[0] == 1
    assert plain(tmp_path)[0] == 1


def test_ballots_cannot_be_hidden_to_have_the_result_believed(tmp_path: Path) -> None:
    made = of_file.of_file(COMMITTEE, RULES["scottish-stv"], None, Asking())
    forged = changed(made, "question.json", lambda told: told.pop("ballots"))
    # Of a version of long ago, so that its script may be another.
    forged = changed(forged, "closing.json", lambda told: told.update(program="Alongside 0"))
    forged = changed(forged, "result.json", lambda told: told.update(winners=["Eve"]))
    found = "question: it names other ballots than those that are here (ballots.blt)."
    assert found in verified(forged, tmp_path).wrong
    without = Bundle({name: content for name, content in forged.files.items() if name != "ballots.blt"})
    assert "question: there are no ballots." in verified(without, tmp_path).wrong


def test_totals_tell_of_no_other_winner_or_tie_than_the_record(tmp_path: Path) -> None:
    proposal = asked("majority")
    outcomes = (voted(proposal, seed, 6) for seed in range(99))
    made = of_decision(proposal, next(one for one in outcomes if one.tied))
    tied = changed(made, "result.json", lambda told: told.update(tied=[[WORDS[0]], [WORDS[1]], [WORDS[2]]]))
    assert any("closing record, tied" in step for step in verified(tied, tmp_path).wrong)
    won = changed(made, "result.json", lambda told: told.update(winner=WORDS[0]))
    assert f'result, winner: "{WORDS[0]}" is written, and nothing is found.' in verified(won, tmp_path).wrong


def test_nothing_of_a_bundle_is_run(tmp_path: Path) -> None:
    evil = f"open({str(tmp_path / 'ran')!r}, 'w')\n".encode()
    forged = Bundle({**MADE.files, "recount.py": evil, "__main__.py": evil})
    found = verified(forged, tmp_path)
    assert (found.own_script, found.agrees) == (False, False)
    assert not (tmp_path / "ran").exists()


def run(command: Any, *arguments: str) -> tuple[int, str]:
    """Run a command at a desk where no enterprise is to be had; return its exit code and what it says."""
    desk = Desk(lambda: pytest.fail("an enterprise was opened"))
    made = click.command()(click.pass_obj(command))
    ended = CliRunner().invoke(made, list(arguments), obj=desk, catch_exceptions=False)
    return ended.exit_code, ended.output


def test_file_is_bundled_and_verified_by_commands_without_an_enterprise(tmp_path: Path) -> None:
    out = tmp_path / "committee.zip"
    assert run(commands.bundle, str(COMMITTEE), "--out", str(out))[0] == 0
    code, said = run(commands.verify, str(out))
    assert code == 0
    assert "Everything agrees: files, closing record, ballots, winners, ties and every figure." in said
    assert f"python3 {out}" in said
    forged = changed(
        Bundle({n: c for n, c in opening.opened(out).items() if n != DIGESTS}),
        "result.json",
        lambda told: told.update(quota=12),
    )
    out.write_bytes(forged.zipped())
    code, said = run(commands.verify, str(out))
    assert code == 1
    assert "Does not agree: result, quota: 12 is written, and 11 is found." in said


POINTS = """META
key;value
budget;10.50
vote_type;cumulative
PROJECTS
project_id;cost;name
swing;5.25;A swing
tree;5.25;A tree; an old one
bench;6;A bench
VOTES
voter_id;vote;points
7;tree,swing;1,4
8;;
9;bench;4
10;swing,swing;1,1
11;tree;3
12;tree,swing;1,4
"""


@pytest.mark.parametrize("kind", ["cumulative", "scoring"])
def test_ballots_of_points_are_bundled_and_counted_again(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "points.pb"
    file.write_text(POINTS.replace("cumulative", kind))
    made = of_file.of_file(file, RULES["greedy-budget"], None, Asking())
    found = verified(made, tmp_path)
    assert (found.wrong, found.recounted, found.own_script) == ((), True, True)
    assert found.result["points"] == {"swing": 10, "tree": 5, "bench": 4}
    assert (found.result["winners"], found.result["spent"]) == (["swing", "tree"], "10.50")
    assert plain(tmp_path) == (0, "Everything agrees.")
    people = b"\n1;;\n2;swing;2\n3;swing,tree;4,1\n4;swing,tree;4,1\n5;tree;3\n6;bench;4\n"
    assert people in made.files["ballots.pb"]
    forged = Bundle({**made.files, "ballots.pb": made.files["ballots.pb"].replace(b"bench;4", b"bench;40")})
    assert any("result, points, bench: 4 is written" in step for step in verified(forged, tmp_path).wrong)
    assert plain(tmp_path)[0] == 1


def test_more_ballots_than_any_decision_had_are_not_laid_out_one_by_one(tmp_path: Path) -> None:
    many = MADE.files["ballots.blt"].replace(b"\n1 ", b"\n999999999999 ", 1)
    assert many != MADE.files["ballots.blt"]
    wrong = verified(Bundle({**MADE.files, "ballots.blt": many}), tmp_path).wrong
    assert any("as many ballots as no decision has" in step for step in wrong)


def test_digits_too_few_to_compare_are_not_called_another_record(tmp_path: Path) -> None:
    made, record = held_election()
    few = "closing record: 8 of its digits are too few to compare. Give the first 16, or all."
    assert verified(made, tmp_path, record[:8]).wrong == (few,)
    assert verified(made, tmp_path, record[:16]).agrees


def test_command_to_look_without_us_can_be_typed_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "our vote.zip"
    path.write_bytes(MADE.zipped())
    assert f"python3 '{path}'" in run(commands.verify, str(path))[1]
