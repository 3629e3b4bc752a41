"""Records in, records and findings out; called by name in `papergarden.pipeline`."""
