"""A bare application of the same framework, which returns the bytes that it finds in a folder."""

from __future__ import annotations

import sys
from pathlib import Path

import uvicorn
from litestar import Litestar, Response, get

BODIES = {
    int(file.stem): (file.read_bytes(), file.suffix == ".gz")
    for file in (Path(sys.argv[1]).iterdir() if __name__ == "__main__" else ())
}


@get("/{number:int}", sync_to_thread=False)
def page(number: int) -> Response[bytes]:
    """Return one of the pages."""
    body, packed = BODIES[number]
    headers = {"Content-Encoding": "gzip"} if packed else {}
    return Response(body, media_type="text/html; charset=utf-8", headers=headers)


class _Telling(uvicorn.Server):
    async def startup(self, sockets: object = None) -> None:
        """Start to listen, then tell where."""
        await super().startup(sockets)
        host, port = self.servers[0].sockets[0].getsockname()
        print(f"http://{host}:{port}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    app = Litestar([page], openapi_config=None, logging_config=None)
    _Telling(uvicorn.Config(app, port=0, log_level="error", access_log=False)).run()
