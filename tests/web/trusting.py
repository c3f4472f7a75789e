"""Makes a browser trust an authority, as a person does in its settings: ``trusting.py FOLDER-OF-A-HOME FILE``.

Chromium asks the library NSS whom to trust, and brings it along; so it needs no program of its own. It runs as a
process of its own because the library is opened once for each.
"""

import ctypes
import ssl
import sys
from pathlib import Path

AS_AUTHORITY_OF_SERVERS = b"C,,"


class Trust(ctypes.Structure):
    _fields_ = [(name, ctypes.c_uint) for name in ("servers", "mail", "programs")]


def library():
    nss = ctypes.CDLL("libsmime3.so", ctypes.RTLD_GLOBAL)  # brings libnss3 along
    for name in ("PK11_GetInternalKeySlot", "CERT_DecodeCertFromPackage", "CERT_GetDefaultCertDB"):
        getattr(nss, name).restype = ctypes.c_void_p
    return nss


def trust(home, file):
    """Write the authority into the store of whoever lives there."""
    store = Path(home) / ".pki" / "nssdb"
    store.mkdir(parents=True)
    nss, der = library(), ssl.PEM_cert_to_DER_cert(Path(file).read_text("ascii"))
    done = [nss.NSS_Initialize(f"sql:{store}".encode(), b"", b"", b"secmod.db", 0)]
    slot = ctypes.c_void_p(nss.PK11_GetInternalKeySlot())
    done.append(nss.PK11_InitPin(slot, None, b"") if nss.PK11_NeedUserInit(slot) else 0)
    certificate = ctypes.c_void_p(nss.CERT_DecodeCertFromPackage(der, len(der)))
    done.append(nss.PK11_ImportCert(slot, certificate, 0, b"the authority", 0))
    how = Trust()
    done.append(nss.CERT_DecodeTrustString(ctypes.byref(how), AS_AUTHORITY_OF_SERVERS))
    done.append(
        nss.CERT_ChangeCertTrust(ctypes.c_void_p(nss.CERT_GetDefaultCertDB()), certificate, ctypes.byref(how))
    )
    if any(done):
        sys.exit(f"NSS refused: {done}")


trust(*sys.argv[1:])
