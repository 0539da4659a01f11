"""The asynchronous half, written by hand; `_sync` is rendered from it."""
