"""A handwriting of our own, as strokes: joined small letters, open capitals, figures; and Arabic set word by word."""

from __future__ import annotations

from random import Random

from ...drawings.svg import n, smooth

#: Points of each stroke, small letters one unit high, the baseline at 0. The first stroke of a small letter is joined
#: to its neighbours; the others (dots, bars, accents) are laid afterwards.
SMALL = {
    "a": (0.92, ".28,.82 .6,.9 .38,1 .1,.55 .22,.02 .5,.25 .63,.92 .62,.2 .75,0 .95,.18"),
    "b": (0.85, ".25,.9 .5,1.8 .38,2.1 .22,1.6 .2,.3 .38,0 .62,.3 .55,.85 .5,.75 .85,.8"),
    "c": (0.75, ".3,.8 .6,.85 .4,1 .1,.55 .25,.02 .5,.03 .78,.2"),
    "d": (0.94, ".28,.82 .6,.9 .38,1 .1,.55 .22,.02 .5,.25 .68,2 .64,.25 .78,0 .96,.18"),
    "e": (0.72, ".2,.3 .5,.75 .4,1 .15,.6 .25,.05 .5,.02 .75,.2"),
    "f": (0.66, ".3,.9 .5,1.9 .38,2.1 .25,1.5 .2,-.8 .3,-.95 .42,-.5 .3,.02 .68,.2"),
    "g": (0.88, ".28,.82 .6,.9 .38,1 .1,.55 .22,.02 .5,.25 .63,.95 .6,-.6 .4,-.95 .15,-.7 .9,.15"),
    "h": (0.93, ".25,.9 .5,1.8 .38,2.1 .24,1.6 .2,.02 .3,.7 .5,1 .62,.75 .62,.2 .75,0 .95,.18"),
    "i": (0.58, ".25,.95 .26,.2 .4,0 .6,.18|.3,1.42 .31,1.46"),
    "j": (0.52, ".25,.95 .24,-.6 .05,-.95 -.1,-.7 .5,.15|.3,1.42 .31,1.46"),
    "k": (0.84, ".25,.9 .5,1.8 .38,2.1 .24,1.6 .2,.02 .3,.6 .58,.95 .6,.65 .32,.5 .62,.05 .86,.15"),
    "l": (0.56, ".25,.9 .45,1.8 .35,2.1 .2,1.6 .2,.3 .35,0 .58,.18"),
    "m": (1.16, ".12,.8 .2,.9 .2,.02 .3,.75 .45,1 .52,.75 .52,.02 .62,.75 .78,1 .86,.75 .86,.2 1,0 1.18,.18"),
    "n": (0.9, ".12,.8 .2,.9 .2,.02 .3,.75 .48,1 .58,.75 .58,.2 .72,0 .92,.18"),
    "o": (0.86, ".3,.85 .55,.9 .35,1 .1,.5 .3,0 .58,.4 .5,.92 .65,.82 .88,.88"),
    "p": (0.88, ".15,.7 .27,1.05 .22,-.95 .25,.6 .45,1 .65,.6 .5,.05 .3,.08 .55,.02 .9,.18"),
    "q": (0.92, ".28,.82 .6,.9 .38,1 .1,.55 .22,.02 .5,.25 .63,.95 .6,-.95 .7,-.6 .95,.15"),
    "r": (0.8, ".15,.75 .25,1.08 .35,.9 .56,.92 .54,.25 .66,0 .84,.18"),
    "s": (0.76, ".2,.5 .4,1.05 .5,.6 .45,.1 .2,.05 .5,.03 .8,.2"),
    "t": (0.62, ".25,.9 .33,1.6 .28,.25 .42,0 .65,.18|.04,1.14 .58,1.2"),
    "u": (0.9, ".15,.95 .17,.25 .32,0 .52,.3 .6,.95 .6,.2 .72,0 .92,.18"),
    "v": (0.82, ".12,.8 .2,.95 .3,.1 .38,0 .62,.9 .85,.85"),
    "w": (1.06, ".12,.9 .2,.2 .35,0 .5,.5 .52,.9 .55,.2 .7,0 .88,.9 1.1,.85"),
    "x": (0.76, ".1,.85 .25,.95 .5,.1 .78,.1|.66,.98 .1,.02"),
    "y": (0.88, ".15,.95 .17,.3 .32,.05 .52,.3 .6,.95 .57,-.6 .38,-.95 .15,-.7 .88,.15"),
    "z": (0.78, ".1,.94 .58,.97 .63,.94 .15,.05 .14,.01 .55,.02 .8,.14"),
}
OPEN = {
    "A": (1.25, ".05,0 .3,.7 .6,2 .64,2 .9,.8 1.1,0|.25,.7 .95,.72"),
    "B": (1.15, ".15,2 .15,0|.05,1.95 .6,2 .85,1.6 .65,1.12 .2,1.05|.2,1.05 .75,1.02 .98,.5 .65,.02 .1,0"),
    "C": (1.15, ".98,1.7 .65,2.02 .2,1.6 .08,.9 .35,.1 .7,-.02 1.02,.3"),
    "D": (1.25, ".15,2 .15,0|.02,1.95 .6,1.98 1.05,1.4 1.02,.6 .6,.02 .08,0"),
    "E": (1.02, ".85,1.96 .15,2|.15,2 .12,0|.15,1.05 .7,1.08|.12,.02 .9,.05"),
    "F": (0.98, ".9,1.96 .15,2|.15,2 .12,0|.15,1.02 .7,1.06"),
    "G": (1.25, ".98,1.7 .65,2.02 .2,1.6 .08,.9 .35,.1 .7,-.02 1,.3 1,.85|.6,.85 1.08,.86"),
    "H": (1.2, ".15,2 .15,0|.95,2 .98,0|.15,1 .95,1.05"),
    "I": (0.45, ".2,2 .2,0"),
    "J": (0.85, ".65,2 .65,.5 .5,.05 .2,0 .02,.3"),
    "K": (1.12, ".15,2 .15,0|.9,2 .2,1|.3,1.1 1,0"),
    "L": (0.95, ".15,2 .13,.1 .2,.02|.13,.02 .85,.06"),
    "M": (1.42, ".08,0 .2,2|.2,2 .65,.55|.65,.55 1.1,2|1.1,2 1.22,0"),
    "N": (1.25, ".12,0 .15,2|.15,2 .95,0|.95,0 1,2"),
    "O": (1.3, ".65,2 .2,1.7 .08,1 .25,.25 .62,0 1.02,.35 1.12,1.05 .95,1.75 .6,2.02"),
    "P": (1.02, ".15,2 .15,0|.02,1.94 .6,2 .9,1.6 .7,1.1 .2,.95"),
    "Q": (1.3, ".65,2 .2,1.7 .08,1 .25,.25 .62,0 1.02,.35 1.12,1.05 .95,1.75 .6,2.02|.7,.5 1.15,-.15"),
    "R": (1.12, ".15,2 .15,0|.02,1.94 .6,2 .88,1.6 .68,1.1 .2,1|.5,1.05 1,0"),
    "S": (1.02, ".85,1.75 .55,2.02 .2,1.75 .3,1.25 .7,.85 .85,.4 .5,-.02 .1,.25"),
    "T": (1.05, ".02,1.96 1,2|.5,2 .48,0"),
    "U": (1.2, ".12,2 .12,.6 .35,.05 .7,.05 .95,.6 .98,2"),
    "V": (1.1, ".05,2 .5,0|.5,0 1,2"),
    "W": (1.5, ".05,2 .4,0|.4,0 .72,1.5|.72,1.5 1.05,0|1.05,0 1.4,2"),
    "X": (1.1, ".08,2 .98,0|.95,2 .05,0"),
    "Y": (1.05, ".05,2 .5,1.05|1,2 .5,1.05 .45,0"),
    "Z": (1.1, ".1,1.96 .95,2|.95,2 .08,.03|.08,.03 1,.06"),
    "0": (0.95, ".48,1.75 .15,1.4 .12,.6 .4,0 .75,.35 .8,1.2 .5,1.75"),
    "1": (0.7, ".08,1.25 .42,1.75|.42,1.75 .4,0"),
    "2": (0.95, ".12,1.35 .35,1.75 .7,1.6 .68,1.1 .1,.05|.1,.05 .82,.06"),
    "3": (0.92, ".12,1.6 .45,1.75 .72,1.4 .4,.98|.4,.98 .78,.7 .7,.15 .35,0 .08,.2"),
    "4": (0.95, ".5,1.75 .08,.55|.08,.55 .85,.6|.6,1.05 .56,0"),
    "5": (0.92, ".75,1.75 .22,1.72|.22,1.72 .18,1|.18,1 .55,1.08 .78,.6 .5,.02 .1,.12"),
    "6": (0.92, ".65,1.75 .25,1.15 .15,.45 .4,0 .75,.35 .65,.85 .35,.85 .16,.5"),
    "7": (0.9, ".1,1.7 .8,1.74|.8,1.74 .35,0|.25,.9 .75,.95"),
    "8": (0.95, ".72,1.45 .45,1.76 .2,1.4 .45,.95 .78,.5 .5,0 .15,.4 .4,.92 .72,1.45"),
    "9": (0.92, ".75,1.35 .45,1.74 .15,1.3 .35,.85 .68,1 .76,1.4 .7,.5 .5,0"),
    ".": (0.4, ".15,.02 .18,.05"),
    ",": (0.4, ".2,.08 .1,-.28"),
    ":": (0.5, ".2,.1 .22,.13|.22,.75 .24,.78"),
    ";": (0.5, ".2,.08 .1,-.28|.22,.75 .24,.78"),
    "!": (0.5, ".28,1.9 .2,.5|.18,.02 .19,.06"),
    "?": (0.85, ".12,1.6 .4,1.95 .7,1.6 .4,1 .36,.5|.34,.02 .35,.06"),
    "-": (0.7, ".1,.55 .6,.58"),
    "–": (1.1, ".1,.55 1,.58"),
    "’": (0.3, ".2,2 .12,1.65"),
    "/": (0.75, ".05,-.15 .65,1.9"),
    "+": (0.9, ".1,.6 .75,.62|.42,.95 .42,.25"),
    "=": (0.95, ".1,.75 .8,.78|.1,.42 .8,.45"),
    "×": (0.8, ".12,.9 .65,.2|.65,.9 .12,.2"),
    "(": (0.5, ".42,2.05 .12,1.2 .15,.4 .4,-.2"),
    ")": (0.5, ".1,2.05 .38,1.2 .35,.4 .08,-.2"),
    "«": (0.9, ".4,1 .1,.6 .4,.2|.75,1 .45,.6 .75,.2"),
    "»": (0.9, ".1,1 .4,.6 .1,.2|.45,1 .75,.6 .45,.2"),
    "≈": (1.0, ".1,.75 .3,.9 .6,.7 .85,.85|.1,.4 .3,.55 .6,.35 .85,.5"),
    "→": (1.6, ".1,.6 1.4,.62|1.1,.9 1.4,.62 1.1,.32"),
    "°": (0.5, ".25,1.9 .1,1.7 .25,1.5 .4,1.7 .25,1.9"),
    "%": (1.2, ".9,1.75 .2,0|.25,1.75 .1,1.5 .28,1.3 .4,1.55 .25,1.75|.85,.5 .7,.25 .88,0 1,.25 .85,.5"),
    " ": (0.62, ""),
}
ACCENTS = {
    "´": ".02,.2 .25,.5",
    "`": ".0,.5 .22,.22",
    "^": "-.08,.22 .12,.48 .3,.22",
    "¨": "-.02,.35 0,.38|.25,.36 .27,.39",
    "ç": ".12,-1.02 .18,-1.25 .02,-1.42",
}
MARKED = {
    **dict(zip("éèêëàâäáùûüúîïíôöóçñ", "eeeeaaaauuuuiiiooocn", strict=True)),
    **dict(zip("ÉÈÊÀÂÇÎÔ", "EEEAACIO", strict=True)),
}
MARK = dict(zip("éèêëàâäáùûüúîïíôöóçñÉÈÊÀÂÇÎÔ", "´`^¨`^¨´`^¨´^¨´^¨´ç^´`^`^ç^^", strict=True))


