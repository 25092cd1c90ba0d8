"""How fast `microjob` answers, as ratios to what its libraries cost by themselves. Run with `python -m benchmarks`."""
