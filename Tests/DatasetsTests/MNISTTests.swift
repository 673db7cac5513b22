import Datasets
import Foundation
import Testing

@Suite("The MNIST reader")
struct MNISTTests {
  let folder: TemporaryFolder
  static let images = "t10k-images-idx3-ubyte"
  static let labels = "t10k-labels-idx1-ubyte"

  /// A test set of the right size: black images of zeros.
  init() throws {
    folder = try TemporaryFolder()
    try folder.write([0, 0, 8, 3] + Self.lengths(10_000, 28, 28), to: Self.images)
    try folder.resize(Self.images, to: 16 + 7_840_000)
    try folder.write([0, 0, 8, 1] + Self.lengths(10_000), to: Self.labels)
    try folder.resize(Self.labels, to: 8 + 10_000)
  }

  static func lengths(_ lengths: Int...) -> [UInt8] {
    lengths.flatMap { withUnsafeBytes(of: UInt32($0).bigEndian, Array.init) }
  }

  func path(_ file: String) -> String { "\(folder.path)/\(file)" }

  @Test("reads images row by row, each with its label")
  func reading() throws {
    try folder.overwrite([10, 20], at: 16 + 7 * 784 + 28, of: Self.images)
    try folder.overwrite([9], at: 8 + 7, of: Self.labels)
    for set in [try MNIST.test(in: folder.path), try FashionMNIST.test(in: folder.path)] {
      #expect(set.count == 10_000)
      #expect(set.imageShape == [1, 28, 28])
      #expect(set.labels[7] == 9)
      #expect(set.labels.count { $0 != 0 } == 1)
      #expect(set.bytes(in: 7..<8).prefix(30).suffix(3) == [0, 10, 20])
    }
    #expect(try FashionMNIST.test(in: folder.path).classNames[9] == "ankle boot")
  }

  @Test("names what is missing, and what is there but packed")
  func missing() throws {
    #expect(throws: DatasetError.missingFile(path("train-images-idx3-ubyte"))) {
      try MNIST.training(in: folder.path)
    }
    try folder.write([0x1F, 0x8B], to: "train-images-idx3-ubyte.gz")
    #expect(throws: DatasetError.packed(file: path("train-images-idx3-ubyte.gz"))) {
      try MNIST.training(in: folder.path)
    }
    #expect(throws: DatasetError.missingFolder(path("none"))) {
      try MNIST.training(in: path("none"))
    }
  }

  @Test("refuses a label above 9, and says which")
  func badLabel() throws {
    try folder.overwrite([10], at: 8 + 4_321, of: Self.labels)
    #expect(
      throws: DatasetError.badLabel(file: path(Self.labels), record: 4_321, label: 10)
    ) { try MNIST.test(in: folder.path) }
  }

  @Test("refuses arrays of another type, shape or length")
  func otherArray() throws {
    func refuses(
      _ file: String, _ shape: [Int], _ type: IDX.ElementType, _ expected: [Int?]
    ) {
      let error = DatasetError.otherArray(
        file: path(file), elementType: type, shape: shape, expected: expected)
      #expect(throws: error) { try MNIST.test(in: folder.path) }
    }
    try folder.overwrite([0, 0, 9], at: 0, of: Self.images)
    refuses(Self.images, [10_000, 28, 28], .int8, [10_000, 28, 28])
    try folder.overwrite([0, 0, 8, 3] + Self.lengths(10_000, 14, 56), at: 0, of: Self.images)
    refuses(Self.images, [10_000, 14, 56], .uint8, [10_000, 28, 28])
    try folder.overwrite([0, 0, 8, 3] + Self.lengths(9_999, 28, 28), at: 0, of: Self.images)
    refuses(Self.images, [9_999, 28, 28], .uint8, [10_000, 28, 28])
    try folder.overwrite([0, 0, 8, 3] + Self.lengths(10_000, 28, 28), at: 0, of: Self.images)
    try folder.overwrite([0, 0, 8, 1] + Self.lengths(9_000), at: 0, of: Self.labels)
    refuses(Self.labels, [9_000], .uint8, [10_000])
  }

  @Test(
    "refuses files that are cut short", arguments: [(images, 16 + 7_840_000), (labels, 10_008)])
  func cutShort(_ file: String, _ size: Int) throws {
    try folder.resize(file, to: size - 1)
    #expect(
      throws: DatasetError.wrongSize(file: path(file), bytes: size - 1, expected: .exactly(size))
    ) { try MNIST.test(in: folder.path) }
  }
}
