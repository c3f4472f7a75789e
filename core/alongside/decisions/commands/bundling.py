"""Commands that bundle a count so that others can make it again, and that look at such a bundle."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from alongside.decisions.commands.counting import asked_of_a_count

if TYPE_CHECKING:
    from alongside.cli import Desk
    from alongside.decisions.bundling.bundle import Bundle
    from alongside.decisions.bundling.verifying import Verdict


@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--decision", default="", help="Bundle a decision of the enterprise instead, by its id or title.")
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, help="Where to write the bundle, a .zip file."
)
@asked_of_a_count("scottish-stv")
def bundle(
    desk: Desk, file: Path | None, decision: str, out: Path, rule: str, seats: int | None, **asked: Any
) -> None:
    """Count FILE, or take a decision that was counted, and write what it takes to count it again to one file."""
    from alongside.refusal import BadInput

    if (file is None) == (not decision):
        raise BadInput("say what to bundle", remedy="Give a file of ballots, or --decision.")
    made = _of_decision(desk, decision) if file is None else _of_file(file, rule, seats, asked)
    _write(out, made.zipped())
    desk.answer({"bundle": str(out), "digest": made.digest}, f"The bundle is {out}.\nIts SHA-256: {made.digest}")


def _of_file(file: Path, rule: str, seats: int | None, asked: dict[str, Any]) -> Bundle:
    from alongside.decisions.bundling.of_file import of_file
    from alongside.decisions.counting import rules
    from alongside.decisions.counting.rule import Asking

    return of_file(file, rules.rule(rule), seats, Asking(**asked))


def _of_decision(desk: Desk, decision: str) -> Bundle:
    from alongside.decisions import offers
    from alongside.decisions.actions import recounting

    with desk.unit(writing=False) as unit:
        return recounting.bundle(unit, offers.find_proposal(unit, decision).id)


def _write(out: Path, content: bytes) -> None:
    """Write a new file; one that is there already is left alone."""
    from alongside.refusal import BadInput

    try:
        with out.open("xb") as file:
            file.write(content)
    except FileExistsError:
        raise BadInput("there is such a file already", where=str(out), remedy="Give another name.") from None
    except OSError as trouble:
        raise BadInput(f"this cannot be written ({trouble.strerror})", where=str(out)) from None


@click.argument("bundle", type=click.Path(path_type=Path))
@click.option(
    "--record",
    default="",
    help="The number of the closing record that the tellers have; its first 16 digits are enough.",
)
def verify(desk: Desk, bundle: Path, record: str) -> None:
    """Look whether a bundle agrees with itself, and count it again. Nothing out of the bundle is run."""
    from alongside.decisions.bundling.verifying import verify as verified

    found = verified(bundle, record)
    desk.answer(_facts(bundle, found), "\n".join(_told(bundle, found)))
    if not found.agrees:
        raise click.exceptions.Exit(1)


def _facts(bundle: Path, found: Verdict) -> dict[str, Any]:
    return {
        "bundle": str(bundle),
        "agrees": found.agrees,
        "recounted": found.recounted,
        "wrong": list(found.wrong),
        # A stranger's bundle may lack them, which is then among what is wrong.
        "rule": found.question.get("rule"),
        "winners": found.result.get("winners"),
        "tied": found.result.get("tied"),
        "digest": found.digest,
        "closing_record": found.record,
        "own_script": found.own_script,
    }


def _told(bundle: Path, found: Verdict) -> list[str]:
    from alongside.decisions.closing_record import in_groups

    lines = [f"Does not agree: {step}" for step in found.wrong]
    if found.agrees and found.recounted:
        chosen = ", ".join(found.result["winners"]) or "nobody"
        lines.append("Everything agrees: files, closing record, ballots, winners, ties and every figure.")
        lines.append(f"Chosen by {found.question['rule']}: {chosen}.")
    elif found.agrees:
        lines.append("Files, closing record and totals agree.")
    else:
        lines.append("Do not rely on this bundle.")
    if not found.recounted:
        lines.append("It holds totals alone, so it cannot be counted again.")
    if found.question.get("of") == "decision":
        lines += ["", f"Closing record, to compare with what the tellers have:\n  {in_groups(found.record)}"]
    lines.append(f"To look without Alongside: python3 {shlex.quote(str(bundle))}")
    if not found.own_script:
        lines.append("Its recount.py is not the one of this version of Alongside: read it before you run it.")
    return lines
