"""Telephones: the coin telephone of a téléboutique, the phone cards and tokens, the mobile phone of the voice notes."""

from __future__ import annotations

import math
import random

from ...drawings.objects.lettering import capitals, centred
from ...drawings.svg import Sheet, arc, ellipse, line, polygon, rect, star
from .. import forms, materials
from ..registry import View, modelled

KEYS = ("123", "456", "789", "*0#")


def _handset(dark, x: float) -> None:
    """The handset hanging upright before the box, ear at the top, its cups turned to the metal."""
    forms.tube(
        "handle",
        [
            (x, -0.1135, 0.066),
            (x, -0.126, 0.085),
            (x, -0.136, 0.13),
            (x, -0.1385, 0.165),
            (x, -0.136, 0.2),
            (x, -0.126, 0.245),
            (x, -0.1135, 0.264),
        ],
        lambda t: 0.0165 + 0.004 * abs(2 * t - 1) ** 3,
        dark,
        20,
        steps=5,
        flatten=0.72,
    )
    for name, height in (("mouth", 0.075), ("ear", 0.255)):
        cup = forms.turned(
            name,
            [
                (0, 0),
                (0.019, 0),
                (0.0235, 0.0025),
                (0.0255, 0.008),
                (0.025, 0.015),
                (0.02, 0.0225),
                (0.01, 0.026),
                (0, 0.0265),
            ],
            dark,
            40,
        )
        forms.place(cup, (x, -0.1, height), (90, 0, 0))


def _keypad(steel, dark, x: float, top: float) -> None:
    """Twelve square metal keys with their figures raised in black."""
    forms.box("keypad-bed", (0.074, 0.004, 0.083), dark, 0.003, at=(x, -0.0975, top - 0.077))
    for row, line_of_keys in enumerate(KEYS):
        for column, figure in enumerate(line_of_keys):
            at = (x + (column - 1) * 0.0225, -0.1015, top - 0.0135 - row * 0.0192)
            forms.box(f"key-{figure}", (0.0175, 0.006, 0.0145), steel, 0.0022, 2, at=at)
            drop = -0.002 if figure == "*" else 0.0
            forms.lettering(
                f"figure-{figure}",
                figure,
                0.0082,
                0.0006,
                dark,
                at=(at[0], -0.1046, at[2] + 0.0032 + drop),
                turn=(90, 0, 0),
            )


def _notice() -> Sheet:
    """The notice on the box: lift, pay, dial, in three pictures without words."""
    sheet = Sheet(760, 260, 5)
    sheet.path(rect(0, 0, 760, 260), fill="#efe9da")
    ink = "#1d3566"
    for k in range(3):
        sheet.path(rect(16 + k * 246, 16, 232, 228, 18), stroke=ink, width=7)
        sheet.path(capitals("123"[k], 32 + k * 246, 36, 40), stroke=ink, width=8)
    sheet.path(arc(142, 190, 62, 78, 190, 350), stroke=ink, width=22)
    sheet.path(rect(64, 172, 42, 44, 8) + rect(178, 172, 42, 44, 8), fill=ink)
    sheet.path(ellipse(388, 92, 40), stroke=ink, width=10)
    sheet.path(rect(330, 196, 116, 16, 6), fill=ink)
    sheet.path(polygon([(376, 146), (400, 146), (400, 162), (412, 162), (388, 186), (364, 162), (376, 162)]), fill=ink)
    for row in range(4):
        for column in range(3):
            sheet.path(rect(584 + column * 42, 64 + row * 42, 30, 30, 6), fill=ink)
    return sheet


