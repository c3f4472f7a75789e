"""Commands from draft to vote: propose, talk, ask, answer."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

import click

from alongside.cli.options import DAY

if TYPE_CHECKING:
    from alongside.cli import Desk
    from alongside.decisions.electorate import Electorate
    from alongside.decisions.proposal import Option
    from alongside.store import Unit

_EVENING = time(20)
"""When a vote closes on its last day: after the café has closed and people are home."""


@click.argument("title")
@click.option("--why", default="", help="Why it is proposed, in a sentence or two.")
@click.option("--easy-title", default="", help="The question in Easy Read.")
@click.option("--easy-why", default="", help="The reason in Easy Read.")
@click.option(
    "--option", "options", multiple=True, metavar="TEXT", help="A choice: “words | easy words | picture | cost”."
)
@click.option("--people-of", default=None, metavar="BUSINESS", help="Its people decide; else all members.")
@click.option("--panel", multiple=True, metavar="NAME", help="A member who decides; say it for each of them.")
@click.option("--closes", type=DAY, default=None, help="The last day to vote; a week after reading if not said.")
@click.option("--quorum", type=int, default=None, help="The least number taking part; else over half.")
@click.option("--yes-share", default=None, metavar="SHARE", help="Of all who may vote, so many must be for it.")
@click.option("--review", type=DAY, default=None, help="The day to look at the decision again.")
@click.option("--rule", default="majority", show_default=True, help="Or another of the rules for votes.")
@click.option("--budget", default="", metavar="POUNDS", help="What there is to spend, where choices have costs.")
@click.option("--seats", type=int, default=1, show_default=True, help="How many are chosen.")
@click.option("--level", default="private", show_default=True, help="Who sees the votes: open, private or locked.")
@click.option("--help-limit", type=int, default=None, help="How many people one helper may help; else any.")
@click.option("--statement-words", type=int, default=80, show_default=True, help="Most words of who stands.")
@click.option("--reading-days", type=int, default=0, show_default=True, help="Days to read before the vote.")
def propose(
    desk: Desk,
    title: str,
    why: str,
    easy_title: str,
    easy_why: str,
    options: tuple[str, ...],
    people_of: str | None,
    panel: tuple[str, ...],
    closes: date | None,
    quorum: int | None,
    yes_share: str | None,
    review: date | None,
    rule: str,
    budget: str,
    seats: int,
    reading_days: int,
    level: str,
    help_limit: int | None,
    statement_words: int,
) -> None:
    """Put a proposal to the members, with Yes and No as choices unless others are given.

    In an election (scottish-stv) people stand afterwards: alongside decisions stand. Where members agree by
    consent (consent), choices are left out.
    """
    from alongside.decisions.actions import looking, proposing
    from alongside.decisions.condition import share_named
    from alongside.decisions.level import level_named
    from alongside.decisions.proposal import ANSWERS, NO, YES

    usual = {"scottish-stv": (), "consent": ANSWERS}.get(rule, (YES, NO))
    with desk.unit() as unit:
        made = proposing.propose(
            unit,
            title,
            why,
            easy_title=easy_title,
            easy_why=easy_why,
            options=_options(options) or usual,
            closes=closing(desk, closes, reading_days),
            quorum=quorum,
            review=review,
            rule=rule,
            seats=seats,
            reading_days=reading_days,
            level=level_named(level),
            help_limit=help_limit,
            statement_words=statement_words,
            budget=_pence(budget, "--budget"),
            electorate=_electorate(unit, people_of, panel),
            yes_share=share_named(yes_share) if yes_share else None,
        )
        who = looking.look(unit, made.id).who_decides.plain
    begin = ("Begin the talk", "talk") if reading_days else ("Open the vote", "open")
    said = (
        f"Proposed: {made.title} ({made.id[:8]}). {who} {begin[0]}: alongside decisions {begin[1]} {made.id[:8]}"
    )
    desk.answer({"id": made.id, "title": made.title, "quorum": made.quorum or None, "rule": made.rule}, said)


def _electorate(unit: Unit, business: str | None, panel: tuple[str, ...]) -> Electorate:
    from alongside.decisions.electorate import ALL_MEMBERS, Electorate, Who
    from alongside.enterprise import offers as enterprise
    from alongside.people import offers as people
    from alongside.refusal import BadInput

    if business and panel:
        raise BadInput("a business and a panel cannot both decide", remedy="Say --people-of, or --panel.")
    if business:
        found = enterprise.business_by_slug(unit, None, business)
        return Electorate(who=Who.BUSINESS, business=found.id)
    named = tuple(dict.fromkeys(people.find_person(unit, name).id for name in panel))
    return Electorate(who=Who.PANEL, panel=named) if panel else ALL_MEMBERS


def _options(texts: tuple[str, ...]) -> tuple[Option, ...]:
    import attrs

    from alongside.decisions.proposal import Option
    from alongside.display.pictures import NAMES
    from alongside.refusal import BadInput

    found = []
    for number, text in enumerate(texts, start=1):
        words, easy, picture, cost = ([part.strip() for part in text.split("|")] + ["", "", ""])[:4]
        if picture and picture not in NAMES:
            remedy = f"Take one of: {', '.join(NAMES)}."
            raise BadInput(f"there is no picture “{picture}”", where="--option", remedy=remedy)
        option = Option(key=f"option{number}", words=words, easy_words=easy or words, picture=picture)
        found.append(attrs.evolve(option, cost=_pence(cost, "--option")))
    return tuple(found)


def _pence(text: str, where: str) -> int | None:
    from alongside.money import parse_pounds
    from alongside.refusal import BadInput

    try:
        return parse_pounds(text) if text.strip() else None
    except ValueError as wrong:
        remedy = "Write pounds and pence: 12.71."
        raise BadInput(f"“{text[:40]}” is not an amount of money", where=where, remedy=remedy) from wrong


def closing(desk: Desk, last: date | None, reading_days: int = 0) -> datetime:
    """Return the evening of the last day to vote: a week from the end of the reading where none is said."""
    from alongside.instants import at

    return at(last or desk.today + timedelta(days=7 + min(max(reading_days, 0), 365)), _EVENING, desk.zone)


@click.argument("proposal")
def talk(desk: Desk, proposal: str) -> None:
    """Begin the talk about a proposal: members are told, and their days to read begin."""
    from alongside.decisions import offers
    from alongside.decisions.actions import looking, talking

    with desk.unit() as unit:
        begun = talking.begin(unit, offers.find_proposal(unit, proposal).id)
        first = begun.opens_from(looking.background(unit, begun.id).zone)
    said = f"Talked about: {begun.title}. The vote may open on {first}."
    desk.answer({"id": begun.id, "state": begun.state.value, "opens_from": f"{first}"}, said)


@click.argument("words")
@click.argument("proposal")
def ask(desk: Desk, proposal: str, words: str) -> None:
    """Ask a question about a proposal; it stands on its page with its answer."""
    from alongside.decisions import offers
    from alongside.decisions.actions import talking

    with desk.unit() as unit:
        asked = talking.ask(unit, offers.find_proposal(unit, proposal).id, words)
    desk.answer({"id": asked.id}, f"Asked. Answer it: alongside decisions answer {asked.id[:8]} TEXT")


@click.argument("words")
@click.argument("proposal")
def unclear(desk: Desk, proposal: str, words: str) -> None:
    """Say that a proposal is not clear enough yet; its vote does not open before this is answered."""
    from alongside.decisions import offers
    from alongside.decisions.actions import talking

    with desk.unit() as unit:
        asked = talking.not_clear(unit, offers.find_proposal(unit, proposal).id, words)
    desk.answer({"id": asked.id}, f"Noted. Answer it: alongside decisions answer {asked.id[:8]} TEXT")


@click.argument("words")
@click.argument("question")
def answer(desk: Desk, question: str, words: str) -> None:
    """Answer a question, named by the beginning of its id (see “decisions show”)."""
    from alongside.decisions.actions import talking

    with desk.unit() as unit:
        given = talking.answer(unit, talking.find_remark(unit, question).id, words)
    desk.answer({"id": given.id, "to": given.to}, "Answered. Whoever asked is told.")
