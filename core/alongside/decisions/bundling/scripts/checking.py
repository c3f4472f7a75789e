"""Looking at each step, and saying in plain sentences what was found."""

from __future__ import annotations

import hashlib
import json
import textwrap
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from alongside.decisions.bundling.scripts.vote import Vote


def differences(told: Any, found: Any, where: str) -> Iterator[str]:
    """What is written otherwise than it is found."""
    if isinstance(told, dict) and isinstance(found, dict):
        for key in found:
            yield from differences(told.get(key), found[key], f"{where}, {key}")
    elif isinstance(told, list) and isinstance(found, list) and len(told) == len(found):
        for at, (one, other) in enumerate(zip(told, found, strict=True), 1):
            yield from differences(one, other, f"{where}, {at}")
    elif told != found:
        yield f"{where}: {told} is written, and {found} is found."


def steps(file: Callable[[str], bytes], read: Callable[[str], Vote], count: Callable[..., Any]) -> Iterator[str]:
    """What does not agree, step by step: digests, closing record, winners, ties, figures."""
    for line in file("digests.txt").decode().splitlines():
        digest, name = line.split("  ")
        if hashlib.sha256(file(name)).hexdigest() != digest:
            yield f"digest of {name}: this is not the file that was written."
    asked, closing, told = (json.loads(file(f"{one}.json")) for one in ("question", "closing", "result"))
    asked["told"], vote = told, read(file(asked["ballots"]).decode())
    facts = {key: asked[key] for key in ("rule", "seats", "lot")} | {"ballots": sum(vote.ballots.values())}
    facts["ballots_sha256"] = hashlib.sha256("\n".join(sorted(vote.lines)).encode()).hexdigest()
    possible, figures = count(vote, asked) if facts["ballots"] >= asked.get("quorum", 0) else ({frozenset()}, {})
    facts |= {"winners": sorted(frozenset.intersection(*possible))} if "winners" in closing else {}
    yield from differences(closing, facts | {k: asked[k] for k in {"yes_needed"} & asked.keys()}, "closing record")
    tied = sorted(map(sorted, possible)) if len(possible) > 1 else []
    found = {"winners": vote.called(sorted(frozenset.intersection(*possible))), **figures}
    found |= {"tied": list(map(vote.called, tied)), "candidates": vote.called(vote.standing)}
    yield from differences(told, {**found, "ballots": facts["ballots"], "rule": asked["rule"]}, "result")
    print("Number of the closing record:", *textwrap.wrap(hashlib.sha256(file("closing.json")).hexdigest(), 4))
    print(f"Counted again by the rule {asked['rule']}: {facts['ballots']} ballots.")
    print(f"Chosen: {', '.join(found['winners']) or 'nobody'}.{' There is a tie.' if tied else ''}")


def look(read: Callable[[str], Vote], count: Callable[..., Any]) -> int:
    """Look at the bundle that this file lies in, say what was found, and return 0 if everything agrees."""
    here = Path(__file__).parent
    try:
        file = zipfile.ZipFile(here).read if here.is_file() else lambda name: (here / name).read_bytes()
        wrong = list(steps(file, read, count))
    except (ArithmeticError, AttributeError, LookupError, OSError, TypeError, ValueError) as trouble:
        wrong = [f"a file of the bundle is missing, or is not what it should be ({trouble!r})."]
    print(*(f"DOES NOT AGREE: {step}" for step in wrong), sep="\n", end="\n" if wrong else "")
    print("Everything agrees." if not wrong else "Do not rely on this bundle.")
    return 1 if wrong else 0
