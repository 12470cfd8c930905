"""What the benchmarks of the clients share: a server of its own process, the peers, the table; measures nothing itself."""
