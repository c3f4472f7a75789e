"""The page “Tomorrow on paper”: what was made, when, to print it, to make it again, and who gets it by mail."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

import attrs

from alongside.display import Edition, View
from alongside.display import Said as _
from alongside.enterprise import actions as enterprise_actions
from alongside.enterprise import offers as enterprise
from alongside.house.packs.actions import choosing, looking
from alongside.house.packs.making import make
from alongside.house.packs.pack import pack_called, topic
from alongside.refusal import NotFound
from alongside.web import GoTo, PdfAnswer, Thinking
from alongside.web.forms import Answer, Fields, ManyOf, TimeOfDay

if TYPE_CHECKING:
    from alongside.house.hosting import Hosting
    from alongside.house.opening import House
    from alongside.house.packs.actions.looking import Shown
    from alongside.house.packs.pack import Pack
    from alongside.store import Actor
    from alongside.web import Visit


class ByMail(Fields):
    """Which packs somebody gets by mail."""

    do = "mail"
    wanted = ManyOf(_("Which papers shall come to you by e-mail each evening?"), needed=False, depends=True)


class Evening(Fields):
    """When the packs are made."""

    do = "evening"
    at = TimeOfDay(_("At what time shall we make tomorrow's papers?"))


def tomorrow(visit: Visit) -> View:
    """Show the packs of the day that is due."""
    return _view(visit, *_forms(visit))


def send_tomorrow(visit: Visit) -> GoTo | View | Thinking:
    """Make a pack again, or keep what was chosen."""
    if "make" in visit.form:
        return _make_again(visit, visit.form["make"])
    mail, evening = _forms(visit)
    form = evening if evening is not None and evening.sent else mail
    if not form.valid():
        return _view(visit, mail, evening)
    if form is evening:
        enterprise_actions.choose_evening(visit.unit, evening.at.value)
        return GoTo("/tomorrow", _("From now on we make the papers at this time."))
    choosing.want_by_mail(visit.unit, looking.look(visit.unit, visit.edition), mail.wanted.value)
    return GoTo("/tomorrow", _("Your choices are kept."))


def _forms(visit: Visit) -> tuple[ByMail, Evening | None]:
    shown = looking.look(visit.unit, visit.edition)
    mail = ByMail(visit, {"wanted": [topic(one.business) for one in shown if one.mailed]})
    mail.wanted.offer(Answer(topic(one.business), _("{owner}", owner=one.owner)) for one in shown)
    if not visit.unit.may("enterprise.change"):
        return mail, None
    return mail, Evening(visit, {"at": enterprise.the_enterprise(visit.unit).evening})


def _view(visit: Visit, mail: ByMail, evening: Evening | None) -> View:
    shown = looking.look(visit.unit, visit.edition)
    facts = {
        "day": shown[0].pack.day if shown else visit.today,
        "today": visit.today,
        "packs": _with_other_edition(visit, shown),
        "mail": mail if looking.can_be_mailed(visit.unit) else None,
        "evening": evening,
        "at": enterprise.the_enterprise(visit.unit).evening,
    }
    return View("tomorrow.html", "Tomorrow on paper", facts)


def _with_other_edition(visit: Visit, shown: Sequence[Shown]) -> list[tuple[Shown, str]]:
    """Each pack with the file to open: in the edition of who looks, else in the other where that is there."""
    other = Edition.STANDARD if visit.edition is Edition.EASY else Edition.EASY
    there = {one.pack.slug: one for one in looking.look(visit.unit, other) if one.made_at}
    return [(one, _opens(one) or _opens(there.get(one.pack.slug))) for one in shown]


def _opens(one: Shown | None) -> str:
    return one.pack.file if one is not None and one.made_at else ""


def _make_again(visit: Visit, file: str) -> Thinking:
    wanted = pack_called(file)
    if wanted is None:
        raise NotFound("paper", file)
    # Of the day that is shown, and in the edition of the one who looks: an old page makes no old pack.
    shown = looking.look(visit.unit, visit.edition)
    day = shown[0].pack.day if shown else wanted.day
    wanted = looking.must_be_hers(visit.unit, attrs.evolve(wanted, day=day, edition=visit.edition))
    house, actor = house_of(visit), visit.actor

    def settle(_later: Visit, right: bool) -> GoTo:  # noqa: FBT001 - what was thought
        said = _("The papers are made.") if right else _("One sheet could not be made. The others are here.")
        return GoTo("/tomorrow", said)

    return Thinking(partial(_made, house, wanted, actor), settle)


def _made(house: House, wanted: Pack, actor: Actor) -> bool:
    return all(came.right for came in list(make(house, wanted, actor)))


def paper(visit: Visit) -> PdfAnswer:
    """Open a pack, to print it."""
    found = looking.the_file(visit.unit, visit.path["file"])
    return PdfAnswer((house_of(visit).home / "papers" / found.file).read_bytes(), found.file)


def house_of(visit: Visit) -> House:
    """Return the house, which knows the folder the papers are in."""
    return cast("Hosting", visit.host).house
