"""What Tab can add to a line that is being typed, and how it is set up in a shell."""
