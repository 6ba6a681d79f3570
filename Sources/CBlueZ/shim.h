#pragma once
// libbluetooth's headers, and the calls and numbers that Swift cannot import.

#include <bluetooth/bluetooth.h>
#include <bluetooth/hci.h>
#include <bluetooth/hci_lib.h>
#include <errno.h>
#include <linux/sock_diag.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

/// ioctl(2), HCIDEVUP: power an adapter up.
static inline int CBlueZ_device_up(int socket, int device) {
    return ioctl(socket, HCIDEVUP, device);
}

/// ioctl(2), HCIDEVDOWN: power an adapter down.
static inline int CBlueZ_device_down(int socket, int device) {
    return ioctl(socket, HCIDEVDOWN, device);
}

/// ioctl(2), HCIDEVRESET: reset an adapter that is up.
static inline int CBlueZ_device_reset(int socket, int device) {
    return ioctl(socket, HCIDEVRESET, device);
}

/// ioctl(2), HCIGETDEVINFO: flags, address and counters of an adapter.
static inline int CBlueZ_device_info(int socket, int device, struct hci_dev_info *info) {
    memset(info, 0, sizeof *info);
    info->dev_id = (uint16_t)device;
    return ioctl(socket, HCIGETDEVINFO, info);
}

/// socket(2): a raw HCI socket of no adapter, for the calls above.
static inline int CBlueZ_open_control(void) {
    return socket(AF_BLUETOOTH, SOCK_RAW | SOCK_CLOEXEC, BTPROTO_HCI);
}

/// socket(2) and bind(2): the management channel; -1 with errno.
static inline int CBlueZ_open_management(void) {
    struct sockaddr_hci address = {
        .hci_family = AF_BLUETOOTH, .hci_dev = HCI_DEV_NONE, .hci_channel = HCI_CHANNEL_CONTROL};
    int number = socket(AF_BLUETOOTH, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, BTPROTO_HCI);
    if (number < 0) return -1;
    if (bind(number, (struct sockaddr *)&address, sizeof address) == 0) return number;
    int reason = errno;
    close(number);
    errno = reason;
    return -1;
}

/// setsockopt(2), HCI_FILTER: let LE meta events and all answers to commands through.
static inline int CBlueZ_filter_listening(int socket) {
    struct hci_filter filter;
    hci_filter_clear(&filter);
    hci_filter_set_ptype(HCI_EVENT_PKT, &filter);
    hci_filter_set_event(EVT_LE_META_EVENT, &filter);
    hci_filter_set_event(EVT_CMD_COMPLETE, &filter);
    hci_filter_set_event(EVT_CMD_STATUS, &filter);
    return setsockopt(socket, SOL_HCI, HCI_FILTER, &filter, sizeof filter);
}

/// setsockopt(2), HCI_FILTER: let only answers to one command through.
static inline int CBlueZ_filter_answers(int socket, uint16_t opcode) {
    struct hci_filter filter;
    hci_filter_clear(&filter);
    hci_filter_set_ptype(HCI_EVENT_PKT, &filter);
    hci_filter_set_event(EVT_CMD_COMPLETE, &filter);
    hci_filter_set_event(EVT_CMD_STATUS, &filter);
    hci_filter_set_opcode(htobs(opcode), &filter);
    return setsockopt(socket, SOL_HCI, HCI_FILTER, &filter, sizeof filter);
}

/// setsockopt(2), SO_RCVBUFFORCE, or SO_RCVBUF where the privilege is missing.
static inline int CBlueZ_receive_buffer(int socket, int bytes) {
    if (setsockopt(socket, SOL_SOCKET, SO_RCVBUFFORCE, &bytes, sizeof bytes) == 0) return 0;
    return setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
}

/// getsockopt(2), SO_MEMINFO: packets that found no room in the socket; -1 when the kernel does not tell.
///
/// HCI sockets ignore SO_RXQ_OVFL, but the kernel counts what it drops for every socket.
static inline long CBlueZ_dropped(int socket) {
    uint32_t values[SK_MEMINFO_VARS] = {0};
    socklen_t length = sizeof values;
    if (getsockopt(socket, SOL_SOCKET, SO_MEMINFO, values, &length) < 0) return -1;
    return length > SK_MEMINFO_DROPS * sizeof values[0] ? (long)values[SK_MEMINFO_DROPS] : -1;
}

/// setsockopt(2), HCI_TIME_STAMP: let the kernel say when each packet came.
static inline int CBlueZ_stamp_packets(int socket) {
    int on = 1;
    return setsockopt(socket, SOL_HCI, HCI_TIME_STAMP, &on, sizeof on);
}

/// Most packets that are taken at once.
enum { CBlueZ_batch = 64 };

/// A packet that was taken: its length, and when it came in microseconds since 1970, 0 if not told.
struct CBlueZ_packet {
    int64_t came;
    uint32_t length;
};

/// recvmmsg(2) without waiting: takes up to CBlueZ_batch packets into slots of so many bytes each.
///
/// Gives their number, or -1 with errno. Called by number, since the header hides it without _GNU_SOURCE.
static inline long CBlueZ_receive(
    int socket, void *room, size_t slot, struct CBlueZ_packet *packets) {
    struct { struct msghdr header; unsigned length; } messages[CBlueZ_batch];
    struct iovec places[CBlueZ_batch];
    union { struct cmsghdr header; char bytes[CMSG_SPACE(sizeof(struct timeval))]; } told[CBlueZ_batch];
    for (size_t i = 0; i < CBlueZ_batch; i++) {
        places[i] = (struct iovec){.iov_base = (char *)room + i * slot, .iov_len = slot};
        messages[i].header = (struct msghdr){.msg_iov = &places[i],
                                             .msg_iovlen = 1,
                                             .msg_control = &told[i],
                                             .msg_controllen = sizeof told[i]};
    }
    long count = syscall(SYS_recvmmsg, socket, messages, CBlueZ_batch, MSG_DONTWAIT, NULL);
    for (long i = 0; i < count; i++) {
        packets[i].length = messages[i].length;
        packets[i].came = 0;
        struct msghdr *header = &messages[i].header;
        for (struct cmsghdr *part = CMSG_FIRSTHDR(header); part; part = CMSG_NXTHDR(header, part)) {
            if (part->cmsg_level != SOL_HCI || part->cmsg_type != HCI_CMSG_TSTAMP) continue;
            struct timeval time;
            memcpy(&time, CMSG_DATA(part), sizeof time);
            packets[i].came = (int64_t)time.tv_sec * 1000000 + time.tv_usec;
        }
    }
    return count;
}
