"""Pages over TLS, from a server on loopback: a certificate of an authority that is trusted is, each other one is told in one clear line."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

pytest.importorskip("trustme", reason="trustme is not here: pip install 'tutanak[test]'")
import trustme
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

import newspaper
from newspaper import Said, Server
from tutanak.cli import cli

DAY = timedelta(days=1)
Secured = Callable[[Path, trustme.CA], ssl.SSLContext]


def by(authority: trustme.CA, *names: str, until: datetime | None = None, since: datetime | None = None) -> ssl.SSLContext:
    """A server's side of TLS, with a certificate of an authority."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names, not_before=since, not_after=until).configure_cert(context)
    return context


def by_itself(folder: Path) -> ssl.SSLContext:
    """The same with a certificate that nobody signed but itself."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now - DAY, now + DAY)
    signed = made.add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False).sign(key, hashes.SHA256())
    pem = serialization.Encoding.PEM
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "own.pem").write_bytes(signed.public_bytes(pem) + secret)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "own.pem")
    return context


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    """The only authority that this machine trusts during a test."""
    made = trustme.CA()
    made.cert_pem.write_to_path(tmp_path / "authority.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path / "none"))
    return made


@pytest.fixture
def serve() -> Iterator[Callable[[ssl.SSLContext], Server]]:
    """Starts newspapers that speak TLS."""
    begun: list[Server] = []

    def begin(context: ssl.SSLContext) -> Server:
        begun.append(Server(context))
        begun[-1].pages["/1"] = Said(newspaper.page(head=newspaper.JSON_LD).encode())
        return begun[-1]

    yield begin
    for server in begun:
        server.close()


def fetched(server: Server, tmp_path: Path, host: str = "localhost") -> Result:
    told = ["fetch", f"https://{host}:{server.port}/1", "--private", "--pause", "0", "--contact", "a@b.example", "--ledger", str(tmp_path / "m.db")]
    return CliRunner().invoke(cli, told)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_a_page_of_a_trusted_host_is_kept(host: str, authority: trustme.CA, serve: Callable[[ssl.SSLContext], Server], tmp_path: Path) -> None:
    server = serve(by(authority, "localhost", "127.0.0.1"))
    ran = fetched(server, tmp_path, host)
    assert (ran.exit_code, server.paths()) == (0, ["/1"])
    assert "kept 1" in ran.stderr


WRONG: dict[str, tuple[Secured, str]] = {
    "of another host": (lambda _folder, authority: by(authority, "baska.example"), "its certificate is for another host"),
    "of another number": (lambda _folder, authority: by(authority, "127.0.0.2"), "its certificate is for another host"),
    "expired": (
        lambda _folder, authority: by(authority, "localhost", since=datetime.now(UTC) - 9 * DAY, until=datetime.now(UTC) - DAY),
        "its certificate has expired",
    ),
    "not valid yet": (
        lambda _folder, authority: by(authority, "localhost", since=datetime.now(UTC) + DAY, until=datetime.now(UTC) + 9 * DAY),
        "its certificate is not valid yet",
    ),
    "self-signed": (lambda folder, _authority: by_itself(folder), "its certificate is signed by nobody but itself"),
    "of an unknown authority": (lambda _folder, _authority: by(trustme.CA(), "localhost"), "its certificate cannot be trusted"),
}  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_certificate_is_one_clear_line(wrong: str, authority: trustme.CA, serve: Callable[[ssl.SSLContext], Server], tmp_path: Path) -> None:
    made, words = WRONG[wrong]
    server = serve(made(tmp_path, authority))
    ran = fetched(server, tmp_path)
    place = f"https://localhost:{server.port}/1"
    assert ran.exit_code == 3
    told, balance = ran.stderr.splitlines()
    assert told in (f"tutanak: {place}: no answer: {words}", f"tutanak: {place}: robots.txt cannot be read: no answer: {words}")
    assert "failed 1" in balance
    assert server.asked == [], "nothing is said to a host that is not known for sure"


def test_a_page_over_tls_where_none_is_spoken(tmp_path: Path) -> None:
    plain = Server()
    ran = fetched(plain, tmp_path)
    plain.close()
    assert ran.exit_code == 3
    assert "it does not speak TLS" in ran.stderr.splitlines()[0]
