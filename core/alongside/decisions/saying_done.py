"""The words of what tellers did with a vote, and of how people took part, as everybody reads them."""

from __future__ import annotations

from alongside.decisions.on_record import Done, OnRecord
from alongside.decisions.roll import Channel, Help
from alongside.decisions.saying import Sentence


def _(key: str, **facts: str) -> Sentence:
    """Name a sentence in the way by which the counter of missing wordings finds it."""
    return Sentence(key, facts)


def came(way: Channel, people: int) -> Sentence:
    """Say how many voted by one way."""
    return {
        Channel.WEB: _("{n} people voted on a screen.", n=f"{people}"),
        Channel.PAPER: _("{n} people voted on paper.", n=f"{people}"),
        Channel.PHONE: _("{n} people voted by telephone.", n=f"{people}"),
    }[way]


def helped(kind: Help, people: int) -> Sentence:
    """Say how many voted with one kind of help."""
    return {
        Help.READ_ALOUD: _("Somebody read it aloud for {n} people.", n=f"{people}"),
        Help.POINTING: _("Somebody pointed for {n} people.", n=f"{people}"),
        Help.WRITING: _("Somebody pressed or wrote for {n} people what they said.", n=f"{people}"),
        Help.INTERPRETER: _("{n} people had an interpreter.", n=f"{people}"),
    }[kind]


def done(one: OnRecord, by: str, person: str) -> Sentence:
    """Say what was done, by names. Who was put on a roll is for herself and tellers to know."""
    return {
        Done.CARDS_MADE: _("{by} made the three key cards.", by=by),
        Done.CARDS_TRIED: _("{by} tried two of the key cards: they open the box.", by=by),
        Done.CARD_HANDED_ON: _("{name} holds a key card from now on, says {by}.", name=person, by=by),
        Done.KEY_LOST: _("{by} says that the key is lost.", by=by),
        Done.BEGUN_AGAIN: _("{by} began the vote again, with a new key.", by=by),
        Done.CANNOT_OPEN: _("{by} found damaged votes that nobody can open: {n}.", by=by, n=one.words),
        Done.COUNTED_WITHOUT: _("{by} counted without the damaged votes.", by=by),
        Done.ENDED_EARLY: _("{by} ended the vote early.", by=by),
        Done.BATCH_TAKEN_AWAY: _("{by} took a batch of papers away, to enter it anew.", by=by),
        Done.WITHDRAWN: _("{by} withdrew this proposal.", by=by),
        Done.PUT_ON_ROLL: _("{by} put a member on the roll who was left off it.", by=by),
        Done.STANDS: _("{by} notes for {name}: I want to stand.", by=by, name=person),
        Done.WITHDREW: _("{name} has withdrawn. Nobody can choose {name} any more.", name=person),
        Done.STANDS_NO_MORE: _("{by} notes for {name}: I do not want to stand any more.", by=by, name=person),
    }[one.what]
