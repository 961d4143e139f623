"""Settings: ``base`` is shared; ``development``, ``test``, ``production`` and ``local`` say what differs."""
