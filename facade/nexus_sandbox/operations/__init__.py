"""The operations of the storefront side, one module per topic. Importing this package registers them all."""

from . import account, auth, cart, catalog, locations

__all__ = ["account", "auth", "cart", "catalog", "locations"]
