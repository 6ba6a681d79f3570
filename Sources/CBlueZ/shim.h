#pragma once
// libbluetooth's headers, and the ioctl numbers that Swift cannot import.

#include <bluetooth/bluetooth.h>
#include <bluetooth/hci.h>
#include <bluetooth/hci_lib.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

/// ioctl(2), HCIDEVUP: power an adapter up.
static inline int CBlueZ_device_up(int socket, int device) {
    return ioctl(socket, HCIDEVUP, device);
}

/// setsockopt(2), HCI_FILTER: let only LE meta events through.
static inline int CBlueZ_filter_le_events(int socket) {
    struct hci_filter filter;
    hci_filter_clear(&filter);
    hci_filter_set_ptype(HCI_EVENT_PKT, &filter);
    hci_filter_set_event(EVT_LE_META_EVENT, &filter);
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
