"""The address of a server: as people type it, and as the workspace keeps it."""

import pytest

from shkola_desktop.domain.errors import FolderNotWritable, ServerAddressWrong
from shkola_desktop.domain.server import Server
from shkola_desktop.storage import server


@pytest.mark.parametrize(
    ("address", "found"),
    [
        (
            "postgresql+psycopg://laptev@db.region.ru/shkola",
            Server("db.region.ru", "shkola", "laptev"),
        ),
        (
            "postgresql://laptev@10.0.0.5:6432/shkola?sslmode=verify-full",
            Server("10.0.0.5", "shkola", "laptev", 6432, "verify-full"),
        ),
        (
            "postgresql+psycopg://laptev@/shkola?host=/run/postgresql",
            Server("/run/postgresql", "shkola", "laptev"),
        ),
    ],
)
def test_an_address_is_read_and_kept(tmp_path, address, found):
    assert server.parse(address) == found
    server.write(tmp_path / "Место", found)
    assert server.read(tmp_path / "Место") == found
    assert [p.name for p in (tmp_path / "Место").iterdir()] == ["server.json"]


@pytest.mark.parametrize(
    "address",
    [
        "",
        "shkola",
        "mysql://a@b/c",
        "postgresql://host/db",
        "postgresql://a@/db",
        "postgresql://a@host",
        "postgresql://a@host:99999/db",
        "postgresql://a@host:x/db",
        "postgresql://a@host/db?sslmode=never",
        "postgresql://a@host/db?options=-csearch_path%3Dx",
        "postgresql://a@host/db%0Aport",
    ],
)
def test_what_is_no_address_is_refused(address):
    with pytest.raises(ServerAddressWrong):
        server.parse(address)


@pytest.mark.parametrize(
    "address",
    ["postgresql://a:secret@host/db", "postgresql://a:sec@ret@host/db?x=1"],
)
def test_a_password_in_the_address_is_refused_and_not_repeated(address):
    with pytest.raises(ServerAddressWrong) as caught:
        server.parse(address)
    assert caught.value.address.startswith("postgresql://a@host/db")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[1]",
        b"\xff",
        b"x" * 20_000,
        b'{"host":"h","database":"d","user":""}',
        b'{"host":"h","database":"d","user":"u","port":-1}',
        b'{"host":"h","database":"d","user":"u\\n","port":1}',
    ],
)
def test_a_damaged_file_is_told(tmp_path, content):
    (tmp_path / "server.json").write_bytes(content)
    with pytest.raises(ServerAddressWrong) as caught:
        server.read(tmp_path)
    assert caught.value.address == str(tmp_path / "server.json")


def test_a_workspace_without_the_file_is_on_no_server(tmp_path):
    assert server.read(tmp_path) is None


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(FolderNotWritable):
        server.write(tmp_path / "file", Server("h", "d", "u"))
