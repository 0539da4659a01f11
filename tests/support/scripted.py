"""A transport that answers by a function."""

import httpx


class Scripted(httpx.MockTransport):
    """`httpx.MockTransport` whose errors are what httpx's own transports raise: connection errors, nothing was sent."""

    proves_unsent = True
