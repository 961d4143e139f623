"""Kept for ever: back-up and restore, checksums of every original, leaving with everything, upgrades that break nothing."""
