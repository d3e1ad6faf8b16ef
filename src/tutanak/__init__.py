"""tutanak: reads news reports about relations between states and writes their minutes."""
