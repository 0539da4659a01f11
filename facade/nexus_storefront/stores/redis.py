"""A store on a Redis server."""

import re
from contextlib import suppress
from functools import partial
from inspect import iscoroutinefunction
from os import urandom
from threading import RLock
from typing import Any

from ..clock import SYSTEM_CLOCK, Clock
from ..errors import InvalidInput
from ..redact import hidden
from ._forks import ForkLock
from ._protocol import DamagedEntry, Entry, StoreError, VersionConflict, check_times, intact, needs
from .leases import LeasesInEntries

# Each script touches one key only, so it also runs in a cluster. Versions are the server's clock in microseconds,
# raised above what is there: they rise across deletes and expiry, and fit in a Lua number. An entry says itself when it
# ends: if it lost its time to live, by hand or as it was restored, the next script gives it back, or finds it gone.
# `owner` tells each write from every other: a client of the caller's own repeats one whose answer was lost.
# Processes of an earlier version may run while a shop is upgraded: in their leases the version is called `fence`, and
# they take a lease without an `owner` for a free one.
_FOUND = """
local ends = redis.call('HGET', KEYS[1], 'ends')
if ends then redis.pcall('PEXPIREAT', KEYS[1], ends) end
local kept = redis.call('HMGET', KEYS[1], 'n', 'fence')
local found = tonumber(kept[1] or kept[2] or '0')
if not (found and found >= 0 and found < 9007199254740992) then return redis.error_reply('DAMAGED') end
"""
_PUT = f"""{_FOUND}
if ARGV[1] ~= '' and tonumber(ARGV[1]) ~= found and redis.call('HGET', KEYS[1], 'owner') ~= ARGV[4] then
    return {{0, string.format('%.0f', found)}}
end
local now = redis.call('TIME')
local version = string.format('%.0f', math.max(found + 1, now[1] * 1000000 + now[2]))
redis.call('DEL', KEYS[1])
redis.call('HSET', KEYS[1], 'v', ARGV[2], 'n', version, 'owner', ARGV[4])
if ARGV[3] ~= '' then
    local ends = string.format('%.0f', math.floor(now[1] * 1000 + now[2] / 1000) + ARGV[3])
    redis.call('HSET', KEYS[1], 'ends', ends)
    redis.call('PEXPIREAT', KEYS[1], ends)
end
return {{1, version}}
"""
_REMOVE = "return {1, tostring(redis.call('DEL', KEYS[1]))}"
_DELETE = f"""{_FOUND}
if found == 0 then return {{1, '0'}} end
if tonumber(ARGV[1]) ~= found then return {{0, string.format('%.0f', found)}} end
{_REMOVE}
"""
_DAMAGED = ("DAMAGED", "WRONGTYPE")
"""Errors that mean that a key holds no entry: that of our scripts, and that of a value of another type."""


