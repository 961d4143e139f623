"""From the photographer's table to a glTF binary: one mesh, one baked texture, metres, Y up.

glTF 2.0: https://registry.khronos.org/glTF/specs/2.0/glTF-2.0.html
"""

from __future__ import annotations

from pathlib import Path

import bpy

MAX_TRIANGLES = 8_000


def _works() -> list[bpy.types.Object]:
    return [thing for thing in bpy.context.scene.objects if thing.type == "MESH" and not thing.get("stage")]


def _select(things: list[bpy.types.Object]) -> None:
    bpy.ops.object.select_all(action="DESELECT")
    for thing in things:
        thing.select_set(True)
    bpy.context.view_layer.objects.active = things[0]


def _joined(things: list[bpy.types.Object], name: str) -> bpy.types.Object:
    """One mesh of all ``things``, modifiers applied, standing at the origin."""
    depsgraph = bpy.context.evaluated_depsgraph_get()
    copies = []
    for thing in things:
        mesh = bpy.data.meshes.new_from_object(
            thing.evaluated_get(depsgraph), preserve_all_data_layers=True, depsgraph=depsgraph
        )
        mesh.transform(thing.matrix_world)
        if thing.matrix_world.is_negative:
            mesh.flip_normals()
        for layer in mesh.uv_layers:
            layer.name = "UVMap" if layer == mesh.uv_layers.active else layer.name
        copy = bpy.data.objects.new(f"{thing.name}-copy", mesh)
        bpy.context.collection.objects.link(copy)
        copies.append(copy)
    _select(copies)
    if len(copies) > 1:
        bpy.ops.object.join()
    made = bpy.context.view_layer.objects.active
    made.name = made.data.name = name
    return made


def _lighten(thing: bpy.types.Object, most: int) -> None:
    """Bring the mesh to at most ``most`` triangles, keeping its outline."""
    thing.data.calc_loop_triangles()
    triangles = len(thing.data.loop_triangles)
    if triangles <= most:
        return
    modifier = thing.modifiers.new("lighten", "DECIMATE")
    modifier.ratio = most / triangles
    _select([thing])
    bpy.ops.object.modifier_apply(modifier=modifier.name)


def _bake(thing: bpy.types.Object, size: int, sources: dict[str, str], relief: bool) -> dict[str, bpy.types.Image]:
    """Bake the sockets of every material into pictures of ``size`` on the UV layer "atlas".

    Each socket's value is sent through an emission shader, so that no light gets into the picture.
    """
    scene = bpy.context.scene
    scene.cycles.samples = 4
    scene.cycles.use_denoising = False
    scene.render.bake.margin = 6
    scene.render.bake.use_selected_to_active = False
    pictures = {}
    _select([thing])
    for name, socket_name in sources.items():
        picture = bpy.data.images.new(f"{thing.name}-{name}", size, size)
        picture.colorspace_settings.name = "sRGB" if name == "colour" else "Non-Color"
        pictures[name] = picture
        undo = []
        for slot in thing.material_slots:
            tree = slot.material.node_tree
            output = next(node for node in tree.nodes if node.type == "OUTPUT_MATERIAL")
            surface = next(node for node in tree.nodes if node.type == "BSDF_PRINCIPLED")
            target = tree.nodes.new("ShaderNodeTexImage")
            target.image = picture
            tree.nodes.active = target
            glow = tree.nodes.new("ShaderNodeEmission")
            socket = surface.inputs[socket_name]
            if socket.is_linked:
                tree.links.new(socket.links[0].from_socket, glow.inputs["Color"])
            elif socket.type == "RGBA":
                glow.inputs["Color"].default_value = socket.default_value
            else:
                glow.inputs["Color"].default_value = (*[socket.default_value] * 3, 1)
            tree.links.new(glow.outputs[0], output.inputs["Surface"])
            undo.append((tree, target, glow, surface, output))
        bpy.ops.object.bake(type="EMIT", uv_layer="atlas")
        for tree, target, glow, surface, output in undo:
            tree.links.new(surface.outputs[0], output.inputs["Surface"])
            tree.nodes.remove(target)
            tree.nodes.remove(glow)
    if relief:
        picture = bpy.data.images.new(f"{thing.name}-relief", size, size)
        picture.colorspace_settings.name = "Non-Color"
        targets = []
        for slot in thing.material_slots:
            target = slot.material.node_tree.nodes.new("ShaderNodeTexImage")
            target.image = picture
            slot.material.node_tree.nodes.active = target
            targets.append((slot.material.node_tree, target))
        scene.cycles.samples = 8
        bpy.ops.object.bake(type="NORMAL", uv_layer="atlas")
        for tree, target in targets:
            tree.nodes.remove(target)
        pictures["relief"] = picture
    return pictures


def _packed(pictures: dict[str, bpy.types.Image], name: str) -> bpy.types.Image:
    """Roughness in green and metalness in blue, as glTF wants them."""
    import numpy

    rough, metal = pictures["roughness"], pictures["metallic"]
    width, height = rough.size
    first, second = (numpy.empty(width * height * 4, dtype=numpy.float32) for _ in range(2))
    rough.pixels.foreach_get(first)
    metal.pixels.foreach_get(second)
    both = numpy.ones(width * height * 4, dtype=numpy.float32)
    both[1::4] = first[0::4]
    both[2::4] = second[0::4]
    packed = bpy.data.images.new(f"{name}-surface", width, height)
    packed.colorspace_settings.name = "Non-Color"
    packed.pixels.foreach_set(both)
    packed.update()
    return packed


