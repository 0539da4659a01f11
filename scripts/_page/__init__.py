"""What a page loads: the modules that a program needs, found by running it, in one archive beside Pyodide's core."""
