"""Materials that read as what they are. Each function returns a Blender material built of procedural nodes.

Wear comes from where the hand and the road touch: `edges` lightens or darkens convex edges (Cycles' pointiness), dirt
gathers in hollows. The colours are linear-light equivalents of the sRGB hex values given.
"""

from __future__ import annotations

from pathlib import Path

import bpy


def linear(colour: str) -> tuple[float, float, float, float]:
    """``#rrggbb`` as the linear RGBA that Blender's sockets take."""
    channels = (int(colour.lstrip("#")[k : k + 2], 16) / 255 for k in (0, 2, 4))
    return (*(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels), 1.0)


class Nodes:
    """A material's node tree, written as expressions: each method adds a node and returns its output socket."""

    def __init__(self, name: str):
        self.material = bpy.data.materials.new(name)
        self.material.use_nodes = True
        self.tree = self.material.node_tree
        self.surface = next(node for node in self.tree.nodes if node.type == "BSDF_PRINCIPLED")

    def add(self, kind: str, inputs: dict | None = None, **properties):
        """A node of ``kind``; ``inputs`` are values or sockets by name or index, ``properties`` its settings."""
        node = self.tree.nodes.new(kind)
        for key, value in properties.items():
            setattr(node, key, value)
        for key, value in (inputs or {}).items():
            self.feed(node.inputs[key], value)
        return node

    def feed(self, socket, value) -> None:
        """Connect a socket to ``socket``, or set its value."""
        if isinstance(value, bpy.types.NodeSocket):
            self.tree.links.new(value, socket)
        else:
            socket.default_value = value

    def position(self, scale: float = 1.0):
        """The point in the object's own metres, times ``scale``."""
        where = self.add("ShaderNodeTexCoord").outputs["Object"]
        return self.add("ShaderNodeVectorMath", {0: where, 1: (scale, scale, scale)}, operation="MULTIPLY").outputs[0]

    def uv(self, scale: tuple[float, float] = (1.0, 1.0)):
        """The surface's UV, times ``scale``."""
        where = self.add("ShaderNodeTexCoord").outputs["UV"]
        return self.add("ShaderNodeVectorMath", {0: where, 1: (scale[0], scale[1], 1.0)}, operation="MULTIPLY").outputs[
            0
        ]

    def noise(self, grain: float, detail: float = 4.0, roughness: float = 0.55, where=None, distortion: float = 0.0):
        """Smooth noise, 0 to 1, of ``grain`` metres."""
        return self.add(
            "ShaderNodeTexNoise",
            {
                "Vector": where or self.position(),
                "Scale": 1.0 / grain,
                "Detail": detail,
                "Roughness": roughness,
                "Distortion": distortion,
            },
        ).outputs["Fac"]

    def cells(self, grain: float, where=None, feature: str = "F1"):
        """Distance to the nearest of scattered points, of ``grain`` metres."""
        return self.add(
            "ShaderNodeTexVoronoi", {"Vector": where or self.position(), "Scale": 1.0 / grain}, feature=feature
        ).outputs["Distance"]

    def wave(self, grain: float, axis: str = "X", where=None, distortion: float = 0.0, bands: bool = True):
        """Parallel ridges ``grain`` metres apart, 0 to 1."""
        settings = {"bands_direction": axis} if bands else {"rings_direction": axis}
        return self.add(
            "ShaderNodeTexWave",
            {"Vector": where or self.position(), "Scale": 1.0 / (grain * 3.1831), "Distortion": distortion},
            wave_type="BANDS" if bands else "RINGS",
            **settings,
        ).outputs["Fac"]

    def edges(self, low: float = 0.5, high: float = 0.56):
        """1 on convex edges, 0 elsewhere."""
        geometry = self.add("ShaderNodeNewGeometry").outputs["Pointiness"]
        return self.ramp(geometry, low, high)

    def hollows(self, distance: float = 0.01):
        """1 where light hardly reaches, 0 in the open: where dirt stays."""
        occlusion = self.add("ShaderNodeAmbientOcclusion", {"Distance": distance}, samples=4).outputs["AO"]
        return self.ramp(occlusion, 0.9, 0.3)

    def ramp(self, value, low: float, high: float, to_low: float = 0.0, to_high: float = 1.0):
        """``value`` stretched so that low becomes to_low and high becomes to_high, clamped."""
        return self.add(
            "ShaderNodeMapRange",
            {"Value": value, "From Min": low, "From Max": high, "To Min": to_low, "To Max": to_high},
        ).outputs["Result"]

    def math(self, operation: str, first, second=0.0):
        """One of Blender's math operations on two numbers."""
        return self.add("ShaderNodeMath", {0: first, 1: second}, operation=operation, use_clamp=False).outputs[0]

    def mix(self, factor, first, second, blend: str = "MIX"):
        """Two colours (hex strings or sockets) mixed by ``factor``."""
        node = self.add("ShaderNodeMix", data_type="RGBA", blend_type=blend)
        node.clamp_factor = True
        self.feed(node.inputs[0], factor)
        for socket, colour in ((node.inputs[6], first), (node.inputs[7], second)):
            self.feed(socket, linear(colour) if isinstance(colour, str) else colour)
        return node.outputs[2]

    def bump(self, height, strength: float = 0.3, distance: float = 0.001, over=None):
        """A normal from a height (0 to 1 over ``distance`` metres); ``over`` is an earlier bump."""
        inputs = {"Height": height, "Strength": strength, "Distance": distance}
        if over is not None:
            inputs["Normal"] = over
        return self.add("ShaderNodeBump", inputs).outputs["Normal"]

    def picture(self, path: str | Path, where=None):
        """The colour of a picture lying on the UVs; the picture is packed with the model."""
        image = bpy.data.images.load(str(path), check_existing=True)
        node = self.add("ShaderNodeTexImage", image=image, extension="EXTEND")
        if where is not None:
            self.feed(node.inputs["Vector"], where)
        return node.outputs

    def finish(self, colour, roughness=0.5, metallic=0.0, normal=None, **others) -> bpy.types.Material:
        """Set the surface and return the material. ``others`` are inputs of the Principled shader by their names with
        underscores (``Coat_Weight=0.3``)."""
        self.feed(self.surface.inputs["Base Color"], linear(colour) if isinstance(colour, str) else colour)
        self.feed(self.surface.inputs["Roughness"], roughness)
        self.feed(self.surface.inputs["Metallic"], metallic)
        if normal is not None:
            self.feed(self.surface.inputs["Normal"], normal)
        for name, value in others.items():
            self.feed(self.surface.inputs[name.replace("_", " ")], value)
        return self.material


