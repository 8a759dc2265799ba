"""The form that a school or a diagnosis goes by."""

from shkola_desktop.app.ports import UnitOfWork
from shkola_desktop.app.workspace import Workspace
from shkola_desktop.domain.applying import form_for, variant_of
from shkola_desktop.domain.diagnosis import Diagnosis
from shkola_desktop.domain.errors import FormUnknown
from shkola_desktop.domain.form import Edition, Form, Variant
from shkola_desktop.domain.school import School


def newest_edition(workspace: Workspace) -> Edition:
    """Return the edition that a new diagnosis is made with."""
    return workspace.catalogue.edition(workspace.catalogue.codes()[0])


def current_variant(school: School, workspace: Workspace) -> Variant:
    """Return the variant of a school in the newest edition.

    Raises:
        VariantUnknown: the edition has no form for such a school.
    """
    return variant_of(
        newest_edition(workspace), school.kind, school.programmes, ovz=school.ovz
    )


def form_of(diagnosis: Diagnosis, workspace: Workspace) -> Form:
    """Return the form that a diagnosis was made with, even after a newer pack."""
    return form_for(_edition_of(diagnosis, workspace), diagnosis.variant)


def form_for_school(school: School, workspace: Workspace) -> Form:
    """Return the form that the school would be given today."""
    return form_for(newest_edition(workspace), current_variant(school, workspace))


def accepted_form(diagnosis: Diagnosis, work: UnitOfWork, workspace: Workspace) -> Form:
    """Return the form of a diagnosis that came from outside.

    Only packs that ship or were accepted here count: a sender cannot bring its own.

    Raises:
        FormUnknown: its pack was never accepted here.
        VariantUnknown: the pack has no form for such a school.
    """
    code, hash = diagnosis.edition, diagnosis.edition_hash
    edition = None
    if code in workspace.catalogue.codes():
        edition = workspace.catalogue.edition(code)
    if edition is None or edition.hash != hash:
        text = work.editions.get(hash)
        if text is None:
            raise FormUnknown(code, hash)
        edition = workspace.catalogue.from_pack(text)
    asked = diagnosis.variant
    variant = variant_of(edition, asked.kind, asked.programmes, ovz=asked.ovz)
    return form_for(edition, variant)


def _edition_of(diagnosis: Diagnosis, workspace: Workspace) -> Edition:
    if diagnosis.edition in workspace.catalogue.codes():
        shipped = workspace.catalogue.edition(diagnosis.edition)
        if shipped.hash == diagnosis.edition_hash:
            return shipped
    with workspace.open_reading() as work:
        text = work.editions.get(diagnosis.edition_hash)
    if text is None:
        return workspace.catalogue.edition(diagnosis.edition)
    return workspace.catalogue.from_pack(text)
