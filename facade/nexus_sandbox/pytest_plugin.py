"""Pytest fixtures: a running sandbox store and a client connected to it."""
