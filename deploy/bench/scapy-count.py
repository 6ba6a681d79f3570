"""Dissects the first N records of a btsnoop capture (H4) with scapy.

Prints the advertising reports found and the processor seconds taken, without the time of importing scapy.
"""

import struct
import sys
import time

from scapy.layers.bluetooth import HCI_Hdr, HCI_LE_Meta_Advertising_Reports

path, limit = sys.argv[1], int(sys.argv[2])
begin = time.process_time()
reports = 0
with open(path, "rb") as capture:
    capture.read(16)
    for _ in range(limit):
        header = capture.read(24)
        if len(header) < 24:
            break
        packet = capture.read(struct.unpack(">I", header[4:8])[0])
        event = HCI_Hdr(packet).getlayer(HCI_LE_Meta_Advertising_Reports)
        if event is not None:
            reports += len(event.reports)
print(reports, time.process_time() - begin)
