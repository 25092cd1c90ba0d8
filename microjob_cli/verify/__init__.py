"""Looks at the sources again. The only code of the program that opens a connection."""
