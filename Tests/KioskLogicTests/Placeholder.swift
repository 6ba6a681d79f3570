// KioskLogic
