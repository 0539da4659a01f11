"""The hand on the sandbox: in Python, over HTTP, and as a page in the browser."""
