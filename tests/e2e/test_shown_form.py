"""``shkola form show --json`` prints one documented shape."""

import msgspec

from shkola_desktop.catalogue import schema
from shkola_desktop.cli.application import run
from shkola_desktop.host.assets import asset


def test_the_shipped_schema_is_the_shape_that_is_read():
    shipped = asset("resources") / "schemas" / "form.json"
    assert shipped.read_bytes() == schema.schema_of_shown_pack()


def test_what_is_printed_has_the_documented_shape(capsys):
    assert run(["form", "show", "--json"]) == 0
    printed = capsys.readouterr().out
    shown = msgspec.json.decode(printed, type=schema.ShownPack, strict=True)
    assert shown.pack.edition.code == "smp-2024"
    assert len(shown.pack.directions) == 8
    assert len(shown.hash) == 64
