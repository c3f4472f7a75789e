"""An authority of one's own: it vouches for the computers it was made for, and in nothing else is it believed.

Whoever trusts an authority trusts it in whatever it may say. This one may say nothing about a bank: the names it
speaks for stand in its own certificate as a constraint (RFC 5280, 4.2.1.10), and browsers hold it to them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

import attrs
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from alongside.web.https.names import is_number

AUTHORITY_DAYS = 3650
SERVER_DAYS = 397
"""Apple's devices refuse more than 825 days, and more than 398 from public authorities: one rule for both."""

_CLOCKS_DIFFER = timedelta(hours=1)
_EVERY_NUMBER = (ip_network("0.0.0.0/0"), ip_network("::/0"))
_EVERY_NAME = ""


@attrs.frozen
class Keyed:
    """A certificate and the key that belongs to it."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey


def new_authority(names: Sequence[str], now: datetime) -> Keyed:
    """Return an authority that can vouch for these names and numbers alone."""
    key = ec.generate_private_key(ec.SECP256R1())
    called = _called(f"Alongside for {names[0]} ({now.year})")
    builder = (
        _builder(called, called, key, now, timedelta(days=AUTHORITY_DAYS))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_may(signs=True), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(_constraints(names), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    return Keyed(builder.sign(key, hashes.SHA256()), key)


def new_server(authority: Keyed, names: Sequence[str], now: datetime, *, key: ec.EllipticCurvePrivateKey) -> Keyed:
    """Return a certificate for a server of these names and numbers; it never outlives its authority."""
    issuer = authority.certificate
    lasts = min(timedelta(days=SERVER_DAYS), issuer.not_valid_after_utc - now)
    # Not the bare name: where only numbers are given, OpenSSL would take it for a name that is shut out.
    called = _called(f"Alongside at {names[0]}")
    builder = (
        _builder(called, issuer.subject, key, now, lasts)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_may(signs=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName(_general(names)), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(authority.key.public_key()), critical=False
        )
    )
    return Keyed(builder.sign(authority.key, hashes.SHA256()), key)


def new_key() -> ec.EllipticCurvePrivateKey:
    """Return a key that nobody has yet."""
    return ec.generate_private_key(ec.SECP256R1())


def speaks_for(authority: x509.Certificate, name: str) -> bool:
    """True if the authority was made for this name or number."""
    allowed = authority.extensions.get_extension_for_class(x509.NameConstraints).value.permitted_subtrees or []
    given = {str(one.value) for one in allowed}
    return (str(ip_network(name)) if is_number(name) else name) in given


def fingerprint(certificate: x509.Certificate) -> str:
    """The mark by which two people can compare a certificate: SHA-256, in pairs."""
    return certificate.fingerprint(hashes.SHA256()).hex(":").upper()


def _builder(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, now: datetime, lasts: timedelta
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _CLOCKS_DIFFER)
        .not_valid_after(now + lasts)
    )


def _called(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name[:64])])  # 64 is the most that it may have


def _may(*, signs: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs,
        key_cert_sign=signs,
        crl_sign=signs,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _constraints(names: Sequence[str]) -> x509.NameConstraints:
    """Only what is named. A kind of name of which none is given is shut out whole: unnamed, it would be free."""
    allowed = _general(names, as_networks=True)
    shut: list[x509.GeneralName] = []
    if not any(isinstance(one, x509.DNSName) for one in allowed):
        shut.append(x509.DNSName(_EVERY_NAME))
    if not any(isinstance(one, x509.IPAddress) for one in allowed):
        shut += [x509.IPAddress(network) for network in _EVERY_NUMBER]
    return x509.NameConstraints(permitted_subtrees=allowed, excluded_subtrees=shut or None)


def _general(names: Iterable[str], *, as_networks: bool = False) -> list[x509.GeneralName]:
    def number(text: str) -> x509.IPAddress:
        network: IPv4Network | IPv6Network = ip_network(text)
        return x509.IPAddress(network if as_networks else ip_address(text))

    return [number(name) if is_number(name) else x509.DNSName(name) for name in names]
