"""What WeasyPrint's tags still lack, put in before the PDF is written.

A link is spoken by its address, and a table's header does not say what it heads (WeasyPrint 70, tags.py and
anchors.py). Validators let both pass; somebody who listens does not.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_PRINTED = 4  # annotation flag, PDF 32000-1, table 165


def spoken_links(root: Any) -> dict[str, str]:
    """What each link of an HTML tree says, by the address or anchor it leads to."""
    said: dict[str, str] = {}
    for link in root.iter("a"):
        words = " ".join("".join(link.itertext()).split())
        if link.get("href") and words:
            said.setdefault(link.get("href").removeprefix("#"), words)
    return said


def finish_tags(pdf: Any, links: Mapping[str, str]) -> None:
    """Give each link the words people see, and each header of a table its scope."""
    import pydyf  # type: ignore[import-untyped]  # it ships no types

    named = {item.reference: item for item in pdf.objects if isinstance(item, pydyf.Dictionary)}
    for item in named.values():
        if item.get("Subtype") == "/Link":
            item["F"] = _PRINTED
            target = item["Contents"].string
            item["Contents"] = pydyf.String(links.get(target, target))
        elif item.get("S") == "/TH":
            item["A"]["Scope"] = "/Column" if _in_head(item, named) else "/Row"


def _in_head(cell: Mapping[str, Any], named: Mapping[Any, Mapping[str, Any]]) -> bool:
    row = named[cell["P"]]
    return named[row["P"]].get("S") == "/THead"
