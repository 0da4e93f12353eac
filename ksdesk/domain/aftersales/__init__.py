"""After-sales (售后): who must answer whom, and by when."""
