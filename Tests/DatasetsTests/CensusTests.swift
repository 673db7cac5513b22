import Foundation
import Testing

@testable import Datasets

/// Sets of the right sizes, made wrong in one way each. They are small: what holds of 60,000
/// records holds of 600.
@Suite("The census of a set")
struct CensusTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try SyntheticCIFAR10.write(to: folder.path, trainingCount: 500, testCount: 100, seed: 3)
  }

  private func file(_ name: String) -> String { "\(folder.path)/cifar-10-batches-bin/\(name)" }

  private func check() throws {
    try Census(
      of: RecordFolder(
        in: folder.path, classNames: SyntheticCIFAR10.classNames,
        size: .positiveMultiple(of: RecordFolder.recordSize))
    ).check()
  }

  private func change(_ name: String, _ change: (inout [UInt8]) -> Void) throws {
    var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: file(name))))
    change(&bytes)
    try Data(bytes).write(to: URL(fileURLWithPath: file(name)))
  }

  private func copy(_ name: String, over other: String) throws {
    try FileManager.default.removeItem(atPath: file(other))
    try FileManager.default.copyItem(atPath: file(name), toPath: file(other))
  }

  @Test("finds nothing wrong where every image is there once, and every class as often")
  func rightSet() throws {
    #expect(throws: Never.self) { try check() }
  }

  @Test("finds a training file in the place of the test file, and a training file twice")
  func copiedFiles() throws {
    try copy("data_batch_3.bin", over: "test_batch.bin")
    #expect(
      throws: DatasetError.repeatedImages(
        file: file("test_batch.bin"), record: 0, original: file("data_batch_3.bin"),
        originalRecord: 0, count: 100)
    ) { try check() }
    try SyntheticCIFAR10.test(count: 100, seed: 3).records.write(to: file("test_batch.bin"))
    #expect(throws: Never.self) { try check() }

    try copy("data_batch_1.bin", over: "data_batch_4.bin")
    #expect(
      throws: DatasetError.repeatedImages(
        file: file("data_batch_4.bin"), record: 0, original: file("data_batch_1.bin"),
        originalRecord: 0, count: 100)
    ) { try check() }
  }

  @Test("finds images that occur again in another order, under other labels")
  func shuffledCopies() throws {
    let size = RecordFolder.recordSize
    let training = Array(try Data(contentsOf: URL(fileURLWithPath: file("data_batch_2.bin"))))
    try change("test_batch.bin") { bytes in
      for record in 0..<100 {
        let other = 99 - record
        bytes.replaceSubrange(
          record * size + 1..<(record + 1) * size,
          with: training[other * size + 1..<(other + 1) * size])
      }
    }
    #expect(
      throws: DatasetError.repeatedImages(
        file: file("test_batch.bin"), record: 0, original: file("data_batch_2.bin"),
        originalRecord: 99, count: 100)
    ) { try check() }
  }

  @Test("finds zeros, of a whole file and of the end of one")
  func zeros() throws {
    try change("data_batch_5.bin") { bytes in
      for i in 70 * RecordFolder.recordSize..<bytes.count { bytes[i] = 0 }
    }
    #expect(
      throws: DatasetError.repeatedImages(
        file: file("data_batch_5.bin"), record: 71, original: file("data_batch_5.bin"),
        originalRecord: 70, count: 29)
    ) { try check() }
  }

  @Test("finds labels that are all of one class, and names the file", arguments: [0, 9] as [UInt8])
  func oneClass(_ label: UInt8) throws {
    try change("data_batch_2.bin") { bytes in
      for i in stride(from: 0, to: bytes.count, by: RecordFolder.recordSize) { bytes[i] = label }
    }
    #expect(
      throws: DatasetError.wrongClassCount(
        file: file("data_batch_2.bin"), className: SyntheticCIFAR10.classNames[Int(label)],
        images: 100, expected: 9...11)
    ) { try check() }
  }

  @Test("finds a single label of the test file, and of the training files together, that is wrong")
  func oneLabel() throws {
    for (name, place, count) in [
      ("test_batch.bin", file("test_batch.bin"), 10),
      ("data_batch_1.bin", "\(file("data_batch_1.bin")) to data_batch_5.bin", 50),
    ] {
      var old: UInt8 = 0
      try change(name) { (old, $0[0]) = ($0[0], ($0[0] + 1) % 10) }
      let names = SyntheticCIFAR10.classNames
      let error = try #require(throws: DatasetError.self) { try check() }
      guard case .wrongClassCount(place, let className, let images, count...count) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(
        (className, images) == (names[Int(old)], count - 1)
          || (className, images) == (names[Int(old + 1) % 10], count + 1))
      try change(name) { $0[0] = old }
    }
  }

  @Test("lets a few images pass that occur twice: in nobody's hands is the whole set without fault")
  func fewCopies() throws {
    let size = RecordFolder.recordSize
    try change("data_batch_1.bin") { bytes in
      for record in 1...Census.toleratedCopies {
        bytes.replaceSubrange(record * size + 1..<(record + 1) * size, with: bytes[1..<size])
      }
    }
    #expect(throws: Never.self) { try check() }
    try change("data_batch_1.bin") { bytes in
      bytes.replaceSubrange(50 * size + 1..<51 * size, with: bytes[1..<size])
    }
    #expect(throws: DatasetError.self) { try check() }
  }

  @Test("finds the label that is none, and its record")
  func badLabel() throws {
    try change("data_batch_3.bin") { $0[17 * RecordFolder.recordSize] = 10 }
    #expect(
      throws: DatasetError.badLabel(file: file("data_batch_3.bin"), record: 17, label: 10)
    ) { try check() }
  }

  @Test("tells images apart that differ in one bit, wherever it is")
  func digests() {
    var image = [UInt8](repeating: 0, count: RecordFolder.imageSize)
    var digests = Set([image.withUnsafeBytes(RecordDigest.digest)])
    for i in image.indices {
      for bit in [0, 7] {
        image[i] = 1 << bit
        digests.insert(image.withUnsafeBytes(RecordDigest.digest))
      }
      image[i] = 0
    }
    #expect(digests.count == 2 * image.count + 1)
  }
}

extension LabeledImages {
  /// The images in the official format.
  fileprivate var records: Data {
    Data(labels.indices.flatMap { [UInt8(labels[$0])] + bytes(in: $0..<$0 + 1) })
  }
}

extension Data {
  fileprivate func write(to path: String) throws {
    try write(to: URL(fileURLWithPath: path))
  }
}
