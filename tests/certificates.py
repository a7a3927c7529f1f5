"""An authority of our own and the server certificates it may hand out: the good one and the bad ones."""

import ipaddress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

_DAY = timedelta(days=1)


def write_certificates(folder: Path) -> None:
    """`ca.pem`, and in `tls/` a `.crt` and `.key` each for good, expired, wrong-name and self-signed."""
    (folder / "tls").mkdir()
    ca_key = ec.generate_private_key(ec.SECP256R1())
    ca_name = _name("Test authority")
    ca = _begin(ca_name, ca_name, ca_key).add_extension(
        x509.BasicConstraints(ca=True, path_length=0), critical=True
    )
    ca = ca.add_extension(_usage(sign=True), critical=True)
    (folder / "ca.pem").write_bytes(_pem(ca.sign(ca_key, hashes.SHA256())))
    here = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    elsewhere = [x509.DNSName("mail.elsewhere.test")]
    _write_server(folder / "tls" / "good", ca_name, ca_key, here)
    _write_server(folder / "tls" / "expired", ca_name, ca_key, here, ended=True)
    _write_server(folder / "tls" / "wrong-name", ca_name, ca_key, elsewhere)
    _write_server(folder / "tls" / "self-signed", None, None, here)


def _write_server(
    stem: Path,
    issuer: x509.Name | None,
    issuer_key: ec.EllipticCurvePrivateKey | None,
    names: list[x509.GeneralName],
    *,
    ended: bool = False,
) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = _name("Test server")
    builder = _begin(subject, issuer or subject, key, ended=ended)
    builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
    builder = builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
    builder = builder.add_extension(_usage(sign=False), critical=True)
    builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
    signer = issuer_key or key
    builder = builder.add_extension(
        x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False
    )
    stem.with_suffix(".crt").write_bytes(_pem(builder.sign(signer, hashes.SHA256())))
    stem.with_suffix(".key").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )


def _begin(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, *, ended: bool = False
) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - 30 * _DAY)
        .not_valid_after(now - _DAY if ended else now + 30 * _DAY)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _usage(*, sign: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not sign,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=sign,
        crl_sign=sign,
        encipher_only=False,
        decipher_only=False,
    )


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def _pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)
