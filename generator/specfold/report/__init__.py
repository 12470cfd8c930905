"""Results written out as text, JSON and Markdown. Decides nothing: what is grave is said by who found it."""
