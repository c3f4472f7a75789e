"""Which picture stands beside time that is claimed for something."""

from __future__ import annotations

from collections.abc import Mapping

from alongside.diary.claim import Purpose

PICTURES: Mapping[Purpose, str] = {
    Purpose.WORK: "briefcase",
    Purpose.BOOKING: "key",
    Purpose.SESSION: "graduation",
    Purpose.LEAVE: "sofa",
    Purpose.CLOSURE: "lock",
    Purpose.REPAIR: "tools",
    Purpose.OTHER: "calendar",
}
