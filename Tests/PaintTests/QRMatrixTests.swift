import Guidance
import Paint
import Testing

@Suite struct QRMatrixTests {
    @Test("the install address in capitals needs 25 modules, in small letters 29")
    func modules() throws {
        let code = GuidancePage.install.code
        #expect(try QRMatrix(code.text).width == 25)
        #expect(try QRMatrix(code.text).width == code.modules)
        #expect(try QRMatrix(code.text.lowercased()).width == 29)
    }

    @Test("the finder patterns stand in three corners")
    func finders() throws {
        let matrix = try QRMatrix("A")
        let last = matrix.width - 1
        func dark(_ x: Int, _ y: Int) -> Bool { matrix.dark[y * matrix.width + x] }
        #expect(dark(0, 0) && dark(last, 0) && dark(0, last))
        #expect(!dark(1, 1) && !dark(last - 1, 1) && !dark(1, last - 1))
    }
}
