// ProvinceService
