"""Turn a normal document into the files of a client; the two generators stand behind one adapter module each."""
