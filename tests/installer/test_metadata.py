"""What desktops and Windows are told about the program agrees with itself."""

import configparser
import xml.etree.ElementTree as ET
from pathlib import Path

from installer.for_windows import numbers
from shkola_desktop import __version__

INSTALLER = Path(__file__).parents[2] / "installer"
TYPE = "application/x-shkola-package"
MIME = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}


def test_the_menu_entry_opens_packages_in_the_window():
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(INSTALLER / "linux/shkola-desktop.desktop", "utf-8")
    told = entry["Desktop Entry"]
    assert told["Exec"] == "shkola-desktop %f"
    assert told["MimeType"] == f"{TYPE};"
    assert told["Name[ru]"] == "Школа: самодиагностика и программа"


def test_packages_are_known_by_their_ending():
    told = ET.parse(INSTALLER / "linux/shkola-desktop.xml").getroot()
    kind = told.find("m:mime-type", MIME)
    assert kind is not None
    assert kind.get("type") == TYPE
    assert [glob.get("pattern") for glob in kind.findall("m:glob", MIME)] == [
        "*.shkola"
    ]


def test_the_store_entry_names_the_menu_entry_and_the_type():
    told = ET.parse(INSTALLER / "linux/shkola-desktop.metainfo.xml").getroot()
    assert told.findtext("launchable") == "shkola-desktop.desktop"
    assert told.findtext("provides/mediatype") == TYPE


def test_windows_compares_versions_by_four_numbers():
    assert numbers("0.1.0") == (0, 1, 0, 0)
    assert numbers("2.13") == (2, 13, 0, 0)
    assert numbers(__version__)[3] == 0


def test_the_installer_asks_no_administrator_and_keeps_data():
    script = (INSTALLER / "windows/setup.nsi").read_text("utf-8")
    assert "RequestExecutionLevel user" in script
    assert "HKLM" not in script
    ask = script.index('"$(ASK)" /SD IDNO IDNO done')
    assert ask < script.index('RMDir /r "$LOCALAPPDATA\\shkola-desktop"')


def test_windows_knows_long_paths_and_many_screens():
    told = (INSTALLER / "windows/launcher.manifest").read_text("utf-8")
    assert "<longPathAware" in told
    assert ">true</longPathAware>" in told
    assert "PerMonitorV2" in told
    assert 'level="asInvoker"' in told
