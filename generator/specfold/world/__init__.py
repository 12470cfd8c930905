"""The rim: disk, formatter, git and installed versions; the only modules that touch the world. Decides nothing."""
