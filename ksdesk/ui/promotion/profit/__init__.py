"""利润: what stays of the sales."""
