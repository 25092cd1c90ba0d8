"""Rules for those who keep the records: what is wrong with them beyond their form."""
