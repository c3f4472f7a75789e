"""Real elections against the figures that were declared; long and from a folder beside the repository."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from alongside.decisions.counting import rules

pytestmark = pytest.mark.proof


def unordered(result: dict[str, object]) -> dict[str, object]:
    """The declared figures of a result; names of elected, excluded and winners carry no order."""
    fields = ("rule", "seats", "valid_votes", "quota", "candidates")
    stages = [
        {**stage, "elected": sorted(stage["elected"]), "excluded": sorted(stage["excluded"])}
        for stage in result["stages"]
    ]
    return {**{field: result[field] for field in fields}, "stages": stages, "winners": sorted(result["winners"])}


def test_scottish_wards_agree_with_every_declared_figure() -> None:
    expected = sorted(Path(os.environ["ALONGSIDE_DATA"]).glob("votes/scottish_*.expected.json"))
    assert expected, "ALONGSIDE_DATA names a folder without votes/scottish_*.expected.json"
    for path in expected:
        ward = path.with_name(path.name.replace(".expected.json", ".blt"))
        result = rules.count(ward, rules.rule("scottish-stv")).facts()
        assert unordered(result) == unordered(json.loads(path.read_text("utf-8"))), ward.name
