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
