"""The locks: hashes everywhere, no address of an index or of a machine."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_package_is_pinned_with_hashes_and_no_address(name):
    text = (ROOT / name).read_text("utf-8")
    packages = [line for line in text.splitlines() if "==" in line and line[0] != " "]
    assert packages
    assert all(line.endswith("\\") for line in packages)
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text
