"""The section ``[serve]`` of the settings: the names an enterprise is opened by, its certificate, its proxy."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from alongside.refusal import BadInput
from alongside.web.https.names import name_or_number

WHERE = "settings.toml"
KNOWN = ("names", "certificate", "key", "behind_proxy")


@attrs.frozen(kw_only=True)
class ServeSettings:
    """``names`` as browsers send them, the first for people; files as they are seen from here, or ``None``.

    Raises:
        BadInput: where two parts do not go together.
    """

    names: tuple[str, ...] = ()
    certificate: Path | None = None
    key: Path | None = None
    behind_proxy: bool = False

    def __attrs_post_init__(self) -> None:
        """Check what goes together."""
        if bool(self.certificate) != bool(self.key):
            missing = "key" if self.certificate else "certificate"
            raise BadInput(
                f"serve.{missing} is missing", where=WHERE, remedy="A certificate and its key go together."
            )
        if self.behind_proxy and not self.names:
            remedy = 'Write under [serve]: names = ["alongside.example.org"]'
            raise BadInput("serve.names is missing, by which the proxy is opened", where=WHERE, remedy=remedy)
        if self.behind_proxy and self.certificate:
            remedy = "Leave out serve.certificate and serve.key, or serve.behind_proxy."
            raise BadInput("behind a proxy the certificate is the proxy's", where=WHERE, remedy=remedy)


def serve_settings(facts: Mapping[str, Any], home: Path) -> ServeSettings:
    """Read the section; files are seen from the enterprise's folder.

    Raises:
        BadInput: naming what cannot be.
    """
    proxy, names = facts.get("behind_proxy", False), facts.get("names", [])
    if type(proxy) is not bool:
        raise _wrong("behind_proxy", proxy, "Write: behind_proxy = true")
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise _wrong("names", names, 'Write: names = ["cafe.local", "192.168.1.20"]')
    return ServeSettings(
        names=tuple(dict.fromkeys(name_or_number(name, f"{WHERE}, serve.names") for name in names)),
        certificate=_file(facts, "certificate", home),
        key=_file(facts, "key", home),
        behind_proxy=proxy,
    )


def _file(facts: Mapping[str, Any], name: str, home: Path) -> Path | None:
    found = facts.get(name, "")
    if not isinstance(found, str):
        raise _wrong(name, found, f'Write: {name} = "/etc/alongside/server.crt"')
    return home / Path(found).expanduser() if found else None


def _wrong(name: str, found: object, remedy: str) -> BadInput:
    return BadInput(f"serve.{name} cannot be “{found}”", where=WHERE, remedy=remedy)
