"""What can be said against a finished library: `Library -> Finding`."""
