"""The command line: one module a command; arguments in, exit code out. Only here is anything printed or an error caught."""
