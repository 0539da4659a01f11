# Rendered from facade/nexus_storefront/account/_async/courses.py by scripts/unasync.py; edit that file.
"""The courses that the signed-in customer has bought.

For a course that was not bought the service answers 403, or the same 404 as for one that does not exist.
Both raise `NotEntitled`; its `certain` is true for a 403 in the service's own words only, since a 404 says less, and
what is in front of the service refuses too.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar

from nexus_commerce.api import customer_courses as api

from ...arguments import number
from ...errors import Forbidden, NotEntitled, NotFound
from ...transport._sync.listing import Group

if TYPE_CHECKING:
    from nexus_commerce import models

T = TypeVar("T")


class Courses(Group):
    """Access to courses and progress in them. Needs a signed-in customer, else `NotSignedIn`."""

    def get(self, variant_uuid: int | str) -> models.CustomerCourseAccessResponse:
        """A course with its sections, by the variant's uuid (getCustomerVariantCourse)."""
        return self._entitled(api.get_customer_variant_course.sync, "variant_uuid", variant_uuid)

    def section(self, uuid: int | str) -> models.CustomerCourseSection:
        """A section with its contents (getCustomerCourseSection)."""
        return self._entitled(api.get_customer_course_section.sync, "uuid", uuid)

    def content(self, uuid: int | str) -> models.CustomerCourseContent:
        """One lesson (getCustomerCourseContent)."""
        return self._entitled(api.get_customer_course_content.sync, "uuid", uuid)

    def set_progress(self, uuid: int | str, percent: float) -> models.CustomerCourseProgressUpdateResponse:
        """How far the customer is in a lesson, 0 to 100 (updateCustomerCourseContentProgress)."""
        body = {"progress": number("percent", percent, most=100)}
        return self._entitled(api.update_customer_course_content_progress.sync, "uuid", uuid, body=body)

    def _entitled(self, operation: Callable[..., T], name: str, uuid: int | str, **more: object) -> T:
        try:
            return self._of(operation, name, uuid, **more)
        except (Forbidden, NotFound) as error:
            if isinstance(error, NotFound) and error.message.lower().startswith("store"):
                raise  # the store or the key is wrong, which says nothing about the course
            refused = error
        raise NotEntitled.from_refusal(refused)
