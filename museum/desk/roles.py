"""The roles of the museum: groups and what each may do."""


def set_up_roles() -> None:
    """Make the groups and the moderation workflow where they are missing."""
