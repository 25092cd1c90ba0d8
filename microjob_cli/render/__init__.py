"""Results -> what is printed. The only home of Rich, and of sentences."""
