// KioskService
