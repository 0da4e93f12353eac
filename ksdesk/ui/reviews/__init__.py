"""The page 复盘: lives and videos looked back at, and fans."""
