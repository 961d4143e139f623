"""The message catalogues: extracted, updated, checked and compiled in plain Python, without GNU gettext.

Message ids are English. French and Arabic must be complete; Tamazight holds only what is certain
and falls back elsewhere; English needs no catalogue.
"""

import re
from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

COMPLETE = ("fr", "ar")
PARTIAL = ("zgh",)
PLURALS = {
    "fr": (2, "(n > 1)"),
    "ar": (
        6,
        "(n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 : n % 100 >= 3 && n % 100 <= 10 ? 3 : n % 100 >= 11 ? 4 : 5)",
    ),
    "zgh": (2, "(n > 1)"),
}
# Of messages with a plural, the arguments that are text; a context comes first where marked "c".
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
# A comment on an entry that begins so keeps it although no source of ours contains it: it gives
# another wording to a string of Django or Wagtail (the Moroccan months, for one).
OVERRIDE = "override"
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}")

Key = tuple[str | None, str]


def catalogue_files(folder: Path) -> dict[str, Path]:
    """The .po file of each language that needs one, by its code; a file may not exist yet."""
    return {language: folder / language / "LC_MESSAGES" / "django.po" for language in COMPLETE + PARTIAL}


def begin(language: str, file: Path) -> None:
    """Write an empty catalogue for a language that has none."""
    catalogue = Catalog(locale=language)
    catalogue._num_plurals, catalogue._plural_expr = PLURALS[language]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(render(catalogue), encoding="utf-8")


def read(file: Path) -> Catalog:
    """Read a .po file; its Language header names the locale."""
    with file.open("rb") as stream:
        return read_po(stream, abort_invalid=True)


def compile_catalogue(file: Path) -> Path:
    """Write the .mo file beside a .po file and return its path. Fuzzy and empty entries are left out."""
    compiled = file.with_suffix(".mo")
    catalogue = read(file)
    # Babel would give an untranslated plural its English words, and no other language could be fallen back to.
    for message in [message for message in catalogue if message.id and not is_translated(message)]:
        catalogue.delete(message.id, message.context)
    content = BytesIO()
    write_mo(content, catalogue)
    compiled.write_bytes(content.getvalue())
    return compiled


def sources(root: Path, packages: tuple[str, ...] = ("museum", "stories", "exhibits")) -> Iterator[Path]:
    """Every Python module and template that may hold a message, in a stable order."""
    for package in packages:
        for file in sorted((root / package).rglob("*.py")):
            if "migrations" not in file.parts and "tests" not in file.parts:
                yield file
    yield from sorted((root / "templates").rglob("*.html"))
    yield from sorted((root / "templates").rglob("*.txt"))


def extract(root: Path) -> Catalog:
    """Collect the messages of every source under the project's root, each with the files that use it."""
    template = Catalog()
    for file in sources(root):
        text = file.read_text(encoding="utf-8")
        if file.suffix != ".py":
            # Django turns a template into gettext calls between blanked-out text; its indentation
            # means nothing to Python's tokenizer.
            text = "\n".join(line.lstrip() for line in templatize(text, str(file)).split("\n"))
        location = str(file.relative_to(root))
        found = extract_python(BytesIO(text.encode()), KEYWORDS, [], {"encoding": "utf-8"})
        for _line, function, arguments, _comments in found:
            message = _message(function, arguments)
            if message is None:
                continue
            context, singular, plural = message
            template.add(
                (singular, plural) if plural else singular,
                locations=[(location, 0)],
                context=context,
            )
    return template


def _message(function, arguments) -> tuple[str | None, str, str | None] | None:
    """Context, singular and plural of one gettext call; None where its text is not a literal."""
    given = list(arguments) if isinstance(arguments, tuple) else [arguments]
    context = given.pop(0) if function.removeprefix("n").startswith("pgettext") else None
    plural = given[1] if function.startswith("n") and len(given) > 1 else None
    if not given or not isinstance(given[0], str) or not given[0]:
        return None
    return context, given[0], plural


def key_of(message: Message) -> Key:
    """What identifies a message in a catalogue: its context and its singular."""
    singular = message.id if isinstance(message.id, str) else message.id[0]
    return message.context, singular


def entries(catalogue: Catalog) -> dict[Key, Message]:
    """The messages of a catalogue by key, its header left out."""
    return {key_of(message): message for message in catalogue if message.id}