@modelled(
    "telephone",
    seed=42,
    view=View(azimuth=-24, elevation=12, lens=90, size=(1500, 1800)),
    detail=View(azimuth=14, elevation=12, lens=100, target=(0.04, -0.1, 0.222), width=0.19, aperture=8),
)
def telephone(rng: random.Random) -> None:
    """A coin telephone, 20 × 28 × 14 cm, on a plate with a foot: handset on its hook, armoured cord, keys, slot, tray."""
    blue = materials.painted("blue-enamel", "#28508a", "#8b8a86", 0.34, 0.38)
    face = materials.metal("face-plate", "#b9bbbb", "#84827d", 0.6, 0.36, 0.06)
    steel = materials.metal("key-steel", "#c9cbca", "#7c776e", 0.6, 0.3, 0.02)
    dark = materials.plastic("black-plastic", "#19191b", 0.34, 0.04)
    orange = materials.plastic("orange-trim", "#d8742a", 0.4, 0.4)
    stand = materials.painted("stand", "#5d625f", "#8a8880", 0.3, 0.5)
    forms.box("foot", (0.25, 0.17, 0.008), stand, 0.002, at=(0, -0.06, 0))
    forms.box("back-plate", (0.25, 0.007, 0.335), stand, 0.002, at=(0, 0.0045, 0))
    forms.box("box", (0.2, 0.097, 0.28), blue, 0.012, 4, at=(0, -0.0485, 0.032))
    forms.box("plinth", (0.17, 0.07, 0.03), stand, 0.002, at=(0, -0.04, 0.006))
    x = 0.0445
    forms.box("face", (0.1, 0.003, 0.252), face, 0.0014, at=(x, -0.0975, 0.046))
    forms.box("band", (0.25, 0.0022, 0.012), orange, 0.0008, at=(0, 0.0006, 0.318))
    for name, sx, sz in (("1", -1, 0.328), ("2", 1, 0.328), ("3", -1, 0.02), ("4", 1, 0.02)):
        screw = forms.turned(f"screw-{name}", [(0, 0), (0.0045, 0), (0.0042, 0.0014), (0, 0.002)], steel, 16)
        forms.place(screw, (sx * 0.115, 0.001, sz), (90, 0, 0))
    # coin slot, display, notice
    forms.box("slot-bezel", (0.03, 0.006, 0.034), steel, 0.003, at=(x + 0.03, -0.1, 0.254))
    forms.box("slot", (0.0032, 0.002, 0.026), dark, 0.0006, at=(x + 0.03, -0.1029, 0.258))
    forms.box("window-frame", (0.052, 0.004, 0.024), dark, 0.002, at=(x - 0.019, -0.0988, 0.262))
    window = Sheet(440, 180)
    window.path(rect(0, 0, 440, 180), fill="#8f9a72")
    window.path(centred("0.00", 220, 46, 92), stroke="#20281a", width=14)
    display = materials.printed("display", materials.sheet_print("telephone-display", window, 440), 0.15, 0.6, 0.1, 0)
    forms.place(forms.sheet("display", (0.044, 0.018), (1, 1), display), (x - 0.019, -0.10095, 0.274), (90, 0, 0))
    notice = materials.printed("notice", materials.sheet_print("telephone-notice", _notice(), 760), 0.5, 0.2, 0.45)
    forms.place(forms.sheet("notice", (0.076, 0.026), (2, 2), notice), (x, -0.09925, 0.235), (90, 0, 0))
    _keypad(steel, dark, x, 0.214)
    # return tray: a hollow with a lip
    forms.box("tray-frame", (0.062, 0.007, 0.042), steel, 0.003, at=(x, -0.1, 0.058))
    forms.box("tray-hollow", (0.05, 0.002, 0.03), dark, 0.001, at=(x, -0.1031, 0.064))
    lip = forms.sheet(
        "tray-lip",
        (0.05, 0.02),
        (8, 6),
        steel,
        lambda u, v: (
            x + (u - 0.5) * 0.05,
            -0.1035 - 0.014 * math.sin(v * 1.5),
            0.064 + 0.015 * (1 - math.cos(v * 1.5)),
        ),
    )
    forms.thicken(lip, 0.0012, 0)
    coin = forms.turned(
        "coin", [(0, 0), (0.012, 0), (0.0123, 0.0009), (0.012, 0.0018), (0, 0.0018)], materials.brass(), 32
    )
    forms.place(coin, (x + 0.006, -0.1055, 0.0775), (66, 0, 10))
    lock = forms.turned("lock", [(0, 0), (0.0085, 0), (0.0085, 0.003), (0.007, 0.0042), (0, 0.0042)], steel, 28)
    forms.place(lock, (x + 0.034, -0.0985, 0.118), (90, 0, 0))
    # cradle and hook
    left = -0.0555
    for name, height in (("cup-low", 0.075), ("cup-high", 0.255)):
        seat = forms.turned(
            name,
            [(0.0, 0.0), (0.027, 0), (0.0305, 0.001), (0.031, 0.004), (0.028, 0.006), (0.026, 0.0045), (0, 0.0045)],
            dark,
            40,
        )
        forms.place(seat, (left, -0.0965, height), (90, 0, 0))
    for side in (-1, 1):
        forms.tube(
            f"hook-{side}",
            [
                (left + side * 0.0225, -0.092, 0.216),
                (left + side * 0.0225, -0.118, 0.217),
                (left + side * 0.0222, -0.132, 0.222),
                (left + side * 0.0222, -0.1355, 0.236),
            ],
            0.0042,
            steel,
            12,
            steps=4,
        )
    _handset(dark, left)
    # the armoured cord: a hose of rings, from the mouthpiece to the side of the box
    cord = forms.curve_points(
        [
            (left, -0.1145, 0.058),
            (left - 0.002, -0.116, 0.034),
            (left - 0.02, -0.121, 0.0145),
            (left - 0.058, -0.115, 0.013),
            (-0.137, -0.088, 0.018),
            (-0.143, -0.062, 0.05),
            (-0.128, -0.048, 0.082),
            (-0.099, -0.046, 0.09),
        ],
        26,
    )
    count = len(cord)
    forms.tube("cord", cord, lambda t: 0.0043 + (0.0007 if round(t * (count - 1)) % 2 else 0.0), steel, 9, steps=1)
    for at, turn in (((-0.1, -0.046, 0.09), (0, -90, 0)), ((left, -0.1145, 0.062), (180, 0, 0))):
        ferrule = forms.turned(
            "ferrule", [(0, -0.002), (0.0075, -0.002), (0.0075, 0.006), (0.006, 0.01), (0.0045, 0.01)], dark, 20
        )
        forms.place(ferrule, at, turn)


