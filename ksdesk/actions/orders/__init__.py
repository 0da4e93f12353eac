"""Orders: what is to be shipped, and the verbs of it."""
