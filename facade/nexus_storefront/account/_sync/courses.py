# Rendered from facade/nexus_storefront/account/_async/courses.py by scripts/unasync.py; edit that file.
"""The courses that the signed-in customer has bought.

For a course that was not bought the service answers 403, or the same 404 as for one that does not exist.
Both raise `NotEntitled`; its `certain` is true for a 403 in the service's own words only, since a 404 says less, and
what is in front of the service refuses too.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from ...arguments import identifier, number
from ...errors import Forbidden, NotEntitled, NotFound, StatusError

if TYPE_CHECKING:
    from nexus_commerce.models import (
        CustomerCourseAccessResponse,
        CustomerCourseContent,
        CustomerCourseProgressUpdateResponse,
        CustomerCourseSection,
    )

    from ...transport._sync.core import Core


__all__ = ["Courses"]


P = ParamSpec("P")


T = TypeVar("T")


class Courses:
    """Access to courses and progress in them. Needs a signed-in customer, else `NotSignedIn`."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def get(self, variant_uuid: str) -> CustomerCourseAccessResponse:
        """A course with its sections, by the variant's uuid (getCustomerVariantCourse)."""
        from nexus_commerce.api.customer_courses import get_customer_variant_course

        core = self._core
        return self._entitled(
            get_customer_variant_course.sync,
            core.store_id,
            identifier("variant_uuid", variant_uuid),
            client=core.api,
        )

    def section(self, uuid: str) -> CustomerCourseSection:
        """A section with its contents (getCustomerCourseSection)."""
        from nexus_commerce.api.customer_courses import get_customer_course_section

        core = self._core
        return self._entitled(
            get_customer_course_section.sync, core.store_id, identifier("uuid", uuid), client=core.api
        )

    def content(self, uuid: str) -> CustomerCourseContent:
        """One lesson (getCustomerCourseContent)."""
        from nexus_commerce.api.customer_courses import get_customer_course_content

        core = self._core
        return self._entitled(
            get_customer_course_content.sync, core.store_id, identifier("uuid", uuid), client=core.api
        )

    def set_progress(self, uuid: str, percent: float) -> CustomerCourseProgressUpdateResponse:
        """How far the customer is in a lesson, 0 to 100 (updateCustomerCourseContentProgress)."""
        from nexus_commerce.api.customer_courses import update_customer_course_content_progress

        core = self._core
        return self._entitled(
            update_customer_course_content_progress.sync,
            core.store_id,
            identifier("uuid", uuid),
            client=core.api,
            body={"progress": number("percent", percent, most=100)},
        )

    def _entitled(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        refused: StatusError
        try:
            return function(*args, **kwargs)
        except Forbidden as error:
            refused = error
        except NotFound as error:
            if error.message.lower().startswith("store"):
                raise  # the store or the key is wrong, which says nothing about the course
            refused = error
        raise NotEntitled.from_refusal(refused)
