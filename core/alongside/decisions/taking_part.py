"""How people took part in a vote: by which ways, and with which help, in groups large enough to be told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from alongside.decisions.roll import Channel, Help, RollLine
from alongside.people.small_groups import LEAST, shown_groups


def ways(lines: Iterable[RollLine]) -> dict[Channel, int]:
    """Return how many voted by each way; nothing where fewer than ten did by one, or everybody did by the same."""
    found = Counter(line.channel for line in lines if line.voted and line.channel)
    told = len(found) > 1 and min(found.values()) >= LEAST
    return dict(sorted(found.items(), key=lambda one: one[0].value)) if told else {}


def kinds_of_help(lines: Iterable[RollLine]) -> dict[Help, int]:
    """Return how many voted with each kind of help, of the kinds that can be told."""
    # Who had no help is a group of its own, so that nobody is worked out from the rest.
    counts = Counter(line.help if line.helped else "no help" for line in lines if line.voted)
    return {kind: people for kind, people in shown_groups(counts).items() if isinstance(kind, Help)}
