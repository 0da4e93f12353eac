"""保证产品品质: the check of a product before it is listed."""
