"""Pictures drawn by code: every demonstration plate and scene can be redrawn from its script and seed."""
