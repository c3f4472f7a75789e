"""The command that tells a count in sentences, each with the figure that it tells."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from alongside.decisions.commands.counting import asked_of_a_count

if TYPE_CHECKING:
    from alongside.cli import Desk
    from alongside.decisions.explaining.claim import Told

EDITIONS = ("en", "en@easy")


@click.argument("file", type=click.Path(path_type=Path))
@asked_of_a_count("majority")
@click.option("--edition", type=click.Choice(EDITIONS), default="en", show_default=True, help="Or en@easy.")
def explain(desk: Desk, file: Path, rule: str, seats: int | None, edition: str, **asked: Any) -> None:
    """Tell the count of a file in short sentences, once every figure in them has been worked out again."""
    from alongside.decisions.counting import readers, rules
    from alongside.decisions.counting.rule import Asking
    from alongside.decisions.explaining import checker, stories

    counter, asking = rules.rule(rule), Asking(**asked)
    contest = rules.for_seats(readers.read(file, counter, asking), seats)
    told = stories.story(rule, contest, asking)
    checker.hold(rule, contest, asking, told)
    lines = [_worded(one, edition) for one in told]
    facts = [_facts(one, line) for one, line in zip(told, lines, strict=True)]
    desk.answer({"file": str(file), "rule": rule, "edition": edition, "story": facts}, "\n".join(lines))


def _worded(one: Told, edition: str) -> str:
    """The sentence in an edition, without marks."""
    from alongside.display.texts import fill, wording

    return fill(wording("alongside.decisions", edition, one.key), one.facts).replace("**", "")


def _facts(one: Told, line: str) -> dict[str, object]:
    value = one.claim.value
    # A fraction is told exactly here, whatever the sentence rounds it to.
    exact = value if isinstance(value, bool | int) else str(value)
    figure = {"figure": one.claim.figure, "of": list(one.claim.of), "value": exact}
    return {"sentence": line, "picture": one.picture, **figure}
