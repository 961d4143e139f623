"""The order of an answer: one function for both databases, over the first documents that the database gives.

A thing that is called exactly what was typed comes first, then one whose title has all the words, then titles with
some, then texts; what the reader can read in their own language comes before its equals.
"""

from collections.abc import Iterable

from museum.search.models import SearchDocument
from museum.search.plan import FORM, Group, Plan, bare_name

#: What a name is worth that is wholly what was typed, by role; what it adds to have every word in one name.
WHOLE = {"title": 6.0, "former": 5.7, "variant": 5.5, "label": 3.5, "number": 6.0}
IN_ONE_NAME = 2.0
TITLE, BODY = 2.2, 1.6
#: Characters of indexed words after which a word has to be said more than once to count as much.
LONG = 9_000
#: A query of so many words is a sentence that somebody remembers; the first things are looked into for it.
SENTENCE, LOOKED_INTO, IN_ONE_PASSAGE = 3, 40, 3.0
OWN_LANGUAGE = 0.6
#: Points for each step of the weights of kinds.
KIND = 0.04


def ranked(documents: Iterable[SearchDocument], plan: Plan, promoted: list[int]) -> list[SearchDocument]:
    """``documents`` in their order for the reader; what a curator promotes first, in the curator's order."""
    place = {key: number for number, key in enumerate(promoted)}
    scored = [(score(document, plan), document) for document in documents]
    scored.sort(key=lambda row: (-row[0], row[1].reference))
    if len(plan.groups) >= SENTENCE:
        looked_into = [
            (points + _passage_points(document, plan), document) for points, document in scored[:LOOKED_INTO]
        ]
        scored[:LOOKED_INTO] = sorted(looked_into, key=lambda row: (-row[0], row[1].reference))
    return sorted((document for _points, document in scored), key=lambda document: place.get(document.pk, len(place)))


def score(document: SearchDocument, plan: Plan) -> float:
    """How well a document answers; about 0 to 12, more is better."""
    title, body = f" {document.title} ", f" {document.body} "
    weight = plan.weight or 1
    points = sum(group.weight * _points(group, title, body) for group in plan.groups) / weight
    points += max((_name_points(name, plan) for name in document.names), default=0.0)
    if plan.language in _languages(document):
        points += OWN_LANGUAGE
    return round(points + KIND * document.weight, 6)


def _passage_points(document: SearchDocument, plan: Plan) -> float:
    """What it adds that one passage alone has most of the words."""
    best = 0.0
    for *_words, folded in document.texts:
        met = sum(
            group.weight
            for group in plan.groups
            if any(
                worth >= FORM and all(part in folded for part in parts) for parts, worth in group.alternatives.items()
            )
        )
        share = met / (plan.weight or 1)
        best = max(best, share + (0.5 if plan.whole in folded else 0.0))
    return IN_ONE_PASSAGE * max(0.0, best - 0.5)


def _points(group: Group, title: str, body: str) -> float:
    in_title = in_body = 0.0
    for alternative, worth in group.alternatives.items():
        if all(f" {part} " in title for part in alternative):
            in_title = max(in_title, worth)
        often = min(body.count(f" {part} ") for part in alternative)
        if often:
            in_body = max(in_body, worth * often / (often + 0.4 + len(body) / LONG))
    return TITLE * in_title + BODY * in_body


def _name_points(name: list, plan: Plan) -> float:
    _text, language, role, folded = name
    own = 0.3 if language == plan.language or not language else 0.0
    if folded == plan.whole or bare_name(folded) == plan.bare:
        return WHOLE.get(role, 4.0) + own
    if len(plan.groups) < 2:
        # One word of a name of few says more than one of many.
        return (own + 1.2 / max(len(folded.split()), 1)) * _share(folded, plan)
    share = _share(folded, plan)
    if share < 1:
        return 0.4 * share
    return IN_ONE_NAME * min(1.0, len(plan.groups) / max(len(folded.split()), 1)) + 0.8 + own


def _share(folded: str, plan: Plan) -> float:
    """The part of the query's weight that is in a name in the words themselves."""
    words = set(folded.split())
    met = sum(
        group.weight
        for group in plan.groups
        if group.term.folded in words
        or any(
            worth >= FORM and len(alternative) == 1 and (alternative[0] in words or _form_in(alternative[0], words))
            for alternative, worth in group.alternatives.items()
        )
    )
    return met / (plan.weight or 1)


def _form_in(form: str, words: set[str]) -> bool:
    return any(word.startswith(form) or word.endswith(form) for word in words) if len(form) > 3 else False


def _languages(document: SearchDocument) -> set[str]:
    return set(document.versions) or {text[1] for text in document.texts} or {name[1] for name in document.names}
