"""What contributors run beside the program; not part of it."""
