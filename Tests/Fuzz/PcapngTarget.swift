/// Reads an input as a capture; the seeds and what is bred from them are pcapng files.
@_cdecl("LLVMFuzzerTestOneInput")
package func readPcapng(_ start: UnsafeRawPointer?, _ count: Int) -> CInt {
    readCapture(start, count)
    return 0
}
