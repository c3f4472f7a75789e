"""How soon pages come with a year of data, and how many a second against a bare application with the same bytes.

Every page that a walk through the registered routes meets is asked for, 20 times a second and whether or not the
one before has come: first alone, then while a rota is filled and a report is written by programs of their own. A
page that looks for an answer, such as why a place is open, is asked for one time after the other. A bare
application of the same framework is asked for the same bytes at the same time: its times are the floor, which says
how much of ours is the machine's. A page that was slower than is aimed at is asked for once more by itself, as
one hiccup of the machine can make such a figure; the command fails where it is slow again. Then one browser asks
for the main pages as fast as it can, ours and bare in turns.

``python benchmarks/pages.py [FOLDER]``: in FOLDER the year of data is kept for the next time; else it is built
anew. ``--seconds N`` is how long each group of pages is asked for, ``--as ROLE`` who asks: member, manager,
trustee or steward. ``--on postgresql`` serves the same data from a server of that kind, on this machine too. It
ends by itself; Ctrl-C ends it and everything that it has started.
"""

from __future__ import annotations

import argparse
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from itertools import groupby
from pathlib import Path

from under_load.beside import beside
from under_load.finding import Met, pages_met, shown_as
from under_load.loading import RATE, Asked, Site, busyness, figures, load, within
from under_load.visiting import Visitor, Where, served
from under_load.year import PROGRAM, copy_of, how_large, year_in

from alongside.testing.databases import ENGINES, Databases, postgres_server
from alongside.testing.pages.serving import free_port

P99, TIMES = 100, 2
"""What is aimed at: milliseconds, and how many times that beside other work."""

THOUGHT = 1.0
"""Seconds within which a page that looks for an answer is to come: a reason as it is first told."""

MOST_IN_A_GROUP = 10


