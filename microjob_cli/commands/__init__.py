"""One verb a file: options in, Result out. Nothing here prints, and no rule of the domain lives here."""
