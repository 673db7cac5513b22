import Kernels
import Testing

@Suite struct `Kernels` {
  @Test func `a product writes nothing past its result`() {
    let entries = (0..<1000).map { Float($0) }
    for m in 1...9 {
      for n in [1, 2, 8, 10, 23, 24, 25] {
        for (rowStride, columnStride) in [(5, 1), (1, 9)] {
          var result = [Float](repeating: -1, count: m * n + 40)
          entries.withUnsafeBufferPointer { source in
            result.withUnsafeMutableBufferPointer { target in
              guard let x = source.baseAddress, let z = target.baseAddress else { return }
              multiply(
                Strided(start: x, rowStride: rowStride, columnStride: columnStride),
                Strided(start: x, rowStride: n, columnStride: 1), m: m, n: n, k: 5, into: z)
            }
          }
          #expect(result[..<(m * n)].allSatisfy { $0 >= 0 })
          #expect(result[(m * n)...].allSatisfy { $0 == -1 })
        }
      }
    }
  }
}
