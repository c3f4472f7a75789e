"""The stewards' pages of the audit trail: what was done, by day, kind and person, and whether the chain holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from alongside.display import Said as _
from alongside.display import View
from alongside.display.wording import clock
from alongside.house.trail import actions
from alongside.house.trail.kinds import kinds
from alongside.instants import Period, local
from alongside.people import offers as people
from alongside.refusal import NotFound
from alongside.store import trail
from alongside.web import GoTo, Thinking
from alongside.web.forms import Day, Fields, FromList, Person

if TYPE_CHECKING:
    from alongside.store.audit import Verdict
    from alongside.web import Visit

HERE = "/trail"


class Look(Fields):
    """Of which day, of what, and of whom; each if she likes."""

    by_address = True
    day = Day(_("Of which day?"), needed=False)
    kind = FromList(_("Of what?"), none=_("Of everything"), needed=False)
    person = Person(_("Of whom?"), none=_("Of everybody"), needed=False)


def entries(visit: Visit) -> View:
    """Show what was done, the newest first."""
    form = Look(visit)
    known = kinds(visit.host.parts)
    form.kind.offer((name, f"{called} ({name.split('_')[0]})") for name, called in known.items())
    form.person.offer((one.id, one.name) for one in people.everybody(visit.unit))
    right = not form.sent or form.valid()
    wanted = _wanted(visit, form) if right else trail.Wanted()
    seen = actions.look(visit.unit, wanted)
    facts = {
        "form": form,
        "rows": [_row(visit, one, seen, known) for one in seen.entries],
        "older": _address(visit, before=str(seen.entries[-1].number)) if seen.more else "",
        "newest": _address(visit) if wanted.before else "",
        "may_open": visit.unit.may("trail.words"),
        "chosen": form.sent and right,
    }
    return View("trail.html", "Audit trail", facts)


def send_entries(visit: Visit) -> Thinking:
    """Walk the chain from its start, with no unit open, and tell whether it holds."""
    visit.unit.need("trail.see")
    store = visit.host.store

    def think() -> Verdict:
        store.seal()
        return store.verify()

    return Thinking(think, _verified)


def _verified(_visit: Visit, verdict: Verdict) -> GoTo:
    if verdict.holds:
        return GoTo(
            HERE, _("The chain holds: {n} entries, none changed, lost or swapped.", n=f"{verdict.sealed:,}")
        )
    return GoTo(HERE, _("The chain does not hold. {fault}", fault=verdict.faults[0]))


def entry(visit: Visit) -> View:
    """Show one entry with its words."""
    number = visit.path["number"]
    if not number.isdecimal() or len(number) > 15:
        raise NotFound("entry of the audit trail", number)
    seen = actions.open_entry(visit.unit, int(number))
    (one,) = seen.entries
    facts = {
        "row": _row(visit, one, seen, kinds(visit.host.parts)),
        "forgotten": one.words is None,
        "changed": one.action == "changed",
        "words": [_words(name, value, both=one.action == "changed") for name, value in (one.words or {}).items()],
        "back": HERE,
    }
    return View("entry.html", "An entry of the audit trail", facts)


def _wanted(visit: Visit, form: Look) -> trail.Wanted:
    before = visit.query.get("before", "")
    day = form.day.data
    return trail.Wanted(
        during=Period(day, day).interval(visit.zone) if day else None,
        kind=form.kind.value,
        person=form.person.value,
        before=int(before) if before.isdecimal() and len(before) <= 15 else None,
    )


def _address(visit: Visit, **more: str) -> str:
    kept = {name: visit.query[name] for name in ("day", "kind", "person") if visit.query.get(name)}
    return f"{HERE}?{urlencode({**kept, **more})}" if kept or more else HERE


def _row(visit: Visit, one: trail.Entry, seen: actions.Seen, known: Any) -> dict[str, Any]:
    at = local(one.at, visit.zone)
    return {
        "number": one.number,
        "day": at.date(),
        "time": "" if one.quiet else clock(at, visit.edition),
        "who": seen.names.get(one.actor, one.actor_kind),
        "by_person": one.actor in seen.names,
        "did": one.action,
        "what": known.get(one.kind, one.kind),
        "about": seen.names.get(one.about or "", ""),
        "sealed": one.sealed,
    }


def _words(name: str, value: object, *, both: bool) -> tuple[str, str, str]:
    """The field as people read it; what stood there, and what stands there now."""
    called = name.replace("_", " ").capitalize()
    if both and isinstance(value, list) and len(value) == 2:  # a change is kept as before and after
        return called, _plain(value[0]), _plain(value[1])
    return called, "", _plain(value)


def _plain(value: object) -> str:
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(map(_plain, value)) or "–"
    if isinstance(value, dict):
        return "; ".join(f"{name}: {_plain(one)}" for name, one in value.items()) or "–"
    return str(value)
