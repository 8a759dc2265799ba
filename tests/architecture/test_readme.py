"""What the papers for people promise is there."""

import re
from pathlib import Path

from shkola_desktop.cli.application import app
from shkola_desktop.host.assets import asset

ROOT = asset("forms").parent
README = (ROOT / "README.md").read_text("utf-8")


def test_every_make_target_that_is_named_exists():
    targets = set(
        re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    )
    papers = README + (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    named = set(re.findall(r"\bmake ([a-z]+)\b", papers))
    assert {"run", "test", "check", "bench"} <= named
    assert named - {"a"} <= targets


def test_every_command_that_is_named_exists():
    groups = {group.name for group in app.registered_groups}
    commands = {
        command.name or command.callback.__name__
        for command in app.registered_commands
        if command.callback
    }
    named = set(re.findall(r"^shkola ([a-z-]+)", README, re.MULTILINE))
    assert named
    assert named <= groups | commands


def test_every_linked_file_exists():
    for paper in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"):
        text = (ROOT / paper).read_text("utf-8")
        for target in re.findall(r"\]\(([^)#]+)\)", text):
            assert (ROOT / target).exists(), f"{paper}: {target}"


def test_the_top_level_holds_only_what_was_agreed():
    agreed = {
        "shkola_desktop", "resources", "forms", "pyproject.toml", "tests", "installer",
        "README.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md", "Makefile",
        "requirements.txt", "requirements-dev.txt",
    }  # fmt: skip
    made = {"build", "dist"}
    found = {path.name for path in Path(ROOT).iterdir() if path.name[0] != "."}
    assert found - made <= agreed
