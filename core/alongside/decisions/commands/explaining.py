"""The command that tells a count in sentences, each with the figure that it tells."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from alongside.decisions.commands.counting import asked_of_a_count

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from alongside.cli import Desk
    from alongside.decisions.explaining.claim import Told, Value

EDITIONS = ("en", "en@easy")


@click.argument("file", type=click.Path(path_type=Path))
@asked_of_a_count("majority")
@click.option("--edition", type=click.Choice(EDITIONS), default="en", show_default=True, help="Or en@easy.")
@click.option("--pdf", type=click.Path(path_type=Path), default=None, help="A new file for it as a paper, too.")
def explain(
    desk: Desk, file: Path, rule: str, seats: int | None, edition: str, pdf: Path | None, **asked: Any
) -> None:
    """Tell the count of a file in short sentences, once every figure in them has been worked out again."""
    from alongside.decisions.counting import readers, rules
    from alongside.decisions.counting.rule import Asking
    from alongside.decisions.explaining import checker, stories

    counter, asking = rules.rule(rule), Asking(**asked)
    contest = rules.for_seats(readers.read(file, counter, asking), seats)
    explained = stories.explained(rule, contest, asking)
    checker.hold(rule, contest, asking, explained.told, explained.cells)
    lines = [_line(edition, one) for one in explained.told]
    facts: dict[str, object] = {
        "file": str(file),
        "rule": rule,
        "edition": edition,
        "story": [_facts(one, *line) for one, line in zip(explained.told, lines, strict=True)],
    }
    if pdf:
        from alongside.decisions.explaining.paper import of_file
        from alongside.display import Edition
        from alongside.reports.new_file import write_new
        from alongside.reports.pdf import make_pdf

        write_new(pdf, lambda: make_pdf(of_file(rule, contest, asking, explained, Edition(edition))))
        facts["paper"] = str(pdf)
    written = ["", f"The paper is {pdf}."] if pdf else []
    desk.answer(facts, "\n".join([*_by_stage(edition, explained.told, lines), *written]))


Line = tuple[tuple[str, ...], str]
"""Long names that stand before a sentence, and the sentence."""


def _line(edition: str, one: Told) -> Line:
    from alongside.decisions.explaining.long_names import apart
    from alongside.display.texts import wording

    easy = partial(wording, "alongside.decisions", edition) if edition == "en@easy" else None
    found = apart(one, easy)
    return found.names, _worded(edition, one.key, found.facts)


def _worded(edition: str, key: str, facts: Mapping[str, object]) -> str:
    """A sentence in an edition, without marks."""
    from alongside.display.texts import fill, wording

    return fill(wording("alongside.decisions", edition, key).replace("**", ""), facts)


def _by_stage(edition: str, told: tuple[Told, ...], lines: list[Line]) -> Iterator[str]:
    """The sentences as they stand on a terminal: those of a stage under its number, long names before them."""
    stage = 0
    for one, (names, line) in zip(told, lines, strict=True):
        if one.claim.stage != stage:
            stage = one.claim.stage
            yield ""
            if stage:
                yield _worded(edition, "Stage {n}", {"n": stage})
        yield from (f"{name}:" for name in names)
        yield line


def _facts(one: Told, names: tuple[str, ...], line: str) -> dict[str, object]:
    claim = one.claim
    figure = {"figure": claim.figure, "of": list(claim.of), "value": _exact(claim.value)}
    stage = {"stage": claim.stage} if claim.stage else {}
    before = {"names_before": list(names)} if names else {}
    return {**before, "sentence": line, "picture": one.picture, **figure, **stage}


def _exact(value: Value) -> bool | int | str:
    """A figure as it is, whatever the sentence rounds it to: a fraction as one, unless its decimals end."""
    from alongside.decisions.explaining.claim import decimals

    if not isinstance(value, Fraction):
        return value
    return decimals(value).replace(",", "") if 100_000 % value.denominator == 0 else str(value)
