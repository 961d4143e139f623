"""What every page has in common, made once for each version stamp and kept by each process (museum.core.stamp).

A page is made with the stamp of the moment before; what is kept under that stamp is at least as new. For a request that
carries none (a curator's, a preview) it is made once for that request.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Any

from museum.core.languages import current_language

#: Where the stamp stands in the environment of a request; put there by museum.core.page_cache.
STAMP = "museum.stamp"
#: So many things are kept: languages and host names times the few things that are in common.
KEPT = 256

_kept: OrderedDict[tuple, tuple[str, Any]] = OrderedDict()
_lock = threading.Lock()


def once_a_stamp(request, name: str, make: Callable[[], Any]) -> Any:
    """What ``make`` gives, made once a stamp for ``name``, the reader's language and the host; it must not be changed."""
    stamp = request.META.get(STAMP)
    if stamp is None:
        return once_a_page(request, name, make)
    key = (name, current_language(), request.META.get("HTTP_HOST", ""), request.META.get("SERVER_PORT", ""))
    with _lock:
        kept = _kept.get(key)
    if kept is None or kept[0] != stamp:
        kept = stamp, make()
        with _lock:
            _kept[key] = kept
            _kept.move_to_end(key)
            if len(_kept) > KEPT:
                _kept.popitem(last=False)
    return kept[1]


def once_a_page(request, name: str, make: Callable[[], Any]) -> Any:
    """What ``make`` gives, made once for a request and the reader's language."""
    made, key = request.__dict__.setdefault("_made_once", {}), (name, current_language())
    if key not in made:
        made[key] = make()
    return made[key]


def forget() -> None:
    """Forget everything; for tests, whose stamps begin anew."""
    with _lock:
        _kept.clear()
