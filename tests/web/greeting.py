"""The first words of a browser and a server, without a network between them."""

import ssl


def greeting(client, server, name):
    """Greet by a client's and a server's context; return the client's side afterwards.

    Raises:
        ssl.SSLError: as the one who refuses says it.
    """
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    here = client.wrap_bio(to_client, to_server, server_hostname=name)
    there = server.wrap_bio(to_server, to_client, server_side=True)
    for side in (here, there) * 3:
        try:
            side.do_handshake()
        except ssl.SSLWantReadError:
            continue
    return here
