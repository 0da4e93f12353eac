"""How long stock lasts, and what to do when something was sold that is not there."""
