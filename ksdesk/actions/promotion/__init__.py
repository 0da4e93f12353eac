"""推广: plans of the paid ways, and what they brought."""
