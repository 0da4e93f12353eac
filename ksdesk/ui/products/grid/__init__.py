"""表格编辑: products cell by cell."""
