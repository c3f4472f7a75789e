"""A form with a field of each kind, as it was sent with one mistake."""

from types import SimpleNamespace

from alongside.display import Said
from alongside.web import Form
from alongside.web.forms import Answer, Day, Fields, File, FromList, Line, LongText, ManyOf, OneOf, Person, Yes


class Baking(Fields):
    mail = Line(Said("Address"), hint=Said("So that we can write to you."), missing=Said("Write it."))
    edition = FromList(Said("How do you like to read?"), [("en", "Standard"), ("easy", "Easy Read")])
    oven = OneOf(
        Said("Which oven?"), [Answer("a", "The old one", "bread"), Answer("b", "Rosa's", face="Rosa")], level="h2"
    )
    when = ManyOf(Said("When can you come?"), [("a", "Mornings"), ("b", "Afternoons")])
    who = Person(Said("Who bakes?"), [("p1", "Rosa")], faces=True, needed=False)
    since = Day(Said("From"), needed=False)
    photo = File(Said("A picture"), endings=(".png",), needed=False)
    sure = Yes(Said("I am sure"))
    more = LongText(Said("Anything else"), needed=False)


def sent(prefix=""):
    form = Form(((f"{prefix}mail", ""), (f"{prefix}edition", "easy")))
    baking = Baking(SimpleNamespace(part="bakery", query=Form(), form=form), prefix=prefix)
    baking.valid()
    return baking
