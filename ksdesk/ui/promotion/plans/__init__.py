"""计划: what is bought, how it runs, what it brought."""
