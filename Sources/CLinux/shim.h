#pragma once
// What Glibc's Swift module does not give: variadic calls and calls behind feature macros.

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/// open(2) with a mode.
static inline int CLinux_open(const char *path, int flags, mode_t mode) {
    return open(path, flags, mode);
}

/// prctl(2), PR_SET_DUMPABLE: whether a core of this process may be written.
static inline int CLinux_set_dumpable(int dumpable) {
    return prctl(PR_SET_DUMPABLE, dumpable, 0, 0, 0);
}
