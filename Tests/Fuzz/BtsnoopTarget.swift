/// Reads an input as a capture; the seeds and what is bred from them are btsnoop files.
@_cdecl("LLVMFuzzerTestOneInput")
package func readBtsnoop(_ start: UnsafeRawPointer?, _ count: Int) -> CInt {
    readCapture(start, count)
    return 0
}