def groups(met: Sequence[Met]) -> list[tuple[str, list[Met]]]:
    """Return the pages part by part; one with many in several groups, so that each is asked for often enough."""
    found = []
    for part, every in groupby(met, key=lambda one: one.route.part):
        pages = list(every)
        pieces = -(-len(pages) // MOST_IN_A_GROUP)
        for number in range(pieces):
            name = part if pieces == 1 else f"{part} {number + 1} of {pieces}"
            found.append((name, pages[number::pieces]))
    return found


def slow(asked: Sequence[Asked], met: Sequence[Met]) -> list[Met]:
    """Return the pages that came later than is aimed at, in the slowest of a hundred."""
    return [one for one in met if within(_times(asked, "ours", one.path), 0.99) > P99]


def keep_bytes(visitor: Visitor, met: Sequence[Met], folder: Path) -> dict[str, str]:
    """Put what is sent for each page in a folder for the bare application; return its path there by ours."""
    folder.mkdir()
    for number, page in enumerate(met):
        sent = visitor.get(page.path)
        assert sent.status == 200, (page.path, sent.status)
        (folder / f"{number}{'.gz' if sent.packed else '.html'}").write_bytes(sent.body)
    return {page.path: f"/{number}" for number, page in enumerate(met)}


def measure(
    title: str, ours: Site, bare: Site, met: Sequence[Met], there: dict[str, str], seconds: float
) -> list[Asked]:
    """Ask for every group of pages; print the figures of each, and return those of all."""
    print(f"\n{title}: {RATE} requests a second, {seconds:g} s a group of pages, in milliseconds")
    every: list[Asked] = []
    for name, pages in groups(met):
        paths = [one.path for one in pages]
        asked = load({"ours": (ours, paths), "bare": (bare, [there[one] for one in paths])}, seconds)
        every += asked
        _say_group(name, paths, asked)
    _say_line("all pages", _times(every, "ours"), _times(every, "bare"))
    return every


def _times(asked: Sequence[Asked], site: str, path: str | None = None) -> list[float]:
    return [one.seconds for one in asked if one.site == site and path in {None, one.path}]


def _say_group(name: str, paths: Sequence[str], asked: Sequence[Asked]) -> None:
    refused = sorted({(one.path, one.status) for one in asked if one.status != 200})
    _say_line(f"{name}, {len(paths)} pages", _times(asked, "ours"), _times(asked, "bare"))
    for path in paths:
        print(f"    {path[:62]:62} {figures(_times(asked, 'ours', path))}", flush=True)
    if refused:
        print(f"    NOT ANSWERED WITH A PAGE: {refused}")


def _say_line(name: str, ours: Sequence[float], floor: Sequence[float]) -> None:
    beneath = f"floor p99 {within(floor, 0.99):4.0f} ms"
    print(f"  {name:28} {figures(ours)}   {beneath}   ({len(ours)} requests; {busyness()})")


def thought(visitor: Visitor, met: Sequence[Met]) -> bool:
    """Print how long a page that looks for an answer lets one wait, in turn; say if none is too long."""
    longest = 0.0
    print(f"\nPages that look for an answer, one after the other, in seconds (aim: {THOUGHT:g})")
    for page in met:
        times = []
        for _ in range(5):
            began = time.perf_counter()
            visitor.get(page.path)
            times.append(time.perf_counter() - began)
        longest = max(longest, statistics.median(times))
        print(
            f"    {page.path[:62]:62} median {statistics.median(times):.2f}, slowest {max(times):.2f}", flush=True
        )
    return longest <= THOUGHT


def a_second(visitor: Visitor, path: str, seconds: float) -> float:
    """Return how many requests one browser gets answered a second, one after the other."""
    visitor.get(path)
    began, count = time.perf_counter(), 0
    while time.perf_counter() - began < seconds:
        visitor.get(path)
        count += 1
    return count / (time.perf_counter() - began)


def ratios(visitor: Visitor, bare: Visitor, met: Sequence[Met], there: dict[str, str], seconds: float) -> None:
    """Print requests a second of each main page, and of the same bytes from the bare application, in turns."""
    print("\nOne browser, one request after the other, against the same bytes from a bare application:")
    found = []
    for page in (one for one in met if one.in_menu):
        turns = [
            (a_second(visitor, page.path, seconds), a_second(bare, there[page.path], seconds)) for _ in range(3)
        ]
        ours, theirs = (statistics.median(one) for one in zip(*turns, strict=True))
        found.append(theirs / ours)
        print(
            f"  {page.path[:50]:50} {ours:6.0f} a second, bare {theirs:6.0f}: {theirs / ours:5.1f} times",
            flush=True,
        )
    print(f"  the median of these: {statistics.median(found):.1f} times")


def run(year: Path, scratch: Path, role: str, seconds: float, database: str) -> bool:
    """Measure a copy of the year, as somebody of a role; return whether all that is aimed at is reached."""
    home = scratch / "home"
    copy_of(year, home, database)
    print(f"A year of data, on {'PostgreSQL' if database else 'SQLite'}: {how_large(home)}.")
    with served([PROGRAM, "--home", str(home), "serve", "--port", str(free_port())]) as (where, _):
        visitor = Visitor(where)
        visitor.come_in(shown_as(home, role))
        met, others = pages_met(visitor)
        print(f"As a {role}: {len(met)} pages met by their links. Not met, though open: {', '.join(others)}.")
        there = keep_bytes(visitor, met, scratch / "bytes")
        bare = [sys.executable, str(Path(__file__).with_name("under_load") / "bare.py"), str(scratch / "bytes")]
        with served(bare) as (bare_where, _):
            return _both(home, visitor, bare_where, where, met, there, seconds)


def _both(
    home: Path, visitor: Visitor, bare_where: Where, where: Where, met: list[Met], there: dict, seconds: float
) -> bool:
    ours, bare = Site(where, dict(visitor.cookies)), Site(bare_where)
    quick = [one for one in met if not one.thinks]
    alone = measure("Alone", ours, bare, quick, there, seconds)
    late = [
        one for one in slow(alone, quick) if slow(measure("Once more", ours, bare, [one], there, seconds), [one])
    ]
    soon = thought(visitor, [one for one in met if one.thinks])
    with beside(home) as done:
        busy = measure("While a rota is filled and a report written", ours, bare, quick, there, seconds)
    print(f"  finished meanwhile: {', '.join(f'{count} {what}' for what, count in done.items())}")
    first, second = (within(_times(one, "ours"), 0.99) for one in (alone, busy))
    beside_it = f"beside other work {second:.0f} ms, {second / first:.1f} times that (aim: {TIMES})"
    print(f"\np99 of all pages {first:.0f} ms (aim: {P99}); {beside_it}")
    print(f"pages later than that, asked for twice: {', '.join(one.path for one in late) or 'none'}")
    ratios(visitor, Visitor(bare_where), met, there, seconds / 20)
    return soon and not late and first <= P99 and second <= first * TIMES


@contextmanager
def server() -> Iterator[str]:
    """Yield the address of an empty database of a PostgreSQL server that ends here."""
    with tempfile.TemporaryDirectory() as folder, postgres_server() as address:
        yield Databases(Path(folder), lambda: address).empty("postgresql")


def main() -> None:
    """Read what is asked for, measure and print."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("folder", nargs="?", type=Path, help="where the year of data is kept")
    options.add_argument("--seconds", type=float, default=10)
    options.add_argument(
        "--as", dest="role", default="member", choices=["member", "manager", "trustee", "steward"]
    )
    options.add_argument("--on", default="sqlite", choices=ENGINES, help="the database that serves the pages")
    asked = options.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with tempfile.TemporaryDirectory(prefix="alongside-pages-") as scratch:
        kept = asked.folder or Path(scratch)
        kept.mkdir(parents=True, exist_ok=True)
        with server() if asked.on == "postgresql" else nullcontext("") as database:
            reached = run(year_in(kept), Path(scratch), asked.role, asked.seconds, database)
    sys.exit(not reached)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit("stopped")