def metal(
    name: str, colour: str, tarnish: str, worn: float = 0.5, polish: float = 0.25, grain: float = 0.03
) -> bpy.types.Material:
    """Metal handled for years: ``tarnish`` in patches and hollows, bright where rubbed (``worn`` 0 to 1)."""
    nodes = Nodes(name)
    patches = nodes.ramp(nodes.noise(grain, 6, 0.62), 0.62 - worn * 0.25, 0.72)
    dirt = nodes.math("MAXIMUM", patches, nodes.hollows(0.006))
    rubbed = nodes.math("SUBTRACT", dirt, nodes.edges())
    shade = nodes.mix(nodes.ramp(rubbed, 0, 1), colour, tarnish)
    scratches = nodes.noise(0.0016, 2, 0.5, nodes.position())
    rough = nodes.ramp(
        nodes.math("ADD", nodes.math("MULTIPLY", rubbed, 0.5), nodes.math("MULTIPLY", scratches, 0.3)),
        0,
        1,
        polish,
        0.62,
    )
    return nodes.finish(shade, rough, 1.0, nodes.bump(nodes.noise(0.004, 5), 0.12, 0.0006))


def brass(worn: float = 0.5) -> bpy.types.Material:
    """Rubbed brass."""
    return metal("brass", "#c9a968", "#5a4728", worn, 0.22)


def copper(worn: float = 0.5) -> bpy.types.Material:
    """Handled copper."""
    return metal("copper", "#c8855a", "#5c3a2a", worn, 0.26)


def steel(worn: float = 0.5) -> bpy.types.Material:
    """Grey steel, a little rusty in its hollows."""
    return metal("steel", "#9b9c9c", "#4b4038", worn, 0.3)


def aluminium(worn: float = 0.5) -> bpy.types.Material:
    """Dull aluminium."""
    return metal("aluminium", "#c9cbcc", "#8d8d8b", worn, 0.34, 0.05)


