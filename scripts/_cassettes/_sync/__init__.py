# Rendered from scripts/_cassettes/_async/__init__.py by scripts/unasync.py; edit that file.
"""The recorded flows, synchronous half."""
