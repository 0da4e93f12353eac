"""备份, 搬家, 店铺: what keeps the books safe, shown in the settings."""