def silver(worn: float = 0.5) -> bpy.types.Material:
    """Silver plate with the brass showing where it was rubbed away."""
    nodes = Nodes("silver-plate")
    gone = nodes.ramp(nodes.math("ADD", nodes.edges(0.5, 0.6), nodes.noise(0.02, 5)), 1.15 - worn * 0.3, 1.4)
    tarnish = nodes.math("MAXIMUM", nodes.hollows(0.008), nodes.ramp(nodes.noise(0.04, 5, 0.6), 0.55, 0.75))
    plate = nodes.mix(nodes.math("MULTIPLY", tarnish, 0.7), "#dcdad4", "#6d675c")
    return nodes.finish(
        nodes.mix(gone, plate, "#c39a52"),
        nodes.ramp(tarnish, 0, 1, 0.12, 0.4),
        1.0,
        nodes.bump(nodes.noise(0.003, 4), 0.06),
    )


def chrome() -> bpy.types.Material:
    """Bright plated trim, finely scratched."""
    nodes = Nodes("chrome")
    return nodes.finish("#d7d9da", nodes.ramp(nodes.noise(0.002, 3), 0.4, 0.8, 0.08, 0.24), 1.0)


def plastic(name: str, colour: str, gloss: float = 0.35, worn: float = 0.4) -> bpy.types.Material:
    """Moulded plastic: a fine grain, edges rubbed pale, dust in the corners."""
    nodes = Nodes(name)
    pale = nodes.mix(nodes.math("MULTIPLY", nodes.edges(0.51, 0.58), worn * 0.6), colour, "#d8d2c6")
    dusty = nodes.mix(nodes.math("MULTIPLY", nodes.hollows(0.005), 0.35), pale, "#5d564b")
    rough = nodes.ramp(nodes.noise(0.01, 5), 0.3, 0.7, gloss, gloss + 0.18)
    return nodes.finish(dusty, rough, 0.0, nodes.bump(nodes.noise(0.0006, 2), 0.05, 0.0002))


def painted(
    name: str, colour: str, under: str = "#6b5c4c", worn: float = 0.4, gloss: float = 0.4
) -> bpy.types.Material:
    """Paint or enamel chipped at the edges down to ``under``."""
    nodes = Nodes(name)
    chipped = nodes.ramp(
        nodes.math("ADD", nodes.edges(0.5, 0.62), nodes.noise(0.008, 6, 0.7)), 1.2 - worn * 0.4, 1.25 - worn * 0.4
    )
    tone = nodes.mix(nodes.ramp(nodes.noise(0.06, 4), 0.4, 0.7, 0, 0.25), colour, "#2b2620")
    return nodes.finish(
        nodes.mix(chipped, tone, under),
        nodes.ramp(chipped, 0, 1, gloss, 0.8),
        0.0,
        nodes.bump(nodes.math("SUBTRACT", 1.0, chipped), 0.5, 0.0003),
    )


def leather(name: str, colour: str, worn: float = 0.5) -> bpy.types.Material:
    """Leather or leathercloth: creased, pale where it was bent."""
    nodes = Nodes(name)
    creases = nodes.cells(0.0022)
    shade = nodes.mix(nodes.math("MULTIPLY", nodes.edges(0.5, 0.57), worn), colour, "#b98f63")
    shade = nodes.mix(nodes.ramp(nodes.noise(0.05, 5), 0.45, 0.75, 0, 0.5), shade, "#2a1b12")
    return nodes.finish(
        shade, nodes.ramp(nodes.noise(0.03, 4), 0.3, 0.7, 0.42, 0.65), 0.0, nodes.bump(creases, 0.35, 0.0004)
    )


def fibreboard(colour: str = "#7c5a3a") -> bpy.types.Material:
    """Pressed card painted to look like leather, scuffed pale at the corners."""
    nodes = Nodes("fibreboard")
    scuffed = nodes.ramp(nodes.math("ADD", nodes.edges(0.5, 0.6), nodes.noise(0.012, 6, 0.68)), 1.05, 1.3)
    stain = nodes.mix(nodes.ramp(nodes.noise(0.09, 5, 0.6), 0.42, 0.7, 0, 0.7), colour, "#3d2918")
    grain = nodes.cells(0.0035)
    return nodes.finish(
        nodes.mix(scuffed, stain, "#b59a76"), nodes.ramp(scuffed, 0, 1, 0.5, 0.88), 0.0, nodes.bump(grain, 0.25, 0.0005)
    )


def wood(name: str = "wood", colour: str = "#8a633c", dark: str = "#54371f", along: str = "X") -> bpy.types.Material:
    """Planed wood, its grain running along ``along``."""
    nodes = Nodes(name)
    grain = nodes.wave(0.012, {"X": "Y", "Y": "X", "Z": "X"}[along], distortion=6.0)
    fine = nodes.noise(0.002, 3)
    shade = nodes.mix(nodes.math("MULTIPLY", grain, 0.7), colour, dark)
    return nodes.finish(
        nodes.mix(nodes.math("MULTIPLY", fine, 0.25), shade, dark), 0.55, 0.0, nodes.bump(grain, 0.15, 0.0004)
    )


