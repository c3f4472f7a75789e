"""Serves the toy enterprise from the folder it is given, on a free port; with a certificate's folder by HTTPS."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from toy_house import ToyHouse

from alongside.web.application import build
from alongside.web.https.context import context
from alongside.web.https.server_certificate import read_server_certificate
from alongside.web.listening import at_home, on_every_network
from alongside.web.reached import Reached
from alongside.web.serve import serve

house = ToyHouse(f"sqlite:///{sys.argv[1]}/toy.db", lambda: datetime(2026, 11, 23, 12, tzinfo=UTC))
if len(sys.argv) == 2:
    listening = at_home(0)
    reached, https = Reached.on_this_computer(listening.port), None
else:
    folder = Path(sys.argv[2])
    shown = read_server_certificate(folder / "server.crt", folder / "server.key", datetime.now(UTC))
    listening = on_every_network(0, newer_too=False)
    reached, https = Reached.on_the_network(shown.names, listening.port), context(shown)
address = reached.address_at("127.0.0.1")
serve(
    build(house, reached=reached),
    listening,
    lambda: sys.stdout.write(f"{address}\n") and sys.stdout.flush(),
    https=https,
)
