"""This bundle holds totals alone. The ballots are not in it: of so few, they could tell who voted how.

It cannot be counted again. What can be looked at is whether its files, its totals and its closing record agree.
"""

from __future__ import annotations

import hashlib
import json
import textwrap
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from alongside.decisions.bundling.scripts.checking import differences


def file_of_bundle(name: str) -> bytes:
    """A file of the bundle that this one lies in."""
    here = Path(__file__).parent
    return zipfile.ZipFile(here).read(name) if here.is_file() else (here / name).read_bytes()


def totals(file: Callable[[str], bytes]) -> Iterator[str]:
    """What does not agree, step by step: digests, closing record, totals."""
    for line in file("digests.txt").decode().splitlines():
        digest, name = line.split("  ")
        if hashlib.sha256(file(name)).hexdigest() != digest:
            yield f"digest of {name}: this is not the file that was written."
    asked, closing, told = (json.loads(file(f"{one}.json")) for one in ("question", "closing", "result"))
    numbers = {name: number for number, name in enumerate(told["votes"], 1)}
    tied = sorted({numbers[name] for one in told["tied"] for name in one} - set(closing.get("winners", ())))
    facts = {key: asked[key] for key in ("rule", "seats", "lot", "quorum")} | {"tied": tied}
    facts |= {key: asked[key] for key in ("yes_needed",) if key in asked}
    facts |= {key: told[key] for key in ("ballots", "abstained")} | {"totals": list(told["votes"].values())}
    if closing["result"] != "objections":  # else it was closed before people had looked at them
        facts["winners"] = sorted(numbers[name] for name in told["winners"])
    yield from differences(closing, facts, "closing record")
    print("Number of the closing record:", *textwrap.wrap(hashlib.sha256(file("closing.json")).hexdigest(), 4))
    alone = asked["rule"] in ("majority", "two-thirds", "three-quarters", "consent")
    if alone and sum(facts["totals"]) + told["abstained"] != told["ballots"]:
        yield "totals: together they are not as many as the ballots."


def look_at_totals() -> int:
    """Say what was found, and return 0 if everything agrees."""
    try:
        wrong = list(totals(file_of_bundle))
    except (ArithmeticError, AttributeError, LookupError, OSError, TypeError, ValueError) as trouble:
        wrong = [f"a file of the bundle is missing, or is not what it should be ({trouble!r})."]
    print(*(f"DOES NOT AGREE: {step}" for step in wrong), sep="\n", end="\n" if wrong else "")
    print("Digests and totals agree." if not wrong else "Do not rely on this bundle.")
    print("This bundle holds totals alone: it cannot be counted again.")
    return 1 if wrong else 0
