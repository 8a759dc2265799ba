"""For every test: no display is needed, the user's folders stay untouched."""

import os
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from shkola_desktop.bootstrap import Program

if TYPE_CHECKING:
    from tests.support.postgres import PostgresServer

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# no test may open the wallet of whoever runs it
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

# time is never a test here; CI judges a change, searching on is for developers
settings.register_profile("developer", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "developer")


@pytest.fixture(autouse=True)
def _own_folders(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data-home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config-home"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))


@pytest.fixture
def program() -> Program:
    """The real program: shipped forms and resources."""
    return Program()


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory) -> Path:
    """A folder that ``shkola demo`` filled once; tests only read it."""
    from shkola_desktop.cli import demo

    folder = tmp_path_factory.mktemp("demo")
    demo.run(folder, Program())
    return folder


@pytest.fixture(scope="session")
def postgres() -> Generator["PostgresServer"]:
    """A real PostgreSQL server, started at the first test that asks for it."""
    from tests.support.postgres import running

    with running() as server:
        yield server
