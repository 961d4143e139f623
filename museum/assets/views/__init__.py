"""Media as they are asked for: originals by editors, recordings by everybody, timing by curators."""
