#pragma once
// What Glibc's Swift module does not give: variadic calls and calls behind feature macros.

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <sys/timex.h>
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

/// prlimit(2): lets a process write cores as large as its hard limit allows; -1 where that is nothing.
static inline int CLinux_allow_core(pid_t process) {
    uint64_t limit[2];
    if (syscall(SYS_prlimit64, process, RLIMIT_CORE, NULL, limit) < 0 || limit[1] == 0) return -1;
    limit[0] = limit[1];
    return (int)syscall(SYS_prlimit64, process, RLIMIT_CORE, limit, NULL);
}

/// posix_spawn_file_actions_addchdir_np(3), which the header hides without _GNU_SOURCE.
static inline int CLinux_spawn_in(posix_spawn_file_actions_t *actions, const char *folder) {
    extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *, const char *);
    return posix_spawn_file_actions_addchdir_np(actions, folder);
}

/// adjtimex(2) without a change: 1 when the kernel's clock is kept right by somebody, else 0.
static inline int CLinux_is_clock_synchronised(void) {
    struct timex query = {0};
    int state = adjtimex(&query);
    return state >= 0 && state != TIME_ERROR;
}

/// environ(7): this process's environment, ended by a null.
static inline char **CLinux_environment(void) {
    extern char **environ;
    return environ;
}

/// Overwrites the stack below the caller's frame, where calls that returned left their copies.
static inline __attribute__((noinline)) void CLinux_scrub_stack(void) {
    char room[16384];
    explicit_bzero(room, sizeof room);
}

/// The same for calls that go deep.
static inline __attribute__((noinline)) void CLinux_scrub_stack_deeply(void) {
    char room[131072];
    explicit_bzero(room, sizeof room);
}

/// bind(2) to a port of 127.0.0.1 that the kernel chooses, then listen(2) and getsockname(2).
///
/// Gives the port, or -1 with errno.
static inline int CLinux_listen_on_loopback(int socket) {
    struct sockaddr_in address = {.sin_family = AF_INET};
    socklen_t length = sizeof address;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (bind(socket, (struct sockaddr *)&address, length) < 0 || listen(socket, 16) < 0
        || getsockname(socket, (struct sockaddr *)&address, &length) < 0)
        return -1;
    return ntohs(address.sin_port);
}
