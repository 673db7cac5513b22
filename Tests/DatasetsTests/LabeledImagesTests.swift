import Datasets
import Tensors
import Testing

@Suite("Labeled images")
struct LabeledImagesTests {
  /// A hundred images `[1, 1, 1]`: image i is the byte i, of class i mod 3.
  let data = LabeledImages(
    images: Images(bytes: Array(0..<100), shape: [1, 1, 1]),
    labels: (0..<100).map { $0 % 3 },
    classNames: ["zero", "one", "two"])

  /// The bytes of all images, which tell them apart.
  func bytes(_ data: LabeledImages) -> [UInt8] { data.bytes(in: 0..<data.count) }

  @Test("keep their labels in a subset")
  func subset() {
    let subset = data.subset([7, 7, 99, 0])
    #expect(subset.labels == [1, 1, 0, 0])
    #expect(bytes(subset) == [7, 7, 99, 0])
    #expect(subset.classNames == data.classNames)
  }

  @Test("are split into disjoint parts that hold every image once, with its label")
  func split() {
    var generator = SeededGenerator(seed: 3)
    let (training, validation) = data.split(validationCount: 20, using: &generator)
    #expect(training.count == 80)
    #expect(validation.count == 20)
    #expect((bytes(training) + bytes(validation)).sorted() == Array(0..<100))
    #expect(bytes(training) + bytes(validation) != Array(0..<100))
    #expect(training.labels == bytes(training).map { Int($0) % 3 })
    #expect(validation.labels == bytes(validation).map { Int($0) % 3 })
  }

  @Test("are split alike by generators of one seed, and otherwise by those of another")
  func seeds() {
    func validation(_ seed: UInt64) -> [UInt8] {
      var generator = SeededGenerator(seed: seed)
      return bytes(data.split(validationFraction: 0.2, using: &generator).validation)
    }
    #expect(validation(1) == validation(1))
    #expect(validation(1) != validation(2))
  }

  @Test(
    "are split at the nearest whole image",
    arguments: [(0.0, 0), (0.104, 10), (0.106, 11), (1.0, 100)])
  func fraction(_ fraction: Double, _ count: Int) {
    var generator = SeededGenerator(seed: 1)
    let (training, validation) = data.split(validationFraction: fraction, using: &generator)
    #expect(validation.count == count)
    #expect(training.count == 100 - count)
  }

  @Test("trap when a label has no name")
  func namelessLabel() async {
    await #expect(processExitsWith: .failure) {
      let images = Images(bytes: [1], shape: [1, 1, 1])
      _ = LabeledImages(images: images, labels: [2], classNames: ["zero", "one"])
    }
  }
}
