"""Products, prices, delivery locations and discount codes."""
