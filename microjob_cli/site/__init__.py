"""The records as a site of pages, in each language: for a phone, without the program."""
