"""The studio: scripts that make every object, picture, panorama and sound of the demonstration collection.

`make studio` runs it, in an environment of its own (`requirements.txt` beside this file). The museum itself never
imports it: what it made lies under `museum/demo/` and is listed, with its checksum, in `museum/demo/manifest.json`.
"""
