"""举证材料: a case as one PDF or a folder, for the platform when it steps in."""
