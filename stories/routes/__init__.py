"""The map of roads: cartography, the one query behind map, list and table, and what is drawn of it."""
