"""The own keys: on paper, under a password, restored, the region's for recovery."""

from dataclasses import replace
from pathlib import Path

import pytest

from shkola_desktop.app import offices
from shkola_desktop.app.exchange import identity
from shkola_desktop.app.exchange.dispatching import RECOVERY
from shkola_desktop.domain.actions import ActionKind
from shkola_desktop.domain.errors import (
    NoOffice,
    NoSchool,
    PassphraseWrong,
    RecoveryOther,
    SheetMistyped,
)
from shkola_desktop.domain.office import Role
from tests.support.fakes import FakeKeys, a_workspace
from tests.support.packages import DISTRICT

REGION = replace(DISTRICT, code="70", role=Role.REGION, name="Регион")


@pytest.fixture
def keys():
    return FakeKeys()


@pytest.fixture
def region(keys):
    workspace = a_workspace(keys=keys)
    offices.save_office(REGION, workspace)
    return workspace


def kinds(workspace):
    with workspace.open_reading() as work:
        return [action.kind for action in work.actions.list()]


def test_the_sheet_is_made_for_its_owner_and_kept_nowhere(region):
    assert identity.sheet(region) == "recovery Регион 70 8".encode()
    with region.open_reading() as work:
        assert work.documents.list() == ()
    assert identity.sheet_printed(region) is None
    printed = identity.note_printed(region)
    assert identity.identity_of(region).printed == printed
    assert kinds(region)[0] is ActionKind.SHEET_PRINTED


def test_before_the_first_start_there_is_no_sheet():
    with pytest.raises(NoSchool):
        identity.sheet(a_workspace())


def test_a_password_is_set_and_taken_away(region):
    with pytest.raises(PassphraseWrong):
        identity.protect("", region)
    assert ActionKind.KEYS_PROTECTED not in kinds(region)
    identity.protect("осенний лист", region)
    assert identity.identity_of(region).protected
    identity.unprotect(region)
    assert not identity.identity_of(region).protected
    assert kinds(region)[:2] == [
        ActionKind.KEYS_UNPROTECTED,
        ActionKind.KEYS_PROTECTED,
    ]


def test_restored_keys_need_no_reminder(region, keys):
    with pytest.raises(SheetMistyped):
        identity.restore("??", region)
    assert identity.sheet_printed(region) is None
    assert identity.restore("rows", region) == ("берёза", "окно")
    assert keys.restored == "rows"
    assert identity.sheet_printed(region) is not None
    assert kinds(region)[0] is ActionKind.KEYS_RESTORED


def test_the_regions_recovery_key_is_what_others_encrypt_to(region, keys):
    path = identity.make_recovery(Path("stick"), region)
    assert path == Path("stick/region-recovery-70.key")
    with region.open_reading() as work:
        assert work.settings.get(RECOVERY) == "age1recovery"
    assert identity.identity_of(region).recovery == "age1recovery"
    assert keys.recovery == path
    identity.close_recovery(region)
    assert keys.recovery is None
    identity.open_recovery(path, region)
    assert keys.recovery == path


def test_another_recovery_key_is_refused_and_closed(region, keys):
    with region.open_work() as work:
        work.settings.put(RECOVERY, "age1other")
        work.commit()
    with pytest.raises(RecoveryOther):
        identity.open_recovery(Path("wrong.key"), region)
    assert keys.recovery is None


def test_a_school_makes_no_recovery_key():
    with pytest.raises(NoOffice):
        identity.make_recovery(Path("stick"), a_workspace())