def _card_face(ground: str, second: str, third: str, units: str, seed: int) -> Sheet:
    """The print of a phone card: a field of eight-pointed stars, a band, the number of units."""
    sheet = Sheet(1020, 648, seed)
    sheet.path(rect(0, 0, 1020, 648), fill=ground)
    with sheet.group(clip=rect(330, 0, 690, 648)):
        for row in range(5):
            for column in range(6):
                cx, cy = 400 + column * 138, 48 + row * 138
                sheet.path(star(cx, cy, 8, 66, 46), fill=second)
                sheet.path(star(cx, cy, 8, 40, 24), fill=third)
                sheet.path(ellipse(cx, cy, 11), fill=ground)
                sheet.path(star(cx + 69, cy + 69, 4, 30, 13), fill=third)
    sheet.path(rect(330, 0, 14, 648), fill=third)
    sheet.path(capitals(units, 62, 452, 108), stroke="#fbf6ea", width=20)
    sheet.path(capitals("UNITÉS", 64, 590, 26), stroke="#fbf6ea", width=5)
    scuffs = "".join(
        line(x, y, x + sheet.rng.uniform(-90, 90), y + sheet.rng.uniform(-14, 14))
        for x, y in ((sheet.rng.random() * 1020, sheet.rng.random() * 648) for _ in range(60))
    )
    sheet.path(scuffs, stroke="#fbf6ea", width=1.6, opacity=0.35)
    return sheet


def _phone_card(name: str, picture: Sheet) -> list:
    """A card of 85.6 × 54 × 0.8 mm lying at the origin, its chip at the left."""
    before = len(forms.meshes())
    half_x, half_y, corner = 0.0428, 0.027, 0.0032
    outline = []
    for cx, cy, start in ((1, 1, 0), (-1, 1, 90), (-1, -1, 180), (1, -1, 270)):
        for step in range(6):
            angle = math.radians(start + step * 18)
            outline.append(
                (cx * (half_x - corner) + corner * math.cos(angle), cy * (half_y - corner) + corner * math.sin(angle))
            )
    body = forms.extruded(f"{name}-body", outline, 0.0008, materials.plastic(f"{name}-white", "#e9e5da", 0.4, 0.2))
    body.location = (0, 0, 0)
    material = materials.printed(f"{name}-face", materials.sheet_print(name, picture, 1020), 0.3, 0.4, 0.3, 0.04)
    face = forms.extruded(f"{name}-print", outline, 0.00006, material)
    layer = face.data.uv_layers.active
    for loop in face.data.loops:
        point = face.data.vertices[loop.vertex_index].co
        layer.data[loop.index].uv = (point.x / (2 * half_x) + 0.5, point.y / (2 * half_y) + 0.5)
    face.location = (0, 0, 0.00078)
    gold = materials.metal("chip", "#d6b267", "#9c7c42", 0.6, 0.25, 0.004)
    for column in range(2):
        for row in range(3):
            pad = forms.box("pad", (0.0052, 0.0034, 0.00008), gold, 0)
            pad.location = (-0.0302 + column * 0.0056, 0.0012 + row * 0.0038, 0.00084)
    return forms.meshes()[before:]


