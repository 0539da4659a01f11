"""Rendering of the generated package: openapi-python-client's parser, our templates, and the facts the templates need."""
