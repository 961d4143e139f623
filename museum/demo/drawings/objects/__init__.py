"""The twenty-four artefact plates, one module a family of objects."""
