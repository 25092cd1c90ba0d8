"""The version of the program, apart from all that asks for it."""

__version__ = "0.1.0"
