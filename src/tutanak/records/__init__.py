"""The records floor."""
