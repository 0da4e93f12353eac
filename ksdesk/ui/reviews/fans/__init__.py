"""粉丝: who came, who left, who bought again, and what is done for them."""
