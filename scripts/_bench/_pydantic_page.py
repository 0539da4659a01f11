"""Models of pydantic v2 for a page of the catalogue, as a careful user would write them."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

__all__ = ["Page"]


class Range(BaseModel):
    min: str | float
    max: str | float


class Taxonomy(BaseModel):
    id: int
    name: str
    full_path: str | None = None


class Card(BaseModel):
    model_config = ConfigDict(extra="allow")

    id: int
    slug: str
    name: str
    description: str | None = None
    meta_thumbnail: str | None = None
    is_multiple: bool | None = None
    option1_name: str | None = None
    option2_name: str | None = None
    option3_name: str | None = None
    in_stock: bool
    price_range: Range | None
    images: list[str]
    taxonomy: Taxonomy | None = None
    created_at: datetime | None = None


class Product(Card):
    entity_type: Literal["product"]
    item_type: str


class Bundle(Card):
    entity_type: Literal["bundle_price_option"]
    bundle_price_option_id: int
    bundle_id: int


class Page(BaseModel):
    data: list[Annotated[Product | Bundle, Field(discriminator="entity_type")]]
    is_paginated: Literal[True]
    has_next: bool = False
    has_previous: bool = False
    next_cursor: str | None = None
    previous_cursor: str | None = None
    page_size: int | None = None