class RedisStore(LeasesInEntries):
    """Keeps entries on a Redis server (6 or newer), shared by machines; leases run by the server's clock.

    `url` as for redis-py, or pass `client`, a `redis.Redis`. `prefix` goes before every key. A write is as durable as
    the server makes it: use `appendonly yes` with `appendfsync always` where a lost server must not sign customers out,
    and `replicas` to have each write acknowledged by so many (within a second). Only the waiting for a lease goes by
    `clock`. Needs the extra `[redis]`.
    """

    _ends_entries = True

    def __init__(
        self,
        url: str = "redis://127.0.0.1:6379/0",
        *,
        client: Any = None,
        prefix: str = "nexus:",
        replicas: int = 0,
        clock: Clock = SYSTEM_CLOCK,
    ) -> None:
        url = hidden(url)
        check_times(clock)
        if not isinstance(url, str):
            raise InvalidInput("url must be a Redis URL")
        if not isinstance(prefix, str) or re.search("[\ud800-\udfff]", prefix):
            raise InvalidInput("prefix must be a text")
        if isinstance(replicas, bool) or not isinstance(replicas, int) or not 0 <= replicas < 1000:
            raise InvalidInput("replicas must be how many have to acknowledge a write")
        awaited = iscoroutinefunction(getattr(client, "execute_command", None))
        if client is not None and (awaited or not hasattr(client, "get_encoder")):
            raise InvalidInput("client must be a redis.Redis")
        self._errors = needs("redis.exceptions", "redis")
        self._redis = _client(url) if client is None else client
        if self._redis.get_encoder().decode_responses:
            raise InvalidInput("the Redis client must not decode responses: values are bytes")
        self._owned = client is None
        self.clock = clock
        self._prefix = prefix
        self._replicas = replicas
        self._scripts = {text: self._redis.register_script(text) for text in (_PUT, _DELETE, _REMOVE)}
        self._over_forks = ForkLock(in_child=partial(have_its_own, self._redis))

    def __repr__(self) -> str:
        return f"RedisStore(prefix={self._prefix!r})"

    def get(self, key: str) -> Entry | None:
        found = self._call(key, self._redis.hmget, self._prefix + key, ["v", "n"])
        if found == [None, None]:
            return None
        try:
            return intact(key, found[0], int(found[1]))[0]
        except (TypeError, ValueError):
            raise DamagedEntry(key) from None

    def put(self, key: str, value: bytes, *, expected: int | None = None, ttl: float | None = None) -> int:
        ends = "" if ttl is None else max(1, round(ttl * 1000))
        return self._run(_PUT, key, expected, value, ends, urandom(16).hex())

    def delete(self, key: str, *, expected: int | None = None) -> bool:
        return self._run(_REMOVE if expected is None else _DELETE, key, expected) == 1

    def keys(self, prefix: str) -> list[str]:
        pattern = re.sub(r"([*?\[\]\\^-])", r"\\\1", self._prefix + prefix) + "*"
        found = self._call(prefix, lambda: list(self._redis.scan_iter(match=pattern, count=1000)))
        names = {key.decode(errors="replace") for key in found}
        return sorted(name[len(self._prefix) :] for name in names)

    def close(self) -> None:
        if self._owned:
            self._redis.close()

    def _run(self, script: str, key: str, expected: int | None, *more: object) -> int:
        given = ("" if expected is None else expected, *more)
        (done, number), reached = self._call(key, self._written, self._scripts[script], [self._prefix + key], given)
        if not done:
            raise VersionConflict(key, expected or 0, int(number))
        if reached < self._replicas:
            raise StoreError(f"what was written of {key} has not reached {self._replicas} replicas")
        return int(number)

    def _written(self, script: Any, keys: list[str], given: tuple[object, ...]) -> tuple[Any, int]:
        """The answer of a script, and how many replicas have its write, which only the same connection can ask."""
        if not self._replicas:
            return script(keys, given), 0
        server = self._redis
        if hasattr(server, "get_node_from_key"):  # a cluster
            server = server.get_redis_connection(server.get_node_from_key(keys[0]))
        with server.client() as one:
            answer = script(keys, given, client=one)
            return answer, answer[0] and one.wait(self._replicas, 1000)

    def _call(self, key: str, function: Any, *arguments: Any, **keywords: Any) -> Any:
        try:
            return function(*arguments, **keywords)
        except self._errors.RedisError as error:
            # `from None`: what redis-py says may quote the command, and with it a token.
            if any(word in str(error) for word in _DAMAGED):
                raise DamagedEntry(key.removeprefix(self._prefix)) from None
            raise StoreError(f"Redis: {type(error).__name__}") from None
        except BaseException:
            forget_answers(self._redis)
            raise


def have_its_own(client: Any) -> None:
    """Give up, in the child of a fork, the connection of a client that has a single one, and its lock: parent and child
    would read each other's answers. A pool sees to that itself."""
    if getattr(client, "connection", None) is not None:
        client.connection.disconnect()
        client.single_connection_lock = RLock()


def forget_answers(client: Any) -> None:
    """Give up the connections of a client that was interrupted, perhaps before an answer was read: the next command
    would take that for its own."""
    servers = [node.redis_connection for node in client.get_nodes()] if hasattr(client, "get_nodes") else [client]
    for server in filter(None, servers):
        server.connection_pool.reset()
        if server.connection is not None:  # its only one, outside of the pool
            server.connection.disconnect()


def _client(url: str) -> Any:
    # No retries by the client: a compare-and-swap whose answer was lost may have been done.
    retry = needs("redis.retry", "redis").Retry(needs("redis.backoff", "redis").NoBackoff(), 0)
    # A connection for each thread that needs one, however many there are.
    options = {"retry": retry, "max_connections": 2**31, "socket_timeout": 10, "socket_connect_timeout": 5}
    with suppress(ValueError):
        return needs("redis", "redis").Redis.from_url(url, **options)
    # without the cause: the address may hold a password
    raise InvalidInput("not a Redis URL, as redis://127.0.0.1:6379/0")
