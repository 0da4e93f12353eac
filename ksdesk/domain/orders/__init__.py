"""Orders (订单): when they must be shipped."""
