/*
 * A fault for one program: while the file /run/no-firmware exists, no adapter can be powered up, with the
 * error that drivers give when the file of their firmware is missing. Loaded with LD_PRELOAD.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdarg.h>
#include <unistd.h>

/* HCIDEVUP of the kernel's include/net/bluetooth/hci_sock.h: _IOW('H', 201, int). */
static const unsigned long power_up = 0x400448c9;

int ioctl(int descriptor, unsigned long request, ...)
{
    va_list rest;
    va_start(rest, request);
    void *argument = va_arg(rest, void *);
    va_end(rest);
    if (request == power_up && access("/run/no-firmware", F_OK) == 0) {
        errno = ENOENT;
        return -1;
    }
    int (*real)(int, unsigned long, ...) = dlsym(RTLD_NEXT, "ioctl");
    return real(descriptor, request, argument);
}
