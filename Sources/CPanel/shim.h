#pragma once
// The kernel's interfaces to panels beside DRM: framebuffers, SPI and CEC. Their ioctl numbers are
// macros that Swift does not import.

#include <linux/cec.h>
#include <linux/fb.h>
#include <linux/spi/spidev.h>
#include <stdint.h>
#include <string.h>
#include <sys/ioctl.h>

// ---- framebuffers, linux/fb.h

static inline int CPanel_fb_fixed(int fd, struct fb_fix_screeninfo *info) {
    return ioctl(fd, FBIOGET_FSCREENINFO, info);
}

static inline int CPanel_fb_variable(int fd, struct fb_var_screeninfo *info) {
    return ioctl(fd, FBIOGET_VSCREENINFO, info);
}

/// FBIOBLANK: lights the panel, or ends its signal and its backlight.
static inline int CPanel_fb_blank(int fd, int is_lit) {
    return ioctl(fd, FBIOBLANK, (unsigned long)(is_lit ? FB_BLANK_UNBLANK : FB_BLANK_POWERDOWN));
}

// ---- SPI, linux/spi/spidev.h

/// Sets the mode (0 to 3), words of 8 bits and the highest speed in Hz.
static inline int CPanel_spi_setup(int fd, uint8_t mode, uint32_t speed) {
    uint8_t bits = 8;
    if (ioctl(fd, SPI_IOC_WR_MODE, &mode) < 0) return -1;
    if (ioctl(fd, SPI_IOC_WR_BITS_PER_WORD, &bits) < 0) return -1;
    return ioctl(fd, SPI_IOC_WR_MAX_SPEED_HZ, &speed);
}

/// SPI_IOC_MESSAGE with one transfer that is only written; EMSGSIZE beyond spidev's bufsiz.
static inline int CPanel_spi_send(int fd, const void *bytes, uint32_t count) {
    struct spi_ioc_transfer transfer;
    memset(&transfer, 0, sizeof transfer);
    transfer.tx_buf = (uint64_t)(uintptr_t)bytes;
    transfer.len = count;
    return ioctl(fd, SPI_IOC_MESSAGE(1), &transfer);
}

// ---- CEC, linux/cec.h

/// Whether the adapter transmits and may be given its logical address by us; negative on errors.
static inline int CPanel_cec_can_speak(int fd) {
    struct cec_caps caps = {0};
    if (ioctl(fd, CEC_ADAP_G_CAPS, &caps) < 0) return -1;
    return (caps.capabilities & CEC_CAP_TRANSMIT) != 0;
}

/// The physical address that the adapter has from the panel's EDID; CEC_PHYS_ADDR_INVALID without.
static inline int CPanel_cec_physical(int fd, uint16_t *address) {
    return ioctl(fd, CEC_ADAP_G_PHYS_ADDR, address);
}

/// The logical address the adapter has claimed, CEC_LOG_ADDR_INVALID while there is none.
static inline int CPanel_cec_logical(int fd, uint8_t *address) {
    struct cec_log_addrs all;
    memset(&all, 0, sizeof all);
    if (ioctl(fd, CEC_ADAP_G_LOG_ADDRS, &all) < 0) return -1;
    *address = all.num_log_addrs > 0 ? all.log_addr[0] : CEC_LOG_ADDR_INVALID;
    return 0;
}

/// CEC_ADAP_S_LOG_ADDRS: claims the address of a playback device; waits until that is done.
static inline int CPanel_cec_claim(int fd, const char *name) {
    struct cec_log_addrs all;
    memset(&all, 0, sizeof all);
    // An adapter that has addresses refuses others until they are given back.
    if (ioctl(fd, CEC_ADAP_S_LOG_ADDRS, &all) < 0) return -1;
    memset(&all, 0, sizeof all);
    all.num_log_addrs = 1;
    all.cec_version = CEC_OP_CEC_VERSION_1_4;
    all.vendor_id = CEC_VENDOR_ID_NONE;
    all.primary_device_type[0] = CEC_OP_PRIM_DEVTYPE_PLAYBACK;
    all.log_addr_type[0] = CEC_LOG_ADDR_TYPE_PLAYBACK;
    strncpy(all.osd_name, name, sizeof all.osd_name - 1);
    return ioctl(fd, CEC_ADAP_S_LOG_ADDRS, &all);
}

/// CEC_TRANSMIT, which waits for the acknowledgement and for a reply where one is wanted (0: none).
///
/// `bytes` has 16 places; the reply's bytes come back in it. `sent` and `answered` get tx_status and
/// rx_status.
static inline int CPanel_cec_transmit(
    int fd, uint8_t *bytes, uint32_t *count, uint8_t reply, uint32_t wait_ms, uint8_t *sent,
    uint8_t *answered) {
    struct cec_msg message;
    memset(&message, 0, sizeof message);
    if (*count > sizeof message.msg) return -1;
    memcpy(message.msg, bytes, *count);
    message.len = *count;
    message.reply = reply;
    message.timeout = reply ? wait_ms : 0;
    int result = ioctl(fd, CEC_TRANSMIT, &message);
    *sent = message.tx_status;
    *answered = message.rx_status;
    if (result == 0 && reply) {
        memcpy(bytes, message.msg, sizeof message.msg);
        *count = message.len;
    }
    return result;
}
