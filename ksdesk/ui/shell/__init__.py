"""The window, jobs, changes, questions, theme: what every page stands on."""
