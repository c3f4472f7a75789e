import attrs
import sqlalchemy as sa

from alongside.display import Said, View
from alongside.refusal import Refusal
from alongside.store import Actor, Guarded, Rows
from alongside.store import columns as c
from alongside.web import GoTo, Noted, PdfAnswer, Thinking
from alongside.web.forms import Fields, Line


@attrs.frozen(kw_only=True)
class Loaf:
    id: str
    name: str
    version: int = 1


# Apart from the tables of the product, which its own tests compare with its migrations.
metadata = sa.MetaData()
LOAF = sa.Table("bakery_loaf", metadata, c.key(), c.text("name"), c.version(), sa.UniqueConstraint("name"))
LOAVES = Rows(Loaf, LOAF, called="loaf")


class SoldOut(Refusal):
    status = 409


class Bake(Fields):
    name = Line(Said("What do you bake?"))


def loaves(visit, form=None):
    facts = {
        "loaves": visit.unit.find(LOAVES),
        "form": form or Bake(visit),
        "link": visit.link("/loaves"),
        "where": visit.business.name,
        "today": visit.today,
    }
    return View("loaves.html", "Loaves", facts)


def bake(visit):
    name = visit.form["name"]
    if name == "sourdough":
        return Thinking(lambda: rise(visit.host.store), prove)
    try:
        loaf = visit.unit.add(LOAVES, Loaf(id=visit.unit.new_id(), name=name))
    except Guarded as held:
        raise SoldOut(f"There is a {name} already.") from held
    if name == "crumbs":
        return Noted(loaves(visit, refused(visit, "That was not a loaf.")))
    if len(name) > 10:
        return loaves(visit, refused(visit, "Choose a shorter name."))
    return GoTo(visit.link("/loaves"), Said("{loaf} is in the oven.", loaf=loaf.name))


def refused(visit, why):
    form = Bake(visit)
    form.refuse(form.name, why)
    return form


def rise(store):
    """Thinking: nobody holds a unit, so this thread may open one and others may write."""
    with store.unit(Actor.keyboard()) as unit:
        return f"sourdough of {unit.actor.name}"


def prove(visit, thought):
    visit.unit.add(LOAVES, Loaf(id=visit.unit.new_id(), name=thought))
    return GoTo(visit.link("/loaves"), "It has risen.")


def loaf(visit):
    return View("text.html", "One loaf", {"text": f"loaf {visit.path['loaf']}"})


def kind(visit):
    return View("text.html", "One kind", {"text": f"kind {visit.path['kind']}"})


def burnt(visit):
    raise RuntimeError("the oven of Rosa Fenn is on fire")


def sold_out(visit):
    raise SoldOut("Every loaf is sold. Come again tomorrow.")


def paper(visit):
    return PdfAnswer(b"%PDF-1.7 toy", "list é.pdf")
