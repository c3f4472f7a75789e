"""Commands of elections: who stands, noting it for somebody, and asking somebody to stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from alongside.cli import Desk
    from alongside.decisions.proposal import Proposal
    from alongside.store import Unit


@click.argument("proposal")
@click.option("--for", "name", default=None, metavar="NAME", help="Who stands, if it is not the one who acts.")
@click.option("--words", default="", help="What they want to do, in as many words as all.")
@click.option("--easy-words", default="", help="The same in Easy Read.")
def stand(desk: Desk, proposal: str, name: str | None, words: str, easy_words: str) -> None:
    """Put a member on the ballot who has said so, before the vote opens. They are told, and it is on record."""
    from alongside.decisions.actions import standing

    said = standing.Words(words=words, easy_words=easy_words)
    with desk.unit() as unit:
        stood = standing.stand(unit, _proposal(unit, proposal), said, person=_person(unit, name))
        _answer(desk, unit, stood)


@click.argument("name")
@click.argument("proposal")
def put_forward(desk: Desk, proposal: str, name: str) -> None:
    """Ask a member to stand: they are on the ballot once they have said yes themselves."""
    from alongside.decisions.actions import standing
    from alongside.people import offers as people

    with desk.unit() as unit:
        who = people.find_person(unit, name)
        asked = standing.put_forward(unit, _proposal(unit, proposal), who.id)
    desk.answer({"id": asked.proposal, "person": who.id}, f"{who.name} is asked, and answers on the page.")


@click.argument("proposal")
@click.option("--for", "name", default=None, metavar="NAME", help="Who stands, if it is not the one who acts.")
@click.option("--words", default="", help="What they want to do, in as many words as all.")
@click.option("--easy-words", default="", help="The same in Easy Read.")
def statement(desk: Desk, proposal: str, name: str | None, words: str, easy_words: str) -> None:
    """Write anew what somebody says who stands, in both editions, before the vote opens."""
    from alongside.decisions.actions import standing

    said = standing.Words(words=words, easy_words=easy_words)
    with desk.unit() as unit:
        kept = standing.write(unit, _proposal(unit, proposal), said, person=_person(unit, name))
    desk.answer({"words": kept.words, "easy_words": kept.easy_words}, "Everybody can read it now.")


@click.argument("proposal")
@click.option("--for", "name", default=None, metavar="NAME", help="Who, if it is not the one who acts.")
def stand_down(desk: Desk, proposal: str, name: str | None) -> None:
    """Take somebody off the ballot again who has said so, before the vote opens."""
    from alongside.decisions.actions import standing

    with desk.unit() as unit:
        left = standing.stand_down(unit, _proposal(unit, proposal), person=_person(unit, name))
        _answer(desk, unit, left)


@click.argument("proposal")
@click.option("--for", "name", default=None, metavar="NAME", help="Who, if it is not the one who acts.")
@click.option("--why", default="", help="Why, in a sentence: everybody can read it.")
def gone(desk: Desk, proposal: str, name: str | None, why: str) -> None:
    """Note that somebody withdraws while the vote is open. No ballot changes; the count passes them over."""
    from alongside.decisions import offers
    from alongside.decisions.actions import standing

    with desk.unit() as unit:
        found = standing.withdraw(unit, _proposal(unit, proposal), why, person=_person(unit, name))
        options = offers.named(unit, [found])[0].options
    left = [option.words for option in options if not option.withdrawn]
    desk.answer({"id": found.id, "options": left}, f"Everybody on the roll is told. Left: {', '.join(left)}.")


@click.argument("words")
@click.argument("proposal")
@click.option("--to", "name", default=None, metavar="NAME", help="Who is asked, if not all who stand.")
def ask_candidates(desk: Desk, proposal: str, words: str, name: str | None) -> None:
    """Ask one who stands, or all of them; they are told, and answer on the page."""
    from alongside.decisions.actions import asking_candidates, standing
    from alongside.refusal import BadInput

    with desk.unit() as unit:
        which, who = _proposal(unit, proposal), _person(unit, name)
        keys = [one.option for one in standing.candidacies(unit, which).values() if one.person == who]
        if who and not keys:
            raise BadInput(f"{name} does not stand in it", remedy="See “alongside decisions candidates”.")
        asked = asking_candidates.ask(unit, which, words, keys[0] if who else None)
    desk.answer({"id": asked.id}, "They are told that there is a question.")


@click.argument("proposal")
@click.option("--easy", is_flag=True, help="In Easy Read.")
@click.option("--print", "prints", is_flag=True, help="As a paper (PDF), kept among the papers.")
def candidates(desk: Desk, proposal: str, *, easy: bool, prints: bool) -> None:
    """Show who stands and what they say, or print it."""
    from alongside.decisions import offers
    from alongside.decisions.actions.standing import candidacies
    from alongside.decisions.pages.candidates_paper import compose
    from alongside.display import Edition

    with desk.unit(writing=False) as unit:
        shown = offers.find_proposal(unit, proposal)
        if prints:
            made = compose(unit, shown.id, Edition.EASY if easy else Edition.STANDARD)
        said = candidacies(unit, shown.id)
        names = {option.key: option.words for option in offers.proposal(unit, shown.id).options if option.person}
    if prints:
        path = desk.file_paper(made.file, made.pdf(desk.photos.handed_over(made.photos)), made.named)
        desk.answer({"paper": str(path)}, f"Who stands is on {path}.")
        return
    lines = [(names[key], one.state.value, one.says(easy=easy)) for key, one in said.items() if key in names]
    desk.table(shown.title, ("Name", "State", "Says"), lines)


def _proposal(unit: Unit, text: str) -> str:
    from alongside.decisions import offers

    return offers.find_proposal(unit, text).id


def _person(unit: Unit, name: str | None) -> str | None:
    from alongside.people import offers as people

    return people.find_person(unit, name).id if name else None


def _answer(desk: Desk, unit: Unit, found: Proposal) -> None:
    from alongside.decisions import offers

    names = [option.words for option in offers.named(unit, [found])[0].options]
    desk.answer({"id": found.id, "options": names}, f"On the ballot: {', '.join(names) or 'nobody'}.")
