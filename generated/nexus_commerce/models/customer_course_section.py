from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import Model, date_time, renamed
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .customer_course_content import CustomerCourseContent
    from .customer_course_progress import CustomerCourseProgress


class CustomerCourseSection(Model):
    """`CustomerCourseSection` of the contract, as it is received."""

    course_contents: list[CustomerCourseContent] | None | Unset = UNSET
    inserted_at: dt.datetime | str | None | Unset = date_time("inserted_at", default=UNSET)
    is_shown: bool | None | Unset = UNSET
    progress: CustomerCourseProgress | None | Unset = UNSET
    sequence_order: int | str | None | Unset = UNSET
    title: str | None | Unset = UNSET
    type_: str | None | Unset = renamed("type", default=UNSET)
    updated_at: dt.datetime | str | None | Unset = date_time("updated_at", default=UNSET)
    uuid: str | None | Unset = UNSET
    variant_id: int | str | None | Unset = UNSET

    _nested = {"course_contents": ["CustomerCourseContent"], "progress": "CustomerCourseProgress"}
    _printed = "{title}: {progress}{course_contents}"
