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

  @Test func `large blocks begin at different places of a page and are used again`() {
    var recycler = Recycler()
    let size = SizeClass(byteCount: 3 << 20)
    let blocks = (0..<8).map { _ in recycler.take(size) }
    let addresses = blocks.map { UInt(bitPattern: $0.start) }
    #expect(Set(addresses.map { $0 % 4096 }).count == 8)
    #expect(addresses.allSatisfy { $0 % 64 == 0 })
    for block in blocks {
      block.start.initializeMemory(as: UInt8.self, repeating: 1, count: block.capacity)
    }
    #expect(blocks.allSatisfy { recycler.keep($0) })
    let again = (0..<8).map { _ in recycler.take(size) }
    #expect(Set(again.map(\.start)) == Set(blocks.map(\.start)))
    for block in again { block.deallocate() }
  }
}
