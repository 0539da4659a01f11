"""The operations of the storefront side, one module per topic. Importing this package registers them all."""

from . import cart, catalog, locations

__all__ = ["cart", "catalog", "locations"]
