"""Tells hatchling the version wherever one of our packages names another: it stands in ``core/alongside`` alone.

Our packages belong together, so each asks for the others at the same version. A plugin of somebody else's asks for
``alongside`` as it likes; whether they fit is found out by the version of the API.
"""

from __future__ import annotations

from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface


class SameVersion(MetadataHookInterface):
    """Adds our own packages to what a package needs (``needs``) and to its extras (``extras``)."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Fill in what ``pyproject.toml`` says is dynamic."""
        version = metadata["version"]
        if "needs" in self.config:
            ours = [f"{name}=={version}" for name in self.config["needs"]]
            metadata["dependencies"] = [*ours, *self.config.get("others", [])]
        if "extras" in self.config:
            extras = self.config["extras"]
            metadata["optional-dependencies"] = {
                extra: [f"{name}=={version}" for name in names] for extra, names in extras.items()
            }