def _strokes(letter: str) -> tuple[float, list[list[tuple[float, float]]], bool]:
    """The advance, the strokes and whether the letter joins its neighbours."""
    base = MARKED.get(letter, letter)
    advance, drawn = SMALL.get(base) or OPEN.get(base) or OPEN["."]
    strokes = [[tuple(map(float, p.split(","))) for p in part.split()] for part in drawn.split("|") if part]
    if letter in MARK:
        if base == "i":
            strokes = strokes[:1]
        left, top = (0.22, 1.05) if base in SMALL else (0.35, 2.0)
        for part in ACCENTS[MARK[letter]].split("|"):
            strokes.append([(left + float(x), top + float(y)) for x, y in (p.split(",") for p in part.split())])
    return advance, strokes, base in SMALL


def glyph(letter: str) -> tuple[float, list[list[tuple[float, float]]]]:
    """The advance and the strokes of one letter on its own."""
    return _strokes(letter)[:2]


def measure(text: str, size: float, spread: float = 1) -> float:
    """The width of a written line, `size` being the height of its small letters."""
    return sum(_strokes(letter)[0] for letter in text.replace("œ", "oe")) * size * spread


def write(
    rng: Random,
    text: str,
    x: float,
    y: float,
    size: float,
    ink: str = "#26325f",
    width: float = 0.32,
    *,
    slant: float = 0.2,
    wobble: float = 0.035,
    spread: float = 1,
    anchor: str = "start",
    turn: float = 0,
    opacity: float = 0.9,
) -> str:
    """One line of handwriting with its baseline at ``y``; ``anchor`` is start, middle or end."""
    text = text.replace("œ", "oe").replace("Œ", "OE").replace("…", "...").replace("\u202f", " ").replace("\u00a0", " ")
    length = measure(text, size, spread)
    pen = -length * {"start": 0, "middle": 0.5, "end": 1}[anchor]
    origin, out, run = pen, [], []
    drift = rng.uniform(-0.012, 0.012)
    lift = 0.0

    def place(px: float, py: float) -> tuple[float, float]:
        px, py = px + rng.gauss(0, wobble), py + rng.gauss(0, wobble)
        return pen + (px * spread + py * slant) * size, (drift * (pen - origin) / size + lift - py) * size

    def close() -> None:
        if run:
            out.append(smooth(run, tension=0.46))
            run.clear()

    for letter in text:
        advance, strokes, joins = _strokes(letter)
        lift += rng.gauss(0, 0.012) - lift * 0.2
        if not joins or rng.random() < 0.06:
            close()
        if strokes and joins:
            run.extend(place(*p) for p in strokes[0])
            strokes = strokes[1:]
        out.extend(smooth([place(*p) for p in stroke], tension=0.46) for stroke in strokes)
        pen += advance * size * spread * rng.uniform(0.97, 1.03)
    close()
    width *= rng.uniform(0.93, 1.07)
    return (
        f'<path transform="translate({n(x)} {n(y)}) rotate({n(turn)})" d="{"".join(out)}" fill="none" stroke="{ink}" '
        f'stroke-width="{width:.3f}" stroke-linecap="round" stroke-linejoin="round" opacity="{opacity * rng.uniform(0.93, 1):.2f}"/>'
    )


def arabic(
    rng: Random,
    text: str,
    x: float,
    y: float,
    size: float,
    ink: str = "#26325f",
    *,
    anchor: str = "start",
    weight: int = 400,
    turn: float = 0,
    filtered: bool = True,
) -> str:
    """Arabic: ``x`` is the right end (anchor start), the middle or the left end (end) of the line.

    Set from Noto Naskh Arabic, tilted a little and roughened by the filter `pen` of `sheets.sheet`.
    """
    tilt = turn + rng.uniform(-0.5, 0.5)
    rough = ' filter="url(#pen)"' if filtered else ""
    side = {"start": "end", "middle": "middle", "end": "start"}[anchor]
    return (
        f'<text transform="translate({n(x)} {n(y)}) rotate({tilt:.2f}) skewX({rng.uniform(3, 6):.1f})" '
        f'text-anchor="{side}" font-family="rihla-naskh-{weight}, rihla-serif-400" font-size="{n(size)}" '
        f'fill="{ink}" opacity="{rng.uniform(0.86, 0.94):.2f}"{rough}>\u202b{text}\u202c</text>'
    )
