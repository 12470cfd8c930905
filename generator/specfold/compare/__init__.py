"""Documents compared: two become changes with witnesses, many become a matrix. Reads no files and prints nothing."""
