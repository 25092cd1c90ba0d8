"""For those who keep the records: check them, write new ones, see what is old or missing."""
