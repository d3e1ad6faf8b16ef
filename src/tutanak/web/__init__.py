"""The ledger in a browser: pages drawn on the server, each also as JSON and CSV; works without JavaScript."""
