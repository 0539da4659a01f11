"""The pinned contract: its operations, and what it says of a value. Knows nothing of the shop."""
