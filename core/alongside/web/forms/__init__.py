"""Forms: WTForms holds the fields, each kind reads what was typed or says in one sentence what to do about it.

A form is a class, its fields are named in it, and a page has two functions::

    class Bake(Fields):
        name = Line(_("What do you bake?"), hint=_("Such as: rye."), longest=80)
        day = Day(_("On which day?"))
        loaves = Number(_("How many?"), least=1, most=40)

    def show(visit):
        return View("bake.html", "Bake", {"form": Bake(visit, {"day": visit.today})})

    def send(visit):
        form = Bake(visit)
        if not form.valid():
            return View("bake.html", "Bake", {"form": form})
        actions.bake(visit.unit, form.name.value, form.day.value, form.loaves.value)
        return GoTo(visit.link("/bake"), _("It is in the oven."))

and the template one line for all of it, or one a field::

    {% from "display/forms.html" import fields, button %}
    <form method="post" class="card">{{ fields(form) }}{{ button(_("Bake it")) }}</form>

``{{ the(form.day) }}`` draws one field. Labels and hints are looked up in the catalogue of the part that is
visited. The page's top lists the mistakes by itself: it finds every form among the view's facts. Where an
action refuses what one field says, ``form.refuse(form.day, refusal)`` puts the refusal's own sentence beside
it; any other refusal is shown above the page, which is opened again with what was typed.

Where a page has more than one form, each says by ``do`` which it is, and the one that was sent is bound::

    class Rename(Fields):
        do = "rename"
"""

from alongside.web.forms.amounts import Money, Number
from alongside.web.forms.choices import Answer, FromList, ManyOf, OneOf, Person, Yes
from alongside.web.forms.field import Field, Wrong
from alongside.web.forms.fields import Fields, all_valid
from alongside.web.forms.files import File
from alongside.web.forms.texts import Hidden, Line, LongText, Read, Secret
from alongside.web.forms.times import Day, TimeOfDay

__all__ = [
    "Answer",
    "Day",
    "Field",
    "Fields",
    "File",
    "FromList",
    "Hidden",
    "Line",
    "LongText",
    "ManyOf",
    "Money",
    "Number",
    "OneOf",
    "Person",
    "Read",
    "Secret",
    "TimeOfDay",
    "Wrong",
    "Yes",
    "all_valid",
]
