"""The recorded flows, asynchronous half."""
