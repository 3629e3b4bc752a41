"""Files made from a library: one module a kind of output."""
