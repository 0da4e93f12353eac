"""效果: what each way really brought, and where the next yuan goes, if anywhere."""
