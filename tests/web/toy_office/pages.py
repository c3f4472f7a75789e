from alongside.display import View
from alongside.web import GoTo


def desks(visit):
    return View("desks.html", "Desks", {"text": visit.visitor.name})


def careless(visit):
    return View("careless.html", "Careless", {})


def desk(visit):
    return GoTo("/desks", f"{visit.path['person']} is out {{at}} lunch.")
