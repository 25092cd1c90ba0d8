"""How questions in free words are understood: spellings, names, amounts, intents."""
