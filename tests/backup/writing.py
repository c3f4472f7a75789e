"""A program that writes to an enterprise until it is ended: each unit puts in a person with two skills, whole."""

import os
import sys
import time
import uuid
from datetime import date
from itertools import count

from alongside.people import offers as people
from alongside.people.person import Person
from alongside.store import Actor, Store


def main(address):
    store = Store(address)
    for done in count():
        with store.unit(Actor.keyboard()) as unit:
            new = people.add_person(unit, Person(id=uuid.uuid4().hex, name="Somebody", joined=date(2026, 1, 5)))
            people.add_skill(unit, new.id, "kitchen", "Bakes")
            people.add_skill(unit, new.id, "till", "Counts")
        os.write(1, f"{new.id}\n".encode())
        # Slower and slower: on a busy machine the database would grow faster than it can be copied.
        time.sleep(0.005 * (1 + done / 100))


if __name__ == "__main__":
    main(sys.argv[1])
