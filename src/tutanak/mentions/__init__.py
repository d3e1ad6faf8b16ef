"""The mentions floor."""
