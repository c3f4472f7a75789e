from alongside.display import View
from alongside.refusal import BadInput
from alongside.web import Entered, GoTo, Left, PlayedAnswer


def desks(visit):
    return View("desks.html", "Desks", {"text": visit.visitor.name})


def careless(visit):
    return View("careless.html", "Careless", {})


def desk(visit):
    return GoTo("/desks", f"{visit.path['person']} is out {{at}} lunch.")


def errand(visit):
    return View("desks.html", "An errand", {"text": visit.draft or "nothing yet"})


def keep(visit):
    return GoTo("/errand", draft=visit.form["words"])


def who(visit):
    return View("who.html", "Who are you?", {"choices": visit.host.choices(visit.unit)})


def choose(visit):
    if visit.form.get("person") not in {one.person for one in visit.host.choices(visit.unit)}:
        raise BadInput("nobody of that name is here")
    return Entered("/", token=visit.form["person"])


def finish(_):
    return Left("/who")


def desk_plan(visit):
    return GoTo("/desks", f"{len(visit.form.files['plan'].content)} bytes")


def bell(visit):
    return PlayedAnswer(b"dong " * 200, "bell.mp3", kind="audio/mpeg")
