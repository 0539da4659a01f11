"""The models of the contract, each imported when it is first used."""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .bundle import Bundle
    from .bundle_of_order_item import BundleOfOrderItem
    from .by_size_of_product import BySizeOfProduct
    from .cash import Cash
    from .category import Category
    from .challenge import Challenge
    from .colour_of_order_request import ColourOfOrderRequest
    from .filter_parameter_of_list_items import FilterParameterOfListItems
    from .grant_type_of_request_body_of_post_form import GrantTypeOfRequestBodyOfPostForm
    from .item_page import ItemPage
    from .json_object import JsonObject
    from .kind_of_bundle import KindOfBundle
    from .kind_of_product import KindOfProduct
    from .labels_of_order_request import LabelsOfOrderRequest
    from .note import Note
    from .order import Order
    from .order_request import OrderRequest
    from .price import Price
    from .problem import Problem
    from .product import Product
    from .request_body_of_post_form import RequestBodyOfPostForm
    from .response_200_body_of_write_settings import Response200BodyOfWriteSettings
    from .size_of_order_request import SizeOfOrderRequest
    from .size_of_product import SizeOfProduct
    from .sort_parameter_of_list_items import SortParameterOfListItems
    from .status_of_product import StatusOfProduct
    from .stock_of_product import StockOfProduct
    from .tokens import Tokens
    from .transfer import Transfer
    from .type_of_bundle_of_order_item import TypeOfBundleOfOrderItem
    from .type_of_variant_of_order_item import TypeOfVariantOfOrderItem
    from .upload import Upload
    from .variant_of_order_item import VariantOfOrderItem
else:  # type checkers must not take every name for good

    def __getattr__(name: str) -> Any:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=sys.modules[__name__])
        value = globals()[name] = getattr(import_module(f".{_MODULES[name]}", __name__), name)
        return value


__all__ = (
    "Bundle",
    "BundleOfOrderItem",
    "BySizeOfProduct",
    "Cash",
    "Category",
    "Challenge",
    "ColourOfOrderRequest",
    "FilterParameterOfListItems",
    "GrantTypeOfRequestBodyOfPostForm",
    "ItemPage",
    "JsonObject",
    "KindOfBundle",
    "KindOfProduct",
    "LabelsOfOrderRequest",
    "Note",
    "Order",
    "OrderRequest",
    "Price",
    "Problem",
    "Product",
    "RequestBodyOfPostForm",
    "Response200BodyOfWriteSettings",
    "SizeOfOrderRequest",
    "SizeOfProduct",
    "SortParameterOfListItems",
    "StatusOfProduct",
    "StockOfProduct",
    "Tokens",
    "Transfer",
    "TypeOfBundleOfOrderItem",
    "TypeOfVariantOfOrderItem",
    "Upload",
    "VariantOfOrderItem",
)

_MODULES = {
    "Bundle": "bundle",
    "BundleOfOrderItem": "bundle_of_order_item",
    "BySizeOfProduct": "by_size_of_product",
    "Cash": "cash",
    "Category": "category",
    "Challenge": "challenge",
    "ColourOfOrderRequest": "colour_of_order_request",
    "FilterParameterOfListItems": "filter_parameter_of_list_items",
    "GrantTypeOfRequestBodyOfPostForm": "grant_type_of_request_body_of_post_form",
    "ItemPage": "item_page",
    "JsonObject": "json_object",
    "KindOfBundle": "kind_of_bundle",
    "KindOfProduct": "kind_of_product",
    "LabelsOfOrderRequest": "labels_of_order_request",
    "Note": "note",
    "Order": "order",
    "OrderRequest": "order_request",
    "Price": "price",
    "Problem": "problem",
    "Product": "product",
    "RequestBodyOfPostForm": "request_body_of_post_form",
    "Response200BodyOfWriteSettings": "response_200_body_of_write_settings",
    "SizeOfOrderRequest": "size_of_order_request",
    "SizeOfProduct": "size_of_product",
    "SortParameterOfListItems": "sort_parameter_of_list_items",
    "StatusOfProduct": "status_of_product",
    "StockOfProduct": "stock_of_product",
    "Tokens": "tokens",
    "Transfer": "transfer",
    "TypeOfBundleOfOrderItem": "type_of_bundle_of_order_item",
    "TypeOfVariantOfOrderItem": "type_of_variant_of_order_item",
    "Upload": "upload",
    "VariantOfOrderItem": "variant_of_order_item",
}


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