def _token(name: str, metal) -> list:
    """A telephone token, 23 mm across, three grooves cut across its face."""
    before = len(forms.meshes())
    forms.turned(
        name,
        [
            (0, 0),
            (0.011, 0),
            (0.0115, 0.0005),
            (0.0115, 0.0018),
            (0.0111, 0.0023),
            (0.0102, 0.0023),
            (0.0099, 0.0019),
            (0, 0.0019),
        ],
        metal,
        64,
    )
    groove = materials.metal(f"{name}-groove", "#5f574a", "#3a342b", 0.3, 0.5, 0.006)
    for k, length in ((-1, 0.0172), (0, 0.0192), (1, 0.0172)):
        forms.box("groove", (length, 0.0013, 0.0002), groove, 0, at=(0, k * 0.0042, 0.00175))
    return forms.meshes()[before:]


@modelled("phone-card", seed=24, view=View(azimuth=-16, elevation=44, lens=100, margin=0.07))
def phone_card(rng: random.Random) -> None:
    """Two chip cards of 8.5 × 5.4 cm, the upper one leaning on two tokens of 2.3 cm."""
    nickel = materials.metal("nickel", "#c4c2ba", "#75705f", 0.5, 0.28, 0.008)
    bronze = materials.metal("bronze", "#b98f56", "#5f4528", 0.5, 0.3, 0.008)
    forms.moved_together(
        _phone_card("phone-card-blue", _card_face("#24497f", "#5f86bd", "#e9c46a", "120", 3)),
        (-0.012, -0.006, 0),
        (0, 0, 14),
    )
    forms.moved_together(_token("token-low", bronze), (0.02, 0.036, 0), (0, 0, 20))
    forms.moved_together(_token("token-high", nickel), (0.0235, 0.033, 0.0024), (0, 0, -24))
    forms.moved_together(_token("token-loose", nickel), (0.05, -0.044, 0), (0, 0, 52))
    rise = math.degrees(math.asin(0.0034 / 0.054))
    forms.moved_together(
        _phone_card("phone-card-green", _card_face("#1f6a57", "#6fb39b", "#f0dfb4", "50", 4)),
        (0.012, 0.0, 0.00345),
        (rise, 0, -5),
    )


