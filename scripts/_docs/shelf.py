"""What the fields of the catalogue's, the delivery's and the customer's models mean, in our words."""

from __future__ import annotations

from collections.abc import Mapping

_GOODS: Mapping[str, str] = {
    "bundle_id": "The bundle's number; what is bought is one of its price options.",
    "bundle_price_option_id": "What `cart.add(bundle_price_option_id=…)` takes.",
    "bundle_name": "The bundle's name.",
    "bundle_price_option_name": "The price option's name.",
    "bundlelines": "What is in it: `variant_id`, `quantity`, `product_name`, `variant_name` of each.",
    "created_at": "When the store made it.",
    "description": "Plain text.",
    "entity_type": "`product`, for `catalog.product(slug)`, or `bundle_price_option`, for `catalog.bundle(slug)`.",
    "id": "Its number. Of a product it is nothing that can be bought: that are its variants.",
    "images": "Addresses of pictures, the first one first.",
    "in_stock": "Whether anything of it can be had.",
    "is_multiple": "Whether it has several variants.",
    "item_type": "`physical`, `digital`, `license`, `course`, `subscription`, or a kind added later.",
    "meta_thumbnail": "The address of one picture, for previews.",
    "name": "To show.",
    "option1_name": "What the first option is called, e.g. a size; each variant has its value.",
    "option2_name": "The same of the second option.",
    "option3_name": "The same of the third option.",
    "price": "What one costs. `Money.of` reads it.",
    "price_range": "From `min_` to `max_`, which `Money.of` reads: what its variants cost.",
    "rich_description": "HTML of the store's: clean it before it is shown.",
    "slug": "Names it in addresses and for `catalog.product` or `catalog.bundle`.",
    "taxonomy": "Its category: `id`, `name`, `full_path`.",
    "variants": "What can be bought; see below.",
    "weight_bump": "Grams on top of what is in it.",
}

_VARIANT: Mapping[str, str] = {
    "currency": "As the service names it, e.g. `IDR`.",
    "description": "Plain text.",
    "fullname": "The product's name with the options: to show.",
    "id": "What `cart.add(variant_id=…)` and `catalog.offers` take.",
    "images": "Addresses of pictures.",
    "interval": "Of a subscription: the unit of its period.",
    "interval_count": "Of a subscription: how many of them a period has.",
    "is_active": "Whether the store sells it.",
    "is_inventory": "Whether the store counts it; how many are left is told by `catalog.offers`.",
    "item_type": "`physical`, `digital`, `license`, `course`, `subscription`, or a kind added later.",
    "metadata": "What else the store keeps with it.",
    "name": "The options alone.",
    "option1_value": "Its value of the product's first option.",
    "option2_value": "The same of the second option.",
    "option3_value": "The same of the third option.",
    "price": "What one costs. `Money.of` reads it.",
    "pricing_type": "Whether it is paid once (`one_time`) or again and again.",
    "rich_description": "HTML of the store's: clean it before it is shown.",
    "sku": "The store's own name of it.",
    "unique_id": "Names it in conversion events and webhooks.",
    "uuid": "What `courses.get` takes, once it was bought.",
    "weight": "Grams.",
}

_PLACE: Mapping[str, str] = {
    "city_id": "What `locations.subdistricts` takes.",
    "city_name": "The city's name.",
    "display": "All of its names in one line, to show.",
    "id": "The location id: what `deliver_to`, `add_address` and `locations.postal_codes` take.",
    "province_id": "What `locations.cities` takes.",
    "province_name": "The province's name.",
    "subdistrict_name": "The subdistrict's name.",
}

#: Title -> model -> who gives it, and the words for its fields.
SHELF: Mapping[str, Mapping[str, tuple[str, Mapping[str, str]]]] = {
    "What is sold": {
        "StorefrontProductCard": ("A product in `catalog.items()`.", _GOODS),
        "StorefrontBundlePriceOptionCard": ("A bundle in `catalog.items()`.", _GOODS),
        "StorefrontProductDetail": ("What `catalog.product(slug)` gives.", _GOODS),
        "StorefrontBundlePriceOptionDetail": ("What `catalog.bundle(slug)` gives.", _GOODS),
        "StorefrontVariant": ("In `variants` of a `StorefrontProductDetail`.", _VARIANT),
        "VariantAvailability": (
            "What `catalog.availability(variant_id)` gives.",
            {
                "available": "Whether it can be had now.",
                "available_qty": "How many are left; None where the store does not count.",
                "stock_status": "`in_stock`, `low_stock`, `out_of_stock`, or a word added later.",
                "variant_id": "Whose it is.",
            },
        ),
    },
    "Delivery and payment methods": {
        "StorefrontProvince": ("What `locations.provinces()` lists.", _PLACE),
        "StorefrontCity": ("What `locations.cities(province_id)` lists.", _PLACE),
        "StorefrontLocation": ("What `locations.search(query)` and `locations.subdistricts(city_id)` list.", _PLACE),
        "StorefrontShippingOption": (
            "What `checkout.shipping_options()` lists, and `checkout.ship_with` takes.",
            {
                "cost": "What it costs. `Money.of` reads it.",
                "courier_aggregator_code": "Part of what names the option at the service.",
                "courier_code": "The courier, e.g. `jne`.",
                "courier_service_id": "Part of what names the option at the service.",
                "etd": "How long it takes, in the courier's words.",
                "is_cod": "Whether it can be paid on delivery.",
                "logo_url": "The address of the courier's picture.",
                "name": "Courier and service, to show.",
                "service_code": "The courier's name of the service.",
                "warehouse_unique_id": "Where it is sent from; part of what names the option.",
            },
        ),
        "StorefrontPaymentMethod": (
            "What `checkout.payment_methods()` lists.",
            {
                "code": "What `checkout.pay_with` takes, e.g. `va_bca`.",
                "description": "The store's words to the shopper.",
                "enabled": "Whether the store offers it now.",
                "label": "To show.",
                "metadata": "What else the store keeps with it.",
                "requires_redirect": "Whether it is paid on another page.",
            },
        ),
    },
    "The customer": {
        "CustomerProfile": (
            "`customer` of what `account.profile()` gives.",
            {
                "avatar": "The address of a picture.",
                "bio_description": "What they wrote about themselves.",
                "business_id": "The number of the business that the store belongs to.",
                "confirmed_at": "When the e-mail address was confirmed.",
                "created_at": "When the account was made.",
                "date_of_birth": "A day. Personal.",
                "email": "What they sign in with. Personal.",
                "id": "Their number at the service.",
                "is_unsubscribe": "Whether they want no mail.",
                "last_updated_at": "When it changed last.",
                "name": "Personal.",
                "phone": "Digits with the country code. Personal.",
                "sex": "Personal.",
                "status": "How the account stands, e.g. `confirmed`.",
            },
        ),
        "CustomerAddress": (
            "What `account.addresses()` lists, and `checkout.deliver_to_saved` takes.",
            {
                "address": "Street and number. Personal.",
                "email": "Of who receives it. Personal.",
                "id": "What `account.address`, `update_address` and `remove_address` take.",
                "location": "`id` (the location id), `subdistrict_name`, `city_name`, `province_name`.",
                "name": "Of who receives it. Personal.",
                "notes": "What the courier should know. Personal.",
                "phone": "Of who receives it. Personal.",
                "postal_code": "None where it was left out.",
            },
        ),
    },
}
