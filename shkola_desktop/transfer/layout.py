"""Names, limits and rule codes of a package; each limit with its reason."""

from shkola_desktop.domain.diagnosis import MAX_EVIDENCE_FILE
from shkola_desktop.domain.package import PackageKind

FORMAT = 1
ENDING = ".shkola"
PART = ".part"

BAGIT = "bagit.txt"
INFO = "bag-info.txt"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
SIGNATURE = TAG_MANIFEST + ".minisig"
CONTENT = "data/content.age"
SIGNED_CONTENT = "data/content.zip"
"""The content of kinds that everybody may read: signed, not encrypted."""
SIGNED_ONLY = frozenset({PackageKind.ENROLMENT, PackageKind.FORMS})
TAGS = (BAGIT, INFO, MANIFEST, TAG_MANIFEST, SIGNATURE)
"""Every file of a bag but its content."""

INNER_CONTENT = "content.json"
ATTACHMENTS = "attachments/"
FORM = "form/"
FILES = "files/"
PACKAGES = "packages/"
DATABASE = "database/shkola.sqlite"

MAX_PACKAGE = 1_200 * 1024 * 1024
"""Bytes of a file: the evidence limit of 200 MB five times over (bundles)."""
MAX_LOCKED = 256 * 1024 * 1024
"""Bytes behind a passphrase: all evidence of a diagnosis; it is read into memory."""
MAX_WORK = 20
"""Power of two that a passphrase costs: 2^20 take 1 GB, a second on a fast machine."""
MAX_OUTER_ENTRIES = 16
"""Entries of the outer ZIP: a bag of ours has six."""
MAX_INNER_ENTRIES = 5_000
"""Entries inside: 114 indicators with 40 files each, and the form."""
MAX_INNER_SIZE = MAX_PACKAGE
"""Unpacked bytes inside: a bundle holds packages, which do not shrink."""
MAX_TAG = 64 * 1024
"""Bytes of a file of the bag beside its content: ours have less than one KB."""
MAX_AGE_HEADER = 64 * 1024
"""Bytes before the encrypted part: a recipient takes about 100, we write three."""
MAX_CONTENT = 32 * 1024 * 1024
"""Bytes of content.json: a school's whole history takes about 1 MB."""
MAX_VALUES = 1_000_000
"""Brackets and commas in content.json: 40 000 remarks with 15 values and change."""
MAX_DEPTH = 24
"""Brackets within brackets in content.json: ours reaches eight."""
MAX_DIGITS = 18
"""Digits of a whole number: what 64 bits hold."""
MAX_TOLD = 100
"""Faults of one file that are listed: nobody reads more, and a list has to end."""
MAX_TEXT_MEMBER = 8 * 1024 * 1024
"""Bytes of a form pack, the bank or the template: ours take below 1 MB."""
MAX_DATABASE = 400 * 1024 * 1024
"""Bytes of a workspace's copy: evidence of two years at its limit."""
MAX_RATIO = 200
"""Unpacked to packed: text of ours reaches 30, a bomb thousands."""
MAX_NAME = 200
"""Characters of a name inside an archive."""
MAX_RECORD = 46 + MAX_NAME + 256
"""Bytes of a line of a ZIP's own table: the fixed part, a name, a few extras."""


def content_name(kind: PackageKind) -> str:
    """Return where the content of a kind lies in the bag."""
    return SIGNED_CONTENT if kind in SIGNED_ONLY else CONTENT


def form_member(pack_id: str) -> str:
    """Return where the form pack lies inside."""
    return f"{FORM}{pack_id.replace('@', '-')}.json"


def limit_of(member: str) -> int:
    """Return the bytes that a file inside may have."""
    limits = {
        FORM: MAX_TEXT_MEMBER,
        FILES: MAX_TEXT_MEMBER,
        ATTACHMENTS: MAX_EVIDENCE_FILE,
        DATABASE: MAX_DATABASE,
        INNER_CONTENT: MAX_CONTENT,
    }
    return next(
        (n for begin, n in limits.items() if member.startswith(begin)), MAX_PACKAGE
    )


ZIP_BROKEN = "zip-broken"
ZIP_TOO_LARGE = "zip-too-large"
ZIP_TOO_MANY = "zip-too-many"
ZIP_NAME = "zip-name"
ZIP_NAME_TWICE = "zip-name-twice"
ZIP_LINK = "zip-link"
ZIP_ENCRYPTED = "zip-encrypted"
ZIP_RATIO = "zip-ratio"
ZIP_64 = "zip-64"
ZIP_METHOD = "zip-method"
ZIP_OVERLAP = "zip-overlap"
ZIP_MEMBER_BROKEN = "zip-member-broken"
BAG_FOLDER = "bag-folder"
BAG_MEMBER_MISSING = "bag-member-missing"
BAG_MEMBER_EXTRA = "bag-member-extra"
BAG_MEMBER_CHANGED = "bag-member-changed"
BAG_DECLARATION = "bag-declaration"
BAG_MANIFEST_BROKEN = "bag-manifest-broken"
BAG_OXUM = "bag-oxum"
HEADER_MISSING = "header-missing"
HEADER_WRONG = "header-wrong"
SIGNATURE_BROKEN = "signature-broken"
SIGNATURE_WRONG = "signature-wrong"
CONTENT_BROKEN = "content-broken"
CONTENT_LIES = "content-lies"
CONTENT_DEEP = "content-deep"
CONTENT_LARGE = "content-large"
CONTENT_NUMBER = "content-number"
CONTENT_TEXT = "content-text"
CONTENT_KEY_TWICE = "content-key-twice"
CONTENT_KEY_UNKNOWN = "content-key-unknown"
CONTENT_KEY_MISSING = "content-key-missing"
CONTENT_TYPE = "content-type"
CONTENT_LONG = "content-long"
CONTENT_RANGE = "content-range"
CONTENT_VALUE = "content-value"
CONTENT_CONTRADICTS = "content-contradicts"
CONTENT_HEADER = "content-header"
CONTENT_NESTED = "content-nested"
ATTACHMENT_MISSING = "attachment-missing"
ATTACHMENT_EXTRA = "attachment-extra"
ATTACHMENT_CHANGED = "attachment-changed"
"""Rule codes of every fault that a package can have; words stand in ``words``."""
