"""The shapes that ledgers had, in order: how each becomes the next."""
