"""``shkola package inspect``: a real package, and everything that is none."""

import json
import os
import zipfile

import pytest

from shkola_desktop.cli.application import run


@pytest.fixture
def package(demo_folder):
    (found,) = (demo_folder / "stick").glob("*.shkola")
    return found


@pytest.fixture
def inspect(capsys):
    """Inspect a file; return status, stdout and stderr."""

    def call(*arguments):
        status = run(["package", "inspect", *map(str, arguments)])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return status, out, err

    return call


def test_a_package_is_described_without_keys(inspect, package):
    status, out, _ = inspect(package, "--json")
    found = json.loads(out)
    assert status == 0
    assert (found["sound"], found["signature"]) == (True, "unchecked")
    assert (found["opened"], found["problems"]) == (False, [])
    header = found["header"]
    assert list(header) == [
        "id",
        "kind",
        "from",
        "to",
        "sequence",
        "last_received",
        "form",
        "created_at",
    ]
    assert (header["from"], header["to"], header["sequence"]) == ("701204", "7012", 1)
    assert found["size"] == package.stat().st_size


def test_the_own_package_is_opened_and_its_signature_checked(
    inspect, package, place, program
):
    with program.workspace(place) as workspace:
        key = workspace.keys.public().minisign
    status, out, _ = inspect(package, "--workspace", place, "--key", key)
    assert status == 0
    lines = out.splitlines()
    assert "Подпись верна." in lines
    assert "Содержание открыто, ответов: 111." in lines
    assert lines[-1] == "Замечаний нет."


def test_another_workspace_cannot_open_it_and_another_key_did_not_sign(
    inspect, package, tmp_path, program
):
    with program.workspace(tmp_path / "other") as workspace:
        key = workspace.keys.public().minisign
    status, out, _ = inspect(package, "--workspace", tmp_path / "other")
    assert status == 0
    assert "Содержание зашифровано для другого получателя." in out
    status, out, _ = inspect(package, "--key", key)
    assert status == 1
    assert "подпись не подходит к ключу отправителя" in out


@pytest.mark.parametrize("key", ["", "RW", "ключ", "RWQ" + "A" * 53, "\ud800"])
def test_a_text_that_is_no_key_is_refused(inspect, package, key):
    status, out, err = inspect(package, "--key", key)
    assert status == 1
    assert out + err


def test_a_damaged_package_is_one(inspect, package, tmp_path):
    data = bytearray(package.read_bytes())
    data[len(data) // 2] ^= 1
    (tmp_path / "a.shkola").write_bytes(data)
    status, out, _ = inspect(tmp_path / "a.shkola", "--json")
    found = json.loads(out)
    assert (status, found["sound"]) == (1, False)
    assert list(found["problems"][0]) == ["file", "place", "rule", "message"]
    status, out, _ = inspect(tmp_path / "a.shkola")
    assert status == 1
    assert found["problems"][0]["message"] in out.splitlines()


def foreign_zip(path):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("contract.docx", "не пакет")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda p: p.write_bytes(b""), "архив не читается"),
        (lambda p: p.write_text("Это письмо."), "архив не читается"),
        (lambda p: p.write_bytes(os.urandom(5000)), "архив не читается"),
        (foreign_zip, "состав пакета не такой"),
    ],
)
def test_what_is_no_package_is_one(inspect, tmp_path, make, words):
    make(tmp_path / "a.shkola")
    status, out, err = inspect(tmp_path / "a.shkola")
    assert status == 1
    assert words in out + err
    status, out, _ = inspect(tmp_path / "a.shkola", "--json")
    assert (status, json.loads(out)["sound"]) == (1, False)


@pytest.mark.parametrize("name", [".", "none.shkola", "a" * 300])
def test_a_file_that_cannot_be_read_is_told(inspect, tmp_path, name):
    status, out, err = inspect(tmp_path / name)
    assert (status, out) == (1, "")
    assert "прочитать не удалось" in err


@pytest.mark.parametrize("name", ["none", "a" * 300])
def test_keys_are_looked_for_only_in_a_workspace(inspect, package, tmp_path, name):
    before = sorted(tmp_path.iterdir())
    status, out, err = inspect(package, "--workspace", tmp_path / name)
    assert (status, out) == (1, "")
    assert "прочитать не удалось" in err
    assert sorted(tmp_path.iterdir()) == before
