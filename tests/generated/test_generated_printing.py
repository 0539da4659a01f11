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


def test_a_model_that_may_hold_persons_or_secrets_prints_as_its_repr() -> None:
    assert "StorefrontProductCard" in PRINTED
    for name in ("StorefrontPublicOrder", "CustomerAddress", "CustomerProfileResponse", "GuestCart"):
        assert name not in PRINTED
        model = getattr(models, name).from_dict({"name": "SECRET", "secret_slug": "SECRET", "address": "SECRET"})
        assert str(model) == repr(model)
        assert "SECRET" not in str(model)
