"""The exports floor."""
