"""A workspace that a test may change."""

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def place(tmp_path, demo_folder) -> Path:
    """A workspace as the demo left it: number 1 was sent, the stick is gone."""
    shutil.copytree(demo_folder, tmp_path / "place")
    shutil.rmtree(tmp_path / "place" / "stick")
    return tmp_path / "place"