def cloth(
    name: str, colour: str, second: str | None = None, thread: float = 0.0012, fuzz: float = 0.4
) -> bpy.types.Material:
    """Woven cloth of ``thread`` metres, its weft in ``second``; lay it on UVs in metres or object coordinates."""
    nodes = Nodes(name)
    warp, weft = nodes.wave(thread, "X"), nodes.wave(thread, "Z")
    woven = nodes.math("MAXIMUM", warp, weft)
    shade = nodes.mix(nodes.ramp(nodes.math("SUBTRACT", warp, weft), -0.5, 0.5), colour, second or colour)
    shade = nodes.mix(nodes.ramp(nodes.noise(0.05, 5), 0.4, 0.75, 0, 0.3), shade, "#2a241e")
    return nodes.finish(shade, 0.92, 0.0, nodes.bump(woven, 0.4, thread * 0.5), Sheen_Weight=fuzz, Sheen_Roughness=0.6)


def string(name: str = "string", colour: str = "#b09468", twist: float = 0.006) -> bpy.types.Material:
    """Twisted string for a `tube`: strands every ``twist`` metres."""
    nodes = Nodes(name)
    along = nodes.uv((1.0 / twist, 1.0))
    parts = nodes.add("ShaderNodeSeparateXYZ", {0: along})
    turn = nodes.math("ADD", parts.outputs[0], nodes.math("MULTIPLY", parts.outputs[1], 2.0))
    strand = nodes.math("PINGPONG", turn, 0.5)
    shade = nodes.mix(nodes.ramp(strand, 0.0, 0.5), "#5b4527", colour)
    return nodes.finish(shade, 0.9, 0.0, nodes.bump(strand, 0.9, 0.0012))


def glass(name: str = "glass", tint: str = "#eef3f0", roughness: float = 0.02) -> bpy.types.Material:
    """Clear or tinted glass. It leaves the baking untouched and is exported as see-through."""
    nodes = Nodes(name)
    material = nodes.finish(tint, roughness, 0.0, IOR=1.48, Transmission_Weight=1.0)
    material["see_through"] = True
    return material


def gilding() -> bpy.types.Material:
    """Gold line on glass, thin with use."""
    return metal("gilding", "#d9b45c", "#8a6a34", 0.4, 0.2, 0.006)


def printed(
    name: str, picture: str | Path, roughness: float = 0.7, coat: float = 0.0, soiled: float = 0.3, relief: float = 0.1
) -> bpy.types.Material:
    """Printed paper, card or label: a picture (drawn by us) lying on the UVs, a little soiled."""
    nodes = Nodes(name)
    colour = nodes.picture(picture)["Color"]
    dirt = nodes.ramp(nodes.noise(0.03, 5, 0.6), 0.45, 0.8, 0, soiled)
    return nodes.finish(
        nodes.mix(dirt, colour, "#8a7453", "MULTIPLY"),
        roughness,
        0.0,
        nodes.bump(nodes.noise(0.0012, 3), relief, 0.0003),
        Coat_Weight=coat,
    )


def sheet_print(name: str, sheet, width: int = 1024) -> Path:
    """A `drawings.svg.Sheet` rasterised ``width`` pixels wide into the state folder, for `printed`."""
    import os

    import resvg_py

    state = Path(os.environ.get("STATE_DIR", Path(__file__).resolve().parents[3] / ".state"))
    path = state / "studio" / "prints" / f"{name}.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(bytes(resvg_py.svg_to_bytes(svg_string=sheet.svg(), width=width, skip_system_fonts=True)))
    return path


def clear_plastic(name: str = "clear-plastic", tint: str = "#d5dddd") -> bpy.types.Material:
    """Thin clear plastic: light goes straight through it, only its gloss and its edges are seen."""
    nodes = Nodes(name)
    scratched = nodes.ramp(nodes.noise(0.004, 5, 0.7), 0.5, 0.75, 0.05, 0.3)
    rim = nodes.add("ShaderNodeLayerWeight", {"Blend": 0.25}).outputs["Facing"]
    material = nodes.finish(tint, scratched, 0.0, Alpha=nodes.ramp(rim, 0, 1, 0.035, 0.4))
    material["see_through"] = True
    return material
