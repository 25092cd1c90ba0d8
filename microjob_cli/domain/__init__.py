"""What the program knows: frozen values and pure functions, with no clock, no paths and no input or output."""
