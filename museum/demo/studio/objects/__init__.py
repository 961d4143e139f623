"""The modelled objects, a module a subject."""

# Blender's other modules (bmesh, mathutils) can be found only once this one has been imported.
import bpy  # noqa: F401
