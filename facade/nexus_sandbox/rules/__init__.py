"""What the shop does, over the store alone: nothing of HTTP, nothing of the contract's schemas."""
