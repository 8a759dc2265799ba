"""Packages as an enemy makes them: every layer right but for the one that is not."""

import io
import json
import struct
import zipfile
import zlib

import pyrage

from shkola_desktop.transfer import archive, bag, layout, seal
from tests.support.packages import a_content, a_header

END = struct.Struct("<4s4H2LH")


def members_of(package):
    """Return the files of a ZIP, named without the bag's folder."""
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return {n.partition("/")[2]: opened.read(n) for n in opened.namelist()}


def as_package(files, folder=None):
    """Return a ZIP of the files of a bag."""
    folder = a_header().id if folder is None else folder
    named = {f"{folder}/{name}": data for name, data in files.items()}
    return archive.pack(named, compress=False)


def changed(package, **files):
    """Return the package with files replaced, or left out where None is given."""
    known = members_of(package)
    for name, data in files.items():
        known[name] = data
    return as_package({n: d for n, d in known.items() if d is not None})


def inner_of(kind, keys):
    """Return content.json as values and the files beside it."""
    data = seal.inner_archive(a_header(kind), a_content(kind, keys.public()), keys)
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        files = {name: opened.read(name) for name in opened.namelist()}
    return json.loads(files.pop(layout.INNER_CONTENT)), files


def forged(header, inner, keys, recipients, *, encrypt=True):
    """Sign and encrypt any bytes as the content of a package."""
    name = layout.content_name(header.kind)
    if name == layout.CONTENT and encrypt:
        targets = [pyrage.x25519.Recipient.from_str(key) for key in recipients]
        inner = pyrage.encrypt(inner, targets)
    return signed({**bag.tag_files(header, inner), name: inner}, keys)


def signed(files, keys):
    """Sign the files of a bag anew."""
    manifest = files[layout.TAG_MANIFEST]
    signature = keys.signer.sign(manifest, trusted_comment="forged")
    return as_package({**files, layout.SIGNATURE: bytes(signature)})


def with_json(kind, text, keys, recipients, files=None):
    """Return a package whose content.json is this text."""
    _, known = inner_of(kind, keys)
    content = text.encode() if isinstance(text, str) else text
    members = {**(known if files is None else files), layout.INNER_CONTENT: content}
    # stored: a text of the same letter again and again would pass for a bomb
    inner = archive.pack(members, compress=False)
    return forged(a_header(kind), inner, keys, recipients)


def claiming(entries, size=0, start=0, before=b""):
    """Return a ZIP's end that claims entries which are not there."""
    return before + END.pack(b"PK\x05\x06", 0, 0, entries, entries, size, start, 0)


def overlapping(name="bag/data/content.age", count=8, size=1_000_000):
    """Return a ZIP in which many entries unpack the same bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as one:
        one.writestr(name, bytes(size))
        first = one.infolist()[0]
        for n in range(1, count):
            copy = zipfile.ZipInfo(f"{name}{n}")
            for field in ("CRC", "compress_size", "file_size", "compress_type"):
                setattr(copy, field, getattr(first, field))
            copy.header_offset = first.header_offset
            one.filelist.append(copy)
            one.NameToInfo[copy.filename] = copy
    return target.getvalue()


def quoted(count=8, size=1_000_000):
    """Return a ZIP whose entries quote the headers of the ones after them."""
    # each member is stored and holds the local header and data of the next
    target = b""
    data = bytes(size)
    entries = []
    for n in reversed(range(count)):
        name = f"bag/{n}".encode()
        body = target or data
        crc = zlib.crc32(body)
        head = struct.pack(
            "<4s5H3L2H",
            b"PK\x03\x04", 20, 0, 0, 0, 33, crc, len(body), len(body), len(name), 0,
        )  # fmt: skip
        target = head + name + body
        entries.append((name, crc, len(body), len(target)))
    table = b""
    for name, crc, length, from_end in entries:
        table += struct.pack(
            "<4s6H3L5H2L",
            b"PK\x01\x02", 20, 20, 0, 0, 0, 33, crc, length, length, len(name),
            0, 0, 0, 0, 0, len(target) - from_end,
        ) + name  # fmt: skip
    end = claiming(count, len(table), len(target))
    return target + table + end
