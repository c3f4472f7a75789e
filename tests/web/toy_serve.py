"""Serves the toy enterprise from the folder it is given, on any free port."""

import sys
from datetime import UTC, datetime

from toy_house import ToyHouse

from alongside.web.application import build
from alongside.web.serve import serve

house = ToyHouse(f"sqlite:///{sys.argv[1]}/toy.db", lambda: datetime(2026, 11, 23, 12, tzinfo=UTC))
serve(build(house), 0, lambda address: sys.stdout.write(f"{address}\n") and sys.stdout.flush())
