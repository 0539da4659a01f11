"""Compare two OpenAPI 3.0 documents from the seat of the client that talks to the service."""
