"""Readings of the museum's documentary texts by a synthetic voice, with their timed text.

The words are in ``museum/demo/content/recordings/reading-*.yaml``: passages in three languages and chapters that begin at
a passage. Each passage is spoken by itself, so that its time is known to the sample.
"""
