"""What `print` shows of a model: the fields that the overlay names as public, and of any other model no text at all."""

from __future__ import annotations

import pytest
from nexus_commerce import models
from nexus_commerce._model import Model

PRINTED = [
    name
    for name in models.__all__
    if isinstance(kind := getattr(models, name), type) and issubclass(kind, Model) and kind._printed is not None
]


@pytest.mark.parametrize("name", PRINTED)
def test_a_format_names_fields_and_takes_absent_ones(name: str) -> None:
    model = getattr(models, name)
    assert "-" in str(model.from_dict({}))
    assert "SECRET" not in repr(model.from_dict({"name": "SECRET", "city_name": "SECRET", "label": "SECRET"}))


@pytest.mark.parametrize("name", PRINTED)
def test_a_format_shows_no_person_and_no_secret(name: str) -> None:
    personal = ("address", "email", "phone", "notes", "postal_code", "secret_slug", "payment_account_number", "video_url")
    customers = name.startswith("Customer") and "Course" not in name and not name.endswith("Store")
    filled = dict.fromkeys((*personal, *(("name",) if customers else ())), "SECRET")
    assert "SECRET" not in str(getattr(models, name).from_dict(filled))


def test_a_model_that_nothing_is_said_of_prints_as_its_repr() -> None:
    assert "StorefrontProductCard" in PRINTED
    for name in ("CustomerOfStorefrontPublicOrder", "DestinationAddressOfStorefrontPublicOrder", "GuestCart"):
        assert name not in PRINTED
        model = getattr(models, name).from_dict({"name": "SECRET", "email": "SECRET", "address": "SECRET"})
        assert str(model) == repr(model)
        assert "SECRET" not in str(model)


def test_lists_within_lists_are_indented() -> None:
    section = {"title": "First", "progress": {"progress": 50.0}, "course_contents": [{"title": "One"}]}
    course = models.CustomerCourseAccessResponse.from_dict({"fullname": "Course", "course_sections": [section]})
    assert str(course) == "Course\n  First: 50.0 %\n    One: -"
