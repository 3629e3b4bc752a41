"""Pure functions on strings; standard library and ftfy only."""
