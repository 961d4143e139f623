"""Scenes: places that many lives passed through, drawn without anybody in particular in them."""
