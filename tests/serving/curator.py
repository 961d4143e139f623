"""A curator's process beside the servers: takes one decision a line and says when it stands.

Run by the tests as ``python -m tests.serving.curator``. A line is an act and its words: ``title …`` publishes the first
story under another title, ``foot …`` the page at the foot of all, ``withdraw`` and ``restore`` its picture, ``unpublish``
and ``publish`` the story.
"""

import sys
from pathlib import Path

import django

django.setup()

from museum.assets.models import MuseumImage  # noqa: E402
from museum.entrance.models import PlainPage  # noqa: E402
from stories.models import StoryPage  # noqa: E402


def story() -> StoryPage:
    """The story that the tests look at."""
    return StoryPage.objects.filter(locale__language_code="fr").order_by("pk").first()


def act(name: str, words: str) -> None:
    """Take one decision, by the ways of the admin."""
    page = PlainPage.objects.get(locale__language_code="fr", show_in_footer=True) if name == "foot" else story()
    if name in ("title", "foot"):
        page.title = words
        page.save_revision().publish()
    elif name == "publish":
        page.get_latest_revision().publish()
    elif name == "unpublish":
        page.unpublish()
    elif name in ("withdraw", "restore"):
        image = MuseumImage.objects.get(pk=page.lead_image_id)
        image.withdrawn = name == "withdraw"
        image.save()


if __name__ == "__main__":
    sys.stdout.write(f"{story().url} {Path(story().lead_image.file.name).stem}\n")
    sys.stdout.flush()
    for line in sys.stdin:
        name, _blank, words = line.strip().partition(" ")
        act(name, words)
        sys.stdout.write("done\n")
        sys.stdout.flush()
