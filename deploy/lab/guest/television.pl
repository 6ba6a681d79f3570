#!/usr/bin/perl
# A television on a CEC adapter: it stands by, is lit, and says which, as far as it was told.
# Usage: television.pl DEVICE   lines on standard output say what it heard; ends with SIGTERM.
# The layouts are struct cec_log_addrs (92 bytes) and struct cec_msg (56 bytes) of linux/cec.h.
use strict;
use warnings;

$| = 1;
open my $device, '+<', $ARGV[0] or die "$ARGV[0]: $!\n";

# Logical address 0: CEC version 1.4, primary device type and address type TV, all device types TV.
my $none = "\0" x 92;
ioctl $device, 0xC05C6104, $none or die "giving the address back: $!\n";
my $television = pack 'C4 S C C L L a15 C4 C4 C4 x48 x1', (0) x 4, 0, 5, 1, 0xffffffff, 0, 'Lab', (0) x 4,
    (0) x 4, 0x80, 0, 0, 0;
ioctl $device, 0xC05C6104, $television or die "claiming the address: $!\n";
# CEC_MODE_INITIATOR and CEC_MODE_FOLLOWER.
my $mode = pack 'L', 0x11;
ioctl $device, 0x40046109, $mode or die "following: $!\n";

# 0 on, 1 standby
my $power = 1;
print "here\n";
while (1) {
    my $message = "\0" x 56;
    ioctl $device, 0xC0386106, $message or next;
    my ($length, @bytes) = (unpack 'L', substr $message, 16, 4);
    @bytes = unpack "C$length", substr $message, 32, $length;
    my ($from, $opcode) = ($bytes[0] >> 4, $bytes[1] // next);
    printf "%s\n", join ' ', map { sprintf '%02X', $_ } @bytes;
    $power = 0 if $opcode == 0x04;
    $power = 1 if $opcode == 0x36;
    next unless $opcode == 0x8f;
    my $reply = pack 'Q Q L L L L C16 C8', 0, 0, 3, 0, 0, 0, $from, 0x90, $power, (0) x 13, (0) x 8;
    ioctl $device, 0xC0386105, $reply or print "no reply sent: $!\n";
}
