# Rendered from facade/nexus_storefront/transport/_async/repetition.py by scripts/unasync.py; edit that file.
"""The outermost layer of a call: its attempts, one after another, until there is an answer or nothing more to try."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx

from ...errors import ConnectionFailed, StorefrontError
from ..call import AttemptLost
from ..hooks import call_numbers, emit
from ..retry import Attempt, RetryPolicy

if TYPE_CHECKING:
    from ..call import Call
    from .identification import Identification
    from .shared import Shared


class Repetition:
    """A call as often as the retry policy wants and its route allows."""

    def __init__(self, shared: Shared, policy: RetryPolicy, identification: Identification) -> None:
        self._shared = shared
        self._policy = policy
        self._identification = identification

    def with_hooks(self, call: Call) -> httpx.Response:
        """The answer to a call; the shop's hooks hear how it began and how it ended."""
        hooks = self._shared.hooks
        if not hooks:
            return self._with_retries(call)
        call.number = next(call_numbers)
        emit(hooks, call.event("start"))
        try:
            response = self._with_retries(call)
        except BaseException as error:  # also a cancelled call has ended
            emit(hooks, call.event("end", error=error))
            raise
        emit(hooks, call.event("end", response))
        return response

    def _with_retries(self, call: Call) -> httpx.Response:
        token_replaced = False
        while True:
            # First, one attempt, when the rate budget lets it go.
            call.attempt += 1
            response: httpx.Response | None = None
            failure: StorefrontError | None = None
            try:
                self._shared.admission.admit(call)
                response = self._identification.attempt(call)
            except AttemptLost as lost:
                failure = lost.failure
            except StorefrontError as error:
                # What this call did, not what another one did that it waited for, such as a refresh of its token.
                error.effect = call.effect
                raise
            finally:
                self._shared.admission.ended(call)
            if response is not None:
                if response.is_success:
                    return response
                # A request refused for its token had no effect, so it may go again with another one, once.
                if response.status_code == 401 and not token_replaced:
                    token_replaced = True
                    if self._identification.has_another_token(call):
                        self._shared.tell(call, response, None, 0.0)
                        continue
            # Then the policy is asked. What it says does not count where the time would be over, or too little of it
            # left for an answer.
            wait = self._wait(call, response)
            if wait is None or wait >= call.left - call.least:
                if response is not None:
                    return response
                # Outside of the except block: its error goes no further.
                raise failure or ConnectionFailed("no answer", operation_id=call.operation.id)
            self._shared.tell(call, response, failure, wait)
            self._shared.clock.sleep(wait)

    def _wait(self, call: Call, response: httpx.Response | None) -> float | None:
        """Seconds until the next attempt, None for no other."""
        operation = call.operation
        # Whatever a policy says, what creates is not sent again unless it provably never left.
        if operation.method == "POST" and not call.route.repeatable and not call.unsent:
            return None
        return self._policy(
            Attempt(
                operation_id=operation.id,
                method=operation.method,
                number=call.attempt,
                elapsed=self._shared.clock.monotonic() - call.started,
                repeatable=call.route.repeatable,
                status=response.status_code if response is not None else None,
                retry_after=call.retry_after if response is not None else None,
                unsent=call.unsent,
            )
        )
