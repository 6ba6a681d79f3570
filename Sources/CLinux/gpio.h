#pragma once
// Lines of GPIO chips through the character device, second version; linux/gpio.h.

#include <errno.h>
#include <linux/gpio.h>
#include <stdint.h>
#include <string.h>
#include <sys/ioctl.h>

/// GPIO_GET_CHIPINFO_IOCTL: how many lines a chip has, or -1 with errno.
static inline int CLinux_gpio_lines(int chip) {
    struct gpiochip_info info = {0};
    if (ioctl(chip, GPIO_GET_CHIPINFO_IOCTL, &info) < 0) return -1;
    return (int)info.lines;
}

/// GPIO_V2_GET_LINEINFO_IOCTL: name and user of a line, each with room for GPIO_MAX_NAME_SIZE (32).
///
/// Gives 1 when somebody has the line, 0 when it is free, -1 with errno.
static inline int CLinux_gpio_line(int chip, uint32_t offset, char *name, char *consumer) {
    struct gpio_v2_line_info info;
    memset(&info, 0, sizeof info);
    info.offset = offset;
    if (ioctl(chip, GPIO_V2_GET_LINEINFO_IOCTL, &info) < 0) return -1;
    memcpy(name, info.name, sizeof info.name);
    memcpy(consumer, info.consumer, sizeof info.consumer);
    name[sizeof info.name - 1] = 0;
    consumer[sizeof info.consumer - 1] = 0;
    return (info.flags & GPIO_V2_LINE_FLAG_USED) != 0;
}

/// GPIO_V2_GET_LINE_IOCTL for one output line: the line's descriptor, or -1 with errno.
static inline int CLinux_gpio_output(
    int chip, uint32_t offset, int is_high, const char *consumer) {
    struct gpio_v2_line_request request;
    memset(&request, 0, sizeof request);
    request.offsets[0] = offset;
    request.num_lines = 1;
    strncpy(request.consumer, consumer, sizeof request.consumer - 1);
    request.config.flags = GPIO_V2_LINE_FLAG_OUTPUT;
    request.config.num_attrs = 1;
    request.config.attrs[0].mask = 1;
    request.config.attrs[0].attr.id = GPIO_V2_LINE_ATTR_ID_OUTPUT_VALUES;
    request.config.attrs[0].attr.values = is_high ? 1 : 0;
    if (ioctl(chip, GPIO_V2_GET_LINE_IOCTL, &request) < 0) return -1;
    return request.fd;
}

/// GPIO_V2_LINE_SET_VALUES_IOCTL for one line.
static inline int CLinux_gpio_set(int line, int is_high) {
    struct gpio_v2_line_values values = {.bits = is_high ? 1 : 0, .mask = 1};
    return ioctl(line, GPIO_V2_LINE_SET_VALUES_IOCTL, &values);
}
