"""抽样: new fans looked at one by one."""
