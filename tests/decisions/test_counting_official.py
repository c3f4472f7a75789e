"""Real elections against the figures that were declared; from a folder beside the repository.

Approval, Meek and the budget rules have their declared figures beside their own tests.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from alongside.decisions.counting import rules

pytestmark = pytest.mark.proof

KEYS = ("rule", "seats", "ballots", "valid_votes", "quota", "candidates", "rounds", "ranking", "winner")


def expected(pattern: str) -> list[tuple[Path, dict[str, Any]]]:
    """The files of ballots with what was declared of each."""
    found = sorted(Path(os.environ["ALONGSIDE_DATA"]).glob(f"votes/{pattern}.expected.json"))
    assert found, f"ALONGSIDE_DATA names a folder without votes/{pattern}.expected.json"
    return [
        (path.with_name(path.name.replace(".expected.json", ".blt")), json.loads(path.read_text("utf-8")))
        for path in found
    ]


def unordered(result: dict[str, Any], told: dict[str, Any]) -> dict[str, Any]:
    """The figures of a result that were declared; names of elected, excluded and winners carry no order."""
    kept = {key: result[key] for key in KEYS if key in told}
    if "stages" in told:
        kept["stages"] = [
            {**stage, "elected": sorted(stage["elected"]), "excluded": sorted(stage["excluded"])}
            for stage in result["stages"]
        ]
        kept["winners"] = sorted(result["winners"])
    return kept


@pytest.mark.parametrize("pattern", ["scottish_*", "irv_burlington_2009", "schulze_example45"])
def test_elections_agree_with_every_declared_figure(pattern: str) -> None:
    for path, told in expected(pattern):
        facts = rules.count(path, rules.rule(told["rule"])).facts()
        assert unordered(facts, told) == unordered(told, told), path.name
        assert (facts["file"], facts["tied"]) == (str(path), [])
