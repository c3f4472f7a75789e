"""The folder of photos in an enterprise's own: a file each, under a name that tells nothing."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

import attrs

from alongside.photos.photo import ADDRESS, is_name

STRAY_AFTER = 24 * 3600.0
"""Seconds after which a photo that nobody's record names was left by something that did not end well."""


@attrs.frozen
class PhotoFolder:
    """``path`` is made when the first photo is kept. Names that are none of ours are never looked for."""

    path: Path

    def keep(self, content: bytes) -> str:
        """Keep a photo; return the name it has from now on."""
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        name = f"{secrets.token_hex(16)}.jpg"
        # Hidden until it is whole: nobody is shown half a photo, and no backup takes it.
        unfinished = self.path / f".{name}"
        unfinished.write_bytes(content)
        unfinished.replace(self.path / name)
        return name

    def read(self, name: str) -> bytes | None:
        """Return a photo, None where there is none of that name."""
        if not is_name(name):
            return None
        try:
            return (self.path / name).read_bytes()
        except FileNotFoundError:
            return None

    def remove(self, name: str | None) -> None:
        """Take a photo away; one that is not there is gone already."""
        if name and is_name(name):
            (self.path / name).unlink(missing_ok=True)

    def handed_over(self, addresses: Iterable[str | None]) -> Mapping[str, bytes]:
        """Return the photos at these addresses, as a paper needs them; what is not there is left out."""
        wanted = {one for one in addresses if one and one.startswith(ADDRESS)}
        found = {one: self.read(one.removeprefix(ADDRESS)) for one in sorted(wanted)}
        return {address: content for address, content in found.items() if content is not None}

    def remove_strays(self, named: Collection[str], now: float) -> int:
        """Take away what no record names any more and was not kept just now; return how many there were."""
        strays = [one for one in self._all() if one.name not in named and now - one.stat().st_mtime > STRAY_AFTER]
        for one in strays:
            one.unlink(missing_ok=True)
        return len(strays)

    def _all(self) -> list[Path]:
        return [one for one in self.path.glob("*.jpg") if is_name(one.name.removeprefix("."))]
