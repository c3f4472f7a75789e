"""Random claims, holds, moves and releases do what a plain set of half hours says."""

from datetime import timedelta
from itertools import combinations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.diary import offers, reactions
from alongside.diary.claim import Purpose, Taken
from alongside.diary.resource import ResourceKind
from alongside.diary.tables import CLAIM, CLAIMS
from alongside.instants import Interval
from alongside.store import Actor, Store
from alongside.testing.fixtures import NOON
from alongside.testing.tables import all_lines

HALF_HOUR = timedelta(minutes=30)
SLOTS = 96  # two days

times = st.tuples(st.integers(0, SLOTS - 2), st.integers(1, 50)).map(lambda of: range(of[0], of[0] + of[1]))
steps = st.one_of(
    st.tuples(st.just("claim"), st.integers(0, 1), times),
    st.tuples(st.just("move"), st.integers(0, 9), times),
    st.tuples(st.just("release"), st.integers(0, 9), st.none()),
    st.tuples(st.just("hold"), st.integers(0, 1), times),
    st.tuples(st.just("wait"), st.integers(1, 3), st.none()),
    st.tuples(st.just("round"), st.integers(0, 9), st.none()),
)


def moments(slots):
    return NOON + slots.start * HALF_HOUR, NOON + slots.stop * HALF_HOUR


def meets(model, resource, slots, but=None):
    held = (set(there) for name, (of, there) in model.items() if of == resource and name != but)
    return any(there & set(slots) for there in held)


def act(unit, rooms, model, made, step):
    """Do one step to the diary and to the model; True if both agree on whether it could be done."""
    what, which, slots = step
    name = made[which % len(made)] if made and what not in {"claim", "hold"} else None
    if what in {"claim", "hold"}:
        free = not meets(model, rooms[which], slots)
        expires = unit.now + HALF_HOUR * (1 + len(slots) % 3) if what == "hold" else None
        try:
            claim = offers.claim(unit, rooms[which], *moments(slots), Purpose.BOOKING, "", expires=expires)
        except Taken:
            return not free
        made.append(claim.id)
        model[claim.id] = (rooms[which], slots)
        return free
    if what == "wait":
        unit.now += HALF_HOUR * which
        for gone in [one for one in model if (end := unit.get(CLAIMS, one).expires) and end <= unit.now]:
            del model[gone]
    if what == "round":
        reactions.daily_round(unit)
    if what == "release" and name:
        offers.release(unit, name)
        model.pop(name, None)
    if what == "move" and name in model:
        free = not meets(model, model[name][0], slots, but=name)
        try:
            offers.move(unit, unit.get(CLAIMS, name), *moments(slots))
        except Taken:
            return not free
        model[name] = (model[name][0], slots)
        return free
    return True


def free_runs(model, room, least):
    """Runs of half hours that nothing holds, by walking over every one."""
    held = {slot for of, slots in model.values() if of == room for slot in slots}
    runs, since = [], None
    for slot in range(SLOTS + 1):
        free = slot < SLOTS and slot not in held
        if free and since is None:
            since = slot
        if not free and since is not None:
            if slot - since >= least:
                runs.append((room, Interval(*moments(range(since, slot)))))
            since = None
    return runs


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=st.lists(steps, max_size=25), least=st.integers(1, 8))
def test_random_claims_never_overlap_and_leave_free_what_a_plain_model_leaves(databases, steps, least):
    store = Store(databases.fresh("sqlite", all_lines()), clock=lambda: NOON)
    model, made = {}, []
    with store.unit(Actor.keyboard()) as unit:
        rooms = [offers.add_resource(unit, name, ResourceKind.ROOM).id for name in ("Red", "Blue")]
        for step in steps:
            assert act(unit, rooms, model, made, step), step
        span = Interval(*moments(range(SLOTS)))
        expected = [run for room in rooms for run in free_runs(model, room, least)]
        assert offers.free(unit, rooms, span, least * 30) == expected
        standing = {one.id for one in offers.holds(unit, rooms, span)}
        assert standing == set(model)
        active = unit.find(CLAIMS, CLAIM.c.active)
        assert not any(
            one.resource == two.resource and one.interval.overlaps(two.interval)
            for one, two in combinations(active, 2)
        )
    store.close()
