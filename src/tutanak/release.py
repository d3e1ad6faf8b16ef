"""The version of the program, where every floor can ask for it."""

VERSION = "0.1.0"
