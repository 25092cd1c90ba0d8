"""Random records, command lines and questions, and a judge of what the program makes of them."""
