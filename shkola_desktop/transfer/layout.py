"""Names, limits and rule codes of a package; each limit with its reason."""

FORMAT = 1
ENDING = ".shkola"
PART = ".part"

BAGIT = "bagit.txt"
INFO = "bag-info.txt"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
SIGNATURE = TAG_MANIFEST + ".minisig"
CONTENT = "data/content.age"
BAG_MEMBERS = (BAGIT, INFO, MANIFEST, TAG_MANIFEST, SIGNATURE, CONTENT)

INNER_CONTENT = "content.json"
ATTACHMENTS = "attachments/"
FORM = "form/"

MAX_PACKAGE = 1_200 * 1024 * 1024
"""Bytes of a file: the evidence limit of 200 MB five times over (bundles)."""
MAX_OUTER_ENTRIES = 16
"""Entries of the outer ZIP: a bag of ours has six."""
MAX_INNER_ENTRIES = 5_000
"""Entries inside: 114 indicators with 40 files each, and the form."""
MAX_INNER_SIZE = 400 * 1024 * 1024
"""Unpacked bytes inside: the evidence limit twice."""
MAX_CONTENT = 64 * 1024 * 1024
"""Bytes of content.json: a school's whole history takes about 1 MB."""
MAX_RATIO = 200
"""Unpacked to packed: text of ours reaches 30, a bomb thousands."""
MAX_NAME = 200
"""Characters of a name inside an archive."""

ZIP_BROKEN = "zip-broken"
ZIP_TOO_LARGE = "zip-too-large"
ZIP_TOO_MANY = "zip-too-many"
ZIP_NAME = "zip-name"
ZIP_NAME_TWICE = "zip-name-twice"
ZIP_LINK = "zip-link"
ZIP_ENCRYPTED = "zip-encrypted"
ZIP_RATIO = "zip-ratio"
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
ATTACHMENT_MISSING = "attachment-missing"
ATTACHMENT_CHANGED = "attachment-changed"
"""Rule codes of every fault that a package can have; words stand in ``words``."""
