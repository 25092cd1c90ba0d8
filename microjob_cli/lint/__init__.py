"""Rules for those who keep the records: what is wrong with them beyond their form, and how it can be mended."""
