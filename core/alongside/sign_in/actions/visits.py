"""Visits: a supporter starts one for a person who chose her; the person sees who came in, and says who may."""

from __future__ import annotations

import attrs

from alongside.people import offers as people
from alongside.people.supporter import ChosenSupporter
from alongside.refusal import NotAllowed, NotFound
from alongside.sign_in import offers
from alongside.sign_in.session import Way
from alongside.sign_in.visiting import Visited
from alongside.store import Unit


@attrs.frozen(kw_only=True)
class MyVisits:
    """What a person sees of who comes in with her; ``choices`` are those whom she has chosen, by her own word."""

    nobody: bool
    choices: tuple[ChosenSupporter, ...]
    visits: tuple[Visited, ...]


def look_at_whom(unit: Unit) -> list[str]:
    """Return the ids of those for whom the one who acts may start a visit now.

    Raises:
        NotWithAHelper: in a visit in which she is helped herself.
    """
    unit.need("sign_in.visits")
    unit.need_alone()
    return offers.for_whom(unit, unit.actor.id)


def start_visit(unit: Unit, person: str, here: str) -> str:
    """Begin a session of a person with the one who acts beside her; her own, which is ``here``, ends.

    What the new session is stands in the trail, and on the person's own page. Returns its secret.

    Raises:
        NotWithAHelper: in a visit in which she is helped herself.
        NotAllowed: where the person has not chosen her, does not let her, or has more to say here than a member.
    """
    unit.need("sign_in.visits")
    unit.need_alone()
    me = unit.actor
    if not offers.may_visit(unit, person, me.id):
        raise NotAllowed(me.name, "sign_in.visits")
    own = offers.session_by_id(unit, here)
    offers.end(unit, own.id)
    return offers.begin(unit, person, Way.SUPPORTER, helper=me.id, shared=True, device=own.device)


def look_at_my_visits(unit: Unit) -> MyVisits:
    """Return who came in with the one who acts, and who may."""
    me = unit.actor.id
    return MyVisits(
        nobody=offers.nobody_may_visit(unit, me),
        choices=tuple(people.choices_of(unit, me)),
        visits=tuple(offers.visits_of(unit, me)),
    )


def stop_visits(unit: Unit, supporter: str = "") -> None:
    """Let nobody start a visit for the one who acts, or one supporter no more; what goes on so ends at once.

    She may say so in such a visit too: then it ends.

    Raises:
        NotFound: where she has not chosen that supporter.
    """
    me = unit.actor.id
    if not supporter:
        offers.let_nobody_visit(unit, me)
        return
    people.let_start_visits(unit, _choice(unit, supporter), may=False)
    offers.end_visits(unit, me, supporter)


def let_visit(unit: Unit, supporter: str = "") -> None:
    """Let those start visits again whom the one who acts lets, or one supporter.

    Raises:
        NotWithAHelper: where somebody has come in with her: she says so alone.
        NotFound: where she has not chosen that supporter.
    """
    unit.need_alone()
    if supporter:
        people.let_start_visits(unit, _choice(unit, supporter), may=True)
    else:
        offers.let_them_visit(unit, unit.actor.id)


def _choice(unit: Unit, supporter: str) -> ChosenSupporter:
    for one in people.choices_of(unit, unit.actor.id):
        if one.supporter == supporter:
            return one
    raise NotFound("supporter of yours", supporter)
