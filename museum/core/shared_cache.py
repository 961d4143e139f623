"""Redis as the museum uses it: what is there can be made again, so that one that is away only costs time.

Django's own backend raises, and every page asks a cache for something (Wagtail's sites, sizes of pictures). Here nothing
is found and nothing is kept while Redis does not answer; it is left alone for some seconds after each failure, so that a
page does not wait for it again and again.
"""

from __future__ import annotations

import logging
import time
from functools import wraps

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

logger = logging.getLogger("museum.cache")

#: Seconds for which a Redis that did not answer is not asked.
LEFT_ALONE = 5
_failed_at = -LEFT_ALONE


def _or(nothing):
    """What a method answers while Redis is away: ``nothing`` of its arguments."""

    def forgive(method):
        @wraps(method)
        def asked(self, *arguments, **named):
            global _failed_at
            if time.monotonic() - _failed_at >= LEFT_ALONE:
                try:
                    return method(self, *arguments, **named)
                except (RedisError, OSError) as fault:
                    _failed_at = time.monotonic()
                    logger.warning("Redis does not answer (%s); left alone for %d s", type(fault).__name__, LEFT_ALONE)
            return nothing(*arguments, **named)

        return asked

    return forgive


class ForgivingRedisCache(RedisCache):
    """A Redis that may be away. Counts begin anew then: limits on attempts that are kept here let everybody through."""

    add = _or(lambda *arguments, **named: True)(RedisCache.add)
    get = _or(lambda key, default=None, version=None: default)(RedisCache.get)
    set = _or(lambda *arguments, **named: None)(RedisCache.set)
    touch = _or(lambda *arguments, **named: False)(RedisCache.touch)
    delete = _or(lambda *arguments, **named: False)(RedisCache.delete)
    get_many = _or(lambda *arguments, **named: {})(RedisCache.get_many)
    has_key = _or(lambda *arguments, **named: False)(RedisCache.has_key)
    incr = _or(lambda key, delta=1, version=None: delta)(RedisCache.incr)
    set_many = _or(lambda data, *arguments, **named: list(data))(RedisCache.set_many)
    delete_many = _or(lambda *arguments, **named: None)(RedisCache.delete_many)
    clear = _or(lambda *arguments, **named: False)(RedisCache.clear)
