import Datasets
import Foundation
import Testing

@Suite("The synthetic CIFAR-10")
struct SyntheticCIFAR10Tests {
  func bytes(_ data: LabeledImages) -> [UInt8] { data.bytes(in: 0..<data.count) }

  /// FNV-1a, 64 bits.
  func checksum(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  @Test("is the same, bit for bit, on every machine")
  func pinned() {
    let training = SyntheticCIFAR10.training(count: 100, seed: 1)
    let test = SyntheticCIFAR10.test(count: 100, seed: 2)
    #expect(checksum(bytes(training)) == 12_171_053_795_771_251_661)
    #expect(checksum(bytes(test)) == 2_317_940_688_150_741_267)
    #expect(training.labels.prefix(10) == [2, 7, 6, 1, 8, 0, 9, 3, 5, 4])
    #expect(test.labels.prefix(10) == [0, 1, 5, 3, 4, 6, 8, 7, 2, 9])
  }

  @Test("has the shape of CIFAR-10 and as many images of each class", arguments: [10, 200])
  func balance(_ count: Int) {
    let data = SyntheticCIFAR10.training(count: count, seed: 4)
    #expect(data.count == count)
    #expect(data.imageShape == [3, 32, 32])
    #expect(data.countsByClass == Array(repeating: count / 10, count: 10))
  }

  @Test("begins, when it is larger, with the smaller one")
  func prefix() {
    let small = SyntheticCIFAR10.test(count: 13, seed: 4)
    let large = SyntheticCIFAR10.test(count: 40, seed: 4)
    #expect(large.labels.prefix(13) == small.labels[...])
    #expect(large.bytes(in: 0..<13) == bytes(small))
  }

  @Test("never repeats an image, in either set or under another seed")
  func distinct() {
    let sets = [
      SyntheticCIFAR10.training(count: 200, seed: 1), SyntheticCIFAR10.test(count: 200, seed: 1),
      SyntheticCIFAR10.training(count: 200, seed: 2), SyntheticCIFAR10.test(count: 200, seed: 2),
    ]
    let images = Set(sets.flatMap { data in (0..<200).map { data.bytes(in: $0..<$0 + 1) } })
    #expect(images.count == 800)
  }

  @Test("uses the whole range of brightness, seldom at its ends")
  func contrast() {
    let data = SyntheticCIFAR10.training(count: 200, seed: 1)
    let statistics = data.channelStatistics()
    #expect(statistics.mean.scalars.allSatisfy { 0.45...0.55 ~= $0 })
    #expect(statistics.deviation.scalars.allSatisfy { 0.18...0.28 ~= $0 })
    let bytes = bytes(data)
    #expect(bytes.count { $0 == 0 || $0 == 255 } < bytes.count / 20)
  }

  @Test("is read back from the folder it was written to")
  func roundTrip() throws {
    let folder = try TemporaryFolder()
    try SyntheticCIFAR10.write(to: folder.path, trainingCount: 23, testCount: 7, seed: 9)
    let training = try SyntheticCIFAR10.training(in: folder.path)
    let test = try SyntheticCIFAR10.test(in: folder.path + "/cifar-10-batches-bin")
    #expect(training.labels == SyntheticCIFAR10.training(count: 23, seed: 9).labels)
    #expect(bytes(training) == bytes(SyntheticCIFAR10.training(count: 23, seed: 9)))
    #expect(test.labels == SyntheticCIFAR10.test(count: 7, seed: 9).labels)
    #expect(bytes(test) == bytes(SyntheticCIFAR10.test(count: 7, seed: 9)))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
  }

  @Test("is never taken for the real one")
  func otherClasses() throws {
    let folder = try TemporaryFolder()
    try SyntheticCIFAR10.write(to: folder.path, trainingCount: 5, testCount: 1, seed: 1)
    let file = "\(folder.path)/cifar-10-batches-bin/batches.meta.txt"
    let error = DatasetError.otherClasses(file: file, names: SyntheticCIFAR10.classNames)
    #expect(throws: error) { try CIFAR10.training(in: folder.path) }
  }

  @Test("refuses a file that is no whole number of records", arguments: [0, 3_072, 3_074])
  func wrongSize(_ size: Int) throws {
    let folder = try TemporaryFolder()
    try SyntheticCIFAR10.write(to: folder.path, trainingCount: 5, testCount: 1, seed: 1)
    try folder.resize("cifar-10-batches-bin/test_batch.bin", to: size)
    let file = "\(folder.path)/cifar-10-batches-bin/test_batch.bin"
    let error = DatasetError.wrongSize(
      file: file, bytes: size, expected: .positiveMultiple(of: 3_073))
    #expect(throws: error) { try SyntheticCIFAR10.test(in: folder.path) }
  }

  @Test("never replaces a set that is already there")
  func existing() throws {
    let folder = try TemporaryFolder()
    try SyntheticCIFAR10.write(to: folder.path, trainingCount: 5, testCount: 1, seed: 1)
    let target = "\(folder.path)/cifar-10-batches-bin"
    #expect(throws: DatasetError.unwritable(file: target, errno: EEXIST)) {
      try SyntheticCIFAR10.write(to: folder.path, trainingCount: 5, testCount: 1, seed: 2)
    }
    let kept = try SyntheticCIFAR10.training(in: folder.path)
    #expect(bytes(kept) == bytes(SyntheticCIFAR10.training(count: 5, seed: 1)))
  }

  @Test("says why it cannot be written")
  func unwritable() throws {
    let folder = try TemporaryFolder()
    let target = "\(folder.path)/missing/folder"
    #expect(throws: DatasetError.unwritable(file: target, errno: ENOENT)) {
      try SyntheticCIFAR10.write(to: target, trainingCount: 5, testCount: 1, seed: 1)
    }
  }
}
