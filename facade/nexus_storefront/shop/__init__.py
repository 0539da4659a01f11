"""The shop: puts the parts together."""
