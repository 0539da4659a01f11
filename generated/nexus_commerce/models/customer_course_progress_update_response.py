from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model, date_time, renamed
from ..types import UNSET, Unset

if TYPE_CHECKING:
    import datetime as dt

    from .customer_course_progress import CustomerCourseProgress


class CustomerCourseProgressUpdateResponse(Model):
    """`CustomerCourseProgressUpdateResponse` of the contract, as it is received."""

    boosts: list[dict[str, Any]] | None | Unset = UNSET
    duration: int | str | None | Unset = UNSET
    inserted_at: dt.datetime | str | None | Unset = date_time("inserted_at", default=UNSET)
    is_discussion_active: bool | None | Unset = UNSET
    is_email_notification_active: bool | None | Unset = UNSET
    is_notification_enabled: bool | None | Unset = UNSET
    is_shown: bool | None | Unset = UNSET
    progress: CustomerCourseProgress | None | Unset = UNSET
    section_uuid: str | None | Unset = UNSET
    sequence_order: int | str | None | Unset = UNSET
    text: str | None | Unset = UNSET
    title: str | None | Unset = UNSET
    type_: str | None | Unset = renamed("type", default=UNSET)
    updated_at: dt.datetime | str | None | Unset = date_time("updated_at", default=UNSET)
    uuid: str | None | Unset = UNSET
    variant_id: int | str | None | Unset = UNSET
    video_url: str | None | Unset = UNSET

    _nested = {"progress": "CustomerCourseProgress"}
    _printed = "{title}: {progress}"