def is_override(message: Message) -> bool:
    """Whether an entry is kept for another package's string."""
    return any(comment.startswith(OVERRIDE) for comment in message.user_comments)


def is_translated(message: Message) -> bool:
    """Whether every form of a message has a text and nobody marked it uncertain."""
    forms = [message.string] if isinstance(message.string, str) else list(message.string)
    return not message.fuzzy and bool(forms) and all(forms)


def update(file: Path, template: Catalog) -> tuple[int, int]:
    """Bring a .po file in line with the sources, keeping every translation; returns (added, retired).

    Entries that nothing uses any more are kept at the end of the file as comments.
    """
    catalogue = read(file)
    before = entries(catalogue)
    wanted = entries(template)
    updated = Catalog(locale=catalogue.locale_identifier)
    updated._num_plurals, updated._plural_expr = catalogue.num_plurals, catalogue.plural_expr
    for key, message in sorted(wanted.items(), key=lambda item: (item[1].locations, item[0][1])):
        old = before.get(key)
        updated.add(
            message.id,
            string=_fitting(old, message, updated.num_plurals) if old else "",
            locations=sorted(set(message.locations)),
            flags=old.flags & {"fuzzy"} if old else (),
            user_comments=old.user_comments if old else (),
            context=message.context,
        )
    retired = 0
    for key, message in before.items():
        if key in wanted:
            continue
        if is_override(message):
            updated.add(
                message.id,
                string=message.string,
                user_comments=message.user_comments,
                context=message.context,
            )
        elif is_translated(message):
            updated.obsolete[message.id] = message
            retired += 1
    for message in catalogue.obsolete.values():
        if key_of(message) not in wanted:
            updated.obsolete.setdefault(message.id, message)
    file.write_text(render(updated), encoding="utf-8")
    return len(wanted.keys() - before.keys()), retired


def _fitting(old: Message, new: Message, forms: int):
    """The old translation in the shape the new message needs (one text, or one a plural form)."""
    if new.pluralizable == isinstance(old.string, str):
        return ("",) * forms if new.pluralizable else old.string[0]
    return old.string


def render(catalogue: Catalog) -> str:
    """The text of a .po file with a header that changes only when its facts do."""
    body = BytesIO()
    write_po(body, catalogue, omit_header=True, include_lineno=False, width=100)
    plural = f"nplurals={catalogue.num_plurals}; plural={catalogue.plural_expr};"
    header = StringIO()
    header.write('msgid ""\nmsgstr ""\n')
    for name, value in (
        ("Project-Id-Version", "Rihla"),
        ("Language", catalogue.locale_identifier),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Content-Transfer-Encoding", "8bit"),
        ("Plural-Forms", plural),
    ):
        header.write(f'"{name}: {value}\\n"\n')
    return header.getvalue() + "\n" + body.getvalue().decode().lstrip("\n")


def problems(language: str, catalogue: Catalog, template: Catalog) -> list[str]:
    """What is wrong with a catalogue, one sentence each: missing or untranslated messages, lost placeholders."""
    found = []
    have, wanted = entries(catalogue), entries(template)
    for key, message in have.items():
        if key not in wanted and not is_override(message):
            found.append(f"nothing uses {_quoted(key)} any more: make messages")
        elif is_translated(message):
            found.extend(_placeholder_problems(key, message))
        elif language in COMPLETE:
            found.append(f"{_quoted(key)} has no certain translation")
    found.extend(f"{_quoted(key)} is missing: make messages" for key in wanted.keys() - have.keys())
    return sorted(found)


def _quoted(key: Key) -> str:
    """A message as a sentence names it, with its context where it has one."""
    context, text = key
    return f"“{text}” ({context})" if context else f"“{text}”"


def _placeholder_problems(key: Key, message: Message) -> Iterator[str]:
    """Names a translation would print or fail on: every placeholder of ours must be one of the source's.

    A plural form may leave a number out ("one story"); a plain message may leave out nothing.
    """
    ids = [message.id] if isinstance(message.id, str) else list(message.id)
    expected = {name for text in ids for name in PLACEHOLDER.findall(text)}
    texts = [message.string] if isinstance(message.string, str) else message.string
    for text in texts:
        names = set(PLACEHOLDER.findall(text))
        if names - expected or (not message.pluralizable and names != expected):
            yield f"{_quoted(key)}: placeholders {sorted(names)} where the source has {sorted(expected)}"
