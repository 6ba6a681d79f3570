#pragma once
// What Glibc's Swift module does not give: variadic calls and calls behind feature macros.

#include <errno.h>
#include <fcntl.h>
#include <linux/netlink.h>
#include <netinet/in.h>
#include <signal.h>
#include <spawn.h>
#include <stddef.h>
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
#include <sys/un.h>
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

/// socket(2) and bind(2) for the kernel's messages about devices; -1 with errno.
static inline int CLinux_open_uevents(void) {
    struct sockaddr_nl address = {.nl_family = AF_NETLINK, .nl_groups = 1};
    int number = socket(AF_NETLINK, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_KOBJECT_UEVENT);
    if (number >= 0 && bind(number, (struct sockaddr *)&address, sizeof address) < 0) {
        int reason = errno;
        close(number);
        errno = reason;
        return -1;
    }
    return number;
}

/// recvfrom(2) on that socket; gives the sender's number, 0 for the kernel.
static inline ssize_t CLinux_receive_uevent(int number, void *room, size_t size, uint32_t *sender) {
    struct sockaddr_nl address = {0};
    socklen_t length = sizeof address;
    ssize_t count = recvfrom(number, room, size, 0, (struct sockaddr *)&address, &length);
    *sender = length == sizeof address ? address.nl_pid : UINT32_MAX;
    return count;
}

/// sendmsg(2) to a datagram socket, `@` for an abstract one, with a descriptor unless that is negative.
static inline ssize_t CLinux_notify(int number, const char *path, size_t length, const void *text,
                                    size_t size, int descriptor) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    struct iovec piece = {.iov_base = (void *)text, .iov_len = size};
    union {
        char room[CMSG_SPACE(sizeof(int))];
        struct cmsghdr aligned;
    } control = {{0}};
    struct msghdr message = {.msg_name = &address, .msg_iov = &piece, .msg_iovlen = 1};
    if (length >= sizeof address.sun_path) {
        errno = ENAMETOOLONG;
        return -1;
    }
    memcpy(address.sun_path, path, length);
    message.msg_namelen = offsetof(struct sockaddr_un, sun_path) + length + (path[0] != '@');
    if (path[0] == '@') address.sun_path[0] = 0;
    if (descriptor >= 0) {
        message.msg_control = &control;
        message.msg_controllen = sizeof control.room;
        struct cmsghdr *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof(int));
        memcpy(CMSG_DATA(header), &descriptor, sizeof descriptor);
    }
    return sendmsg(number, &message, MSG_NOSIGNAL);
}