def _finished(name: str, pictures: dict[str, bpy.types.Image]) -> bpy.types.Material:
    material = bpy.data.materials.new(name)
    material.use_nodes = True
    tree = material.node_tree
    surface = next(node for node in tree.nodes if node.type == "BSDF_PRINCIPLED")

    def shown(picture):
        node = tree.nodes.new("ShaderNodeTexImage")
        node.image = picture
        picture.pack()
        return node

    tree.links.new(shown(pictures["colour"]).outputs["Color"], surface.inputs["Base Color"])
    parts = tree.nodes.new("ShaderNodeSeparateColor")
    tree.links.new(shown(_packed(pictures, name)).outputs["Color"], parts.inputs[0])
    tree.links.new(parts.outputs[1], surface.inputs["Roughness"])
    tree.links.new(parts.outputs[2], surface.inputs["Metallic"])
    if "relief" in pictures:
        bend = tree.nodes.new("ShaderNodeNormalMap")
        tree.links.new(shown(pictures["relief"]).outputs["Color"], bend.inputs["Color"])
        tree.links.new(bend.outputs[0], surface.inputs["Normal"])
    return material


def _glazed(name: str) -> bpy.types.Material:
    """Glass as glTF's core knows it: nearly clear and smooth, with no extension needed."""
    material = bpy.data.materials.new(name)
    material.use_nodes = True
    surface = next(node for node in material.node_tree.nodes if node.type == "BSDF_PRINCIPLED")
    surface.inputs["Base Color"].default_value = (0.9, 0.95, 0.93, 1)
    surface.inputs["Roughness"].default_value = 0.05
    surface.inputs["Alpha"].default_value = 0.22
    material.surface_render_method = "BLENDED"
    return material


def export(key: str, path: Path, texture: int = 1024, relief: bool = False) -> int:
    """Write what stands in the scene as ``path`` (.glb); returns its size in bytes. Call it before the lights are put
    up: it leaves its own joined copy behind, hidden from pictures."""
    bpy.context.view_layer.update()
    works = _works()
    clear = [thing for thing in works if any(m and m.get("see_through") for m in thing.data.materials)]
    solid = [thing for thing in works if thing not in clear]
    for thing in works:
        thing.hide_render = True
    made = []
    share = len(solid) / max(len(works), 1)
    if solid:
        whole = _joined(solid, key)
        _lighten(whole, int(MAX_TRIANGLES * max(share, 0.6)))
        atlas = whole.data.uv_layers.new(name="atlas")
        whole.data.uv_layers.active = atlas
        _select([whole])
        bpy.ops.object.mode_set(mode="EDIT")
        bpy.ops.mesh.select_all(action="SELECT")
        bpy.ops.uv.smart_project(angle_limit=1.15, island_margin=0.004, area_weight=0.4)
        bpy.ops.object.mode_set(mode="OBJECT")
        for layer in whole.data.uv_layers:
            if layer.name == "UVMap":
                layer.active_render = True
        pictures = _bake(
            whole, texture, {"colour": "Base Color", "roughness": "Roughness", "metallic": "Metallic"}, relief
        )
        for layer in [layer.name for layer in whole.data.uv_layers if layer.name != "atlas"]:
            whole.data.uv_layers.remove(whole.data.uv_layers[layer])
        for attribute in [
            a.name
            for a in whole.data.attributes
            if a.domain == "CORNER" and a.name != "atlas" and a.data_type == "FLOAT_COLOR"
        ]:
            whole.data.attributes.remove(whole.data.attributes[attribute])
        whole.data.materials.clear()
        whole.data.materials.append(_finished(key, pictures))
        for face in whole.data.polygons:
            face.material_index = 0
        made.append(whole)
    if clear:
        panes = _joined(clear, f"{key}-glass")
        _lighten(panes, int(MAX_TRIANGLES * 0.4))
        for layer in [layer.name for layer in panes.data.uv_layers]:
            panes.data.uv_layers.remove(panes.data.uv_layers[layer])
        panes.data.materials.clear()
        panes.data.materials.append(_glazed(f"{key}-glass"))
        for face in panes.data.polygons:
            face.material_index = 0
        made.append(panes)
    _select(made)
    path.parent.mkdir(parents=True, exist_ok=True)
    bpy.ops.export_scene.gltf(
        filepath=str(path),
        export_format="GLB",
        use_selection=True,
        export_yup=True,
        export_apply=True,
        export_image_format="JPEG",
        export_image_quality=76,
        export_animations=False,
        export_skins=False,
        export_morph=False,
        export_extras=False,
        export_copyright="Rihla, CC BY 4.0: modelled replica for demonstration",
    )
    for thing in made:
        bpy.data.objects.remove(thing)
    for thing in works:
        thing.hide_render = False
    return path.stat().st_size
