# Rendered from facade/nexus_storefront/webhooks/_async/__init__.py by scripts/unasync.py; edit that file.
"""The synchronous half."""
