"""Where what is written differs from what is found, named down to the single figure."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any


def differences(where: str, told: Mapping[str, Any], found: Mapping[str, Any]) -> Iterator[str]:
    """Name every figure that is told otherwise than it was found; what was not looked for is passed over."""
    for key, fact in found.items():
        yield from differing(f"{where}, {key}", told.get(key), fact)


def differing(where: str, told: Any, found: Any) -> Iterator[str]:
    """Name where two values differ, down to the single figure."""
    if isinstance(told, dict) and isinstance(found, dict):
        for key in sorted(told.keys() | found.keys()):
            yield from differing(f"{where}, {key}", told.get(key), found.get(key))
    elif isinstance(told, list) and isinstance(found, list) and len(told) == len(found):
        for at, (one, other) in enumerate(zip(told, found, strict=True), 1):
            yield from differing(f"{where}, {at}", one, other)
    elif told != found or type(told) is not type(found):
        yield f"{where}: {_short(told)} is written, and {_short(found)} is found."


def _short(value: Any) -> str:
    text = "".join(sign if sign.isprintable() else "\ufffd" for sign in json.dumps(value, ensure_ascii=False))
    return "nothing" if value is None else text if len(text) <= 60 else f"{text[:59]}…"
