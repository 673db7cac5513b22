import Datasets
import Tensors
import Testing

@Suite("Images")
struct ImagesTests {
  /// Three images `[2, 1, 2]`.
  let images = Images(bytes: [0, 51, 102, 153, 204, 255, 1, 2, 3, 4, 5, 6], shape: [2, 1, 2])

  @Test("become float32 tensors between 0 and 1, in the order asked for")
  func pixels() {
    let pixels = images.pixels(at: [1, 0, 1])
    let second = [Float(204) / 255, 1, Float(1) / 255, Float(2) / 255]
    let first: [Float] = [0, Float(51) / 255, Float(102) / 255, Float(153) / 255]
    #expect(pixels == Tensor(shape: [3, 2, 1, 2], float32s: second + first + second))
    #expect(images.pixels(in: 1..<3) == images.pixels(at: [1, 2]))
  }

  @Test("of no index are a tensor without rows")
  func noPixels() {
    #expect(images.pixels(at: []).shape == [0, 2, 1, 2])
    #expect(images.bytes(in: 3..<3) == [])
    #expect(Images(bytes: [], shape: [3, 32, 32]).count == 0)
  }

  @Test("survive the way through bytes, without labels")
  func roundTrip() {
    let copy = Images(bytes: images.bytes(in: 1..<3), shape: images.shape)
    #expect(copy.count == 2)
    #expect(copy.pixels(in: 0..<2) == images.pixels(in: 1..<3))
  }

  @Test("share their bytes with their subsets")
  func sharing() {
    let subset = images.subset([2, 0]).subset([1, 1, 0])
    #expect(subset.count == 3)
    #expect(subset.bytes(in: 2..<3) == images.bytes(in: 2..<3))
    let address = images.withBytes(ofImage: 0) { $0.baseAddress }
    #expect(subset.withBytes(ofImage: 0) { $0.baseAddress } == address)
    #expect(subset.withBytes(ofImage: 1) { $0.baseAddress } == address)
  }

  @Test("outlive the set they were cut from")
  func lifetime() {
    var all: LabeledImages? = SyntheticCIFAR10.training(count: 10, seed: 1)
    let bytes = all!.bytes(in: 4..<5)
    let one = all!.subset([4])
    all = nil
    #expect(one.bytes(in: 0..<1) == bytes)
  }

  @Test("trap unless the bytes are a whole number of them")
  func wholeNumber() async {
    await #expect(processExitsWith: .failure) {
      _ = Images(bytes: [1, 2, 3], shape: [1, 1, 2])
    }
  }

  @Test("trap, and say so, when there is none of the number asked for")
  func missingImage() async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Images(bytes: [1, 2], shape: [1, 1, 1]).pixels(at: [2])
    }
    let words = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(words.contains("Images: there is no image 2 among 2"))
  }
}