def _voice_notes() -> Sheet:
    """The screen: a list of voice notes, each a play mark, a wave and its length; no name, no face."""
    sheet = Sheet(560, 1000, 40)
    rng = sheet.rng
    sheet.path(rect(0, 0, 560, 1000), fill="#10191c")
    sheet.path(rect(0, 0, 560, 112), fill="#1d5f52")
    sheet.path(ellipse(64, 66, 30), fill="#d9b45c")
    sheet.path(star(64, 66, 8, 22, 14), fill="#1d5f52")
    sheet.path(rect(116, 50, 210, 14, 7) + rect(116, 78, 120, 9, 4), fill="#dceee6")
    sheet.path(capitals("23:41", 476, 10, 18), stroke="#dceee6", width=3)
    for k in range(8):
        own = k in (1, 4, 5)
        x, y = (120 if own else 22), 134 + k * 94
        sheet.path(rect(x, y, 418, 76, 20), fill="#245c49" if own else "#263338")
        sheet.path(polygon([(x + 22, y + 20), (x + 22, y + 54), (x + 50, y + 37)]), fill="#f3ead7")
        length, played = rng.randint(26, 44), rng.random() if k == 6 else (1.0 if k < 6 else 0.0)
        for bar in range(length):
            height = 5 + 42 * abs(math.sin(bar * 0.37 + k)) * rng.uniform(0.25, 1.0)
            tone = "#7fd6b8" if bar / length <= played else "#8b9a9d"
            sheet.path(rect(x + 66 + bar * 6.4, y + 37 - height / 2, 3.6, height, 1.8), fill=tone)
        seconds = round(length * 1.7)
        sheet.path(capitals(f"{seconds // 60}:{seconds % 60:02}", x + 362, y + 52, 13), stroke="#b9c6c4", width=2.2)
    sheet.path(rect(24, 916, 410, 60, 30), fill="#263338")
    sheet.path(ellipse(492, 946, 36), fill="#2c9a7c")
    sheet.path(rect(482, 922, 20, 34, 10), fill="#f6f0e6")
    sheet.path(arc(492, 942, 19, 22, 10, 170) + line(492, 964, 492, 972), stroke="#f6f0e6", width=5)
    # the cracked corner: rays from the blow, joined by broken rings
    cx, cy = 548, 18
    rays = [(math.radians(a), rng.uniform(150, 420)) for a in (96, 112, 127, 141, 153, 167, 176)]
    for angle, reach in rays:
        points, r, bend = [(cx, cy)], 0.0, 0.0
        while r < reach:
            r += rng.uniform(22, 50)
            bend += rng.uniform(-0.045, 0.045)
            points.append((cx + r * math.cos(angle + bend), cy + r * math.sin(angle + bend)))
        sheet.path(polygon(points, False), stroke="#e9f2f2", width=2.6, opacity=0.85)
    for radius in (40, 78, 128):
        for (first, _), (second, _) in zip(rays, rays[1:], strict=False):
            if rng.random() < 0.78:
                a, b = radius * rng.uniform(0.85, 1.15), radius * rng.uniform(0.85, 1.15)
                sheet.path(
                    line(
                        cx + a * math.cos(first),
                        cy + a * math.sin(first),
                        cx + b * math.cos(second),
                        cy + b * math.sin(second),
                    ),
                    stroke="#e9f2f2",
                    width=2.0,
                    opacity=0.75,
                )
    sheet.path(polygon([(560, 0), (520, 0), (528, 16), (540, 24), (546, 44), (560, 50)]), fill="#cfd9da", opacity=0.9)
    return sheet


@modelled("mobile-phone", seed=40, view=View(azimuth=-26, elevation=16, lens=95, size=(1500, 1800)))
def mobile_phone(rng: random.Random) -> None:
    """A touch phone of about 2012, 12 × 6 × 0.9 cm, its corner cracked, leaning on a block of wood."""
    shell = materials.plastic("phone-shell", "#1b1c1f", 0.28, 0.04)
    rim = materials.metal("phone-rim", "#b5b7b9", "#7d7d7b", 0.6, 0.25, 0.01)
    glass = materials.Nodes("phone-glass").finish("#08090b", 0.08, 0.0, Coat_Weight=0.4)
    forms.box("back", (0.06, 0.12, 0.0085), shell, 0.0038, 4)
    forms.box("rim", (0.0612, 0.1212, 0.0032), rim, 0.0011, 2, at=(0, 0, 0.0042))
    forms.box("glass", (0.0582, 0.1182, 0.0012), glass, 0.0005, 2, at=(0, 0, 0.0078))
    picture = materials.sheet_print("mobile-phone-screen", _voice_notes(), 900)
    nodes = materials.Nodes("screen")
    colour = nodes.picture(picture)["Color"]
    lit = nodes.finish(colour, 0.16, 0.0, Emission_Color=colour, Emission_Strength=0.35)
    forms.place(forms.sheet("screen", (0.0525, 0.0937), (1, 1), lit), (0, 0.0005, 0.00905))
    forms.box("earpiece", (0.011, 0.0015, 0.0004), rim, 0.0001, 1, at=(0, 0.0535, 0.0088))
    for k, wide in ((-1, 0.006), (0, 0.0135), (1, 0.006)):
        forms.box(
            "button", (wide, 0.0026, 0.0005), rim if k == 0 else shell, 0.0002, 2, at=(k * 0.0165, -0.0535, 0.0087)
        )
    forms.box("side-key", (0.0012, 0.016, 0.0018), rim, 0.0005, 2, at=(-0.0308, 0.03, 0.005))
    lean = 70.0
    forms.moved_together(forms.meshes(), (0, 0, 0.0601 * math.sin(math.radians(lean))), (lean, 0, 0))
    # the foot of the phone stands on the table; the block is pushed against its back
    block = forms.box("block", (0.05, 0.03, 0.046), materials.wood("block", "#a57a4b", "#6d4a2a"), 0.002)
    top = 0.0606 * math.sin(math.radians(lean))
    block.location = (0, (0.046 - top) / math.tan(math.radians(lean)) + 0.0165, 0)
