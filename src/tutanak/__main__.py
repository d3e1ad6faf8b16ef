"""`python -m tutanak`: the same as the command `tutanak`."""

from tutanak.cli import main

if __name__ == "__main__":
    main()
