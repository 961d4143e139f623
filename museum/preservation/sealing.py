"""What only the holder of a key can read: age (https://age-encryption.org/v1), as streams, by pyrage.

``age`` itself and every other program of that format open what is sealed here.
"""

import os
from pathlib import Path

import pyrage
from django.utils.translation import gettext as _

from museum.preservation.refusal import Refused


def recipient(text: str):
    """The public key ``age1…`` or ``ssh-ed25519 …``; raises ``Refused`` for anything else."""
    for kind in (pyrage.x25519.Recipient, pyrage.ssh.Recipient):
        try:
            return kind.from_str(text.strip())
        except pyrage.RecipientError:
            continue
    raise Refused(_("“%(key)s” is not a public key of age: it begins with “age1”.") % {"key": text[:80]})


def identities(file: Path) -> list:
    """The private keys in a file as ``age-keygen`` or ``new_key`` write it, or of one SSH key."""
    try:
        text = Path(file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(_("The key file “%(file)s” cannot be read.") % {"file": file}) from error
    try:
        if "PRIVATE KEY-----" in text:
            return [pyrage.ssh.Identity.from_buffer(text.encode())]
        lines = [line.strip() for line in text.splitlines()]
        found = [pyrage.x25519.Identity.from_str(line) for line in lines if line and not line.startswith("#")]
    except pyrage.IdentityError as error:
        raise Refused(_("The key file “%(file)s” holds no private key of age.") % {"file": file}) from error
    if not found:
        raise Refused(_("The key file “%(file)s” holds no private key of age.") % {"file": file})
    return found


def new_key(file: Path) -> str:
    """Make a key pair: the private key in a new ``file`` that only this account can read; returns the public key."""
    identity = pyrage.x25519.Identity.generate()
    public = str(identity.to_public())
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise Refused(_("The key file “%(file)s” cannot be made: %(why)s") % {"file": file, "why": error}) from error
    with os.fdopen(descriptor, "w") as stream:
        stream.write(f"# public key: {public}\n{identity}\n")
    return public


def seal(source, target, recipients: list) -> None:
    """Encrypt the stream ``source`` into the stream ``target``, 64 KiB at a time."""
    pyrage.encrypt_io(source, target, recipients)


def unseal(source, target, keys: list) -> None:
    """Decrypt; raises ``Refused`` where the keys do not fit or something was changed."""
    try:
        pyrage.decrypt_io(source, target, keys)
    except pyrage.DecryptError as error:
        raise Refused(_("The package cannot be opened with this key: %(why)s") % {"why": error}) from error
