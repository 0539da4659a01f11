from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._model import Model
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .customer_course_section import CustomerCourseSection


class CustomerCourseAccessResponse(Model):
    """`CustomerCourseAccessResponse` of the contract, as it is received."""

    course_sections: list[CustomerCourseSection] | None | Unset = UNSET
    course_settings: dict[str, Any] | None | Unset = UNSET
    description: str | None | Unset = UNSET
    fullname: str | None | Unset = UNSET
    id: int | str | None | Unset = UNSET
    interval: str | None | Unset = UNSET
    interval_count: int | str | None | Unset = UNSET
    item_type: str | None | Unset = UNSET
    pricing_type: str | None | Unset = UNSET
    product_id: int | str | None | Unset = UNSET
    product_name: str | None | Unset = UNSET
    validity_period: int | str | None | Unset = UNSET
    validity_period_unit: str | None | Unset = UNSET

    _nested = {"course_sections": ["CustomerCourseSection"]}
    _printed = "{fullname}{course_sections}"
