"""A program that does a round when it is told to; several of them are set going at once.

``claimed`` does it as the product does; ``looked`` is the control: it looks in one unit and works in the next.
"""

import sys
import time
from datetime import date

from alongside.jobs.once import of_day, once
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.store import Actor, Store

DAY = date(2026, 11, 23)


def work(unit):
    time.sleep(0.3)  # long enough that the others have come meanwhile
    people.add_person(unit, Person(id=unit.new_id(), name="Rosa", joined=DAY))


def looked(store):
    with store.unit(Actor.daily_round(), writing=False) as unit:
        done_before = "cafe" in of_day(unit, DAY)
    time.sleep(0.3)
    if done_before:
        return "done before"
    with store.unit(Actor.daily_round()) as unit:
        work(unit)
    return "done"


store = Store(sys.argv[1])
with store.unit(Actor.daily_round(), writing=False) as unit:
    of_day(unit, DAY)
print("ready", flush=True)  # noqa: T201 - whoever started it waits for this
sys.stdin.readline()
print(once(store, "cafe", DAY, work).outcome.value if sys.argv[2] == "claimed" else looked(store))  # noqa: T201 - the answer
