"""How a server speaks HTTPS: versions and ciphers that are sound today, with its certificate."""

from __future__ import annotations

import ssl

from alongside.refusal import BadInput
from alongside.web.https.server_certificate import ServerCertificate

# Of TLS 1.2 what Mozilla's “intermediate” list keeps: a new key for each connection, and nothing that is known
# to be weak. TLS 1.3 has no others. Old tablets (Android 5, iOS 9) know it.
_CIPHERS = "ECDHE+AESGCM:ECDHE+CHACHA20"


def context(certificate: ServerCertificate) -> ssl.SSLContext:
    """Return what a server needs to answer under the certificate.

    Raises:
        BadInput: where the TLS library finds it too weak, or cannot use it.
    """
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.minimum_version = ssl.TLSVersion.TLSv1_2
    made.set_ciphers(_CIPHERS)
    made.set_alpn_protocols(["http/1.1"])
    made.options |= ssl.OP_NO_COMPRESSION | ssl.OP_NO_RENEGOTIATION | ssl.OP_CIPHER_SERVER_PREFERENCE
    try:
        made.load_cert_chain(certificate.file, certificate.key)
    except ssl.SSLError as refused:
        raise BadInput(
            f"this computer will not serve with this certificate ({refused.reason or 'unknown'})",
            where=str(certificate.file),
            remedy="Get one with a longer key.",
        ) from refused
    return made
