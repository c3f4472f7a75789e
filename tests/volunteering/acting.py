"""Who acts in these tests, and short ways to what they do."""

from datetime import timedelta

from alongside.enterprise import offers as enterprise
from alongside.money import Pence
from alongside.store import Actor
from alongside.volunteering import actions, offers
from alongside.volunteering.expense import Cost

KEYBOARD = Actor.keyboard()
AMY = Actor.person("amy", "Amy Lind")
MIA = Actor.person("mia", "Mia Hart")
BEN = Actor.person("ben", "Ben Roe")


class Garden:
    """The garden; ``placement`` is Amy's."""

    def __init__(self, store):
        self.store, self.business, self.placement = store, "", ""

    def unit(self, actor=AMY):
        return self.store.unit(actor)

    def ask(self, pence=460, days_ago=1, cost=Cost.TRAVEL, *, really_paid=True, words="Bus", actor=AMY):
        with self.unit(actor) as unit:
            day = enterprise.today(unit) - timedelta(days=days_ago)
            return actions.ask(unit, self.placement, day, cost, Pence(pence), words, really_paid=really_paid)

    def agree(self, expense, *, receipt=True, actor=MIA):
        with self.unit(actor) as unit:
            return actions.agree(unit, expense.id, receipt=receipt)

    def expenses(self):
        with self.unit(KEYBOARD) as unit:
            return offers.expenses_of(unit, "amy")
