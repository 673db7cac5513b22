import Datasets
import Foundation
import Tensors
import Testing

@Suite("The synthetic digits")
struct SyntheticDigitsTests {
  func bytes(_ set: LabeledImages) -> [UInt8] { set.bytes(in: 0..<set.count) }

  @Test("are the same on every machine")
  func sameEverywhere() {
    let set = SyntheticDigits.training(count: 30, seed: 1)
    #expect(Digest(bytes(set) + set.labels.map { UInt8($0) }).description == digest)
  }

  /// Of the first thirty training images of seed 1.
  let digest = "1c8c6cb24016d4020796b616a541c1c835ad2ea2b5da671587f7fd00622409b0"

  @Test("hold every class equally often, and begin with those of a smaller count")
  func balance() {
    let set = SyntheticDigits.training(count: 205, seed: 3)
    for label in 0..<10 {
      #expect((20...21).contains(set.labels.count { $0 == label }))
    }
    let first = SyntheticDigits.training(count: 40, seed: 3)
    #expect(Array(set.labels.prefix(40)) == first.labels)
    #expect(set.bytes(in: 0..<40) == bytes(first))
  }

  @Test("are others under another seed, and others to test on, and no two are alike")
  func different() {
    let sets = [
      SyntheticDigits.training(count: 100, seed: 1), SyntheticDigits.training(count: 100, seed: 2),
      SyntheticDigits.test(count: 100, seed: 1),
    ]
    let images = sets.flatMap { set in (0..<100).map { set.bytes(in: $0..<$0 + 1) } }
    #expect(Set(images).count == 300)
  }

  @Test("are read back from the IDX files that they were written to")
  func roundTrip() throws {
    let folder = try TemporaryFolder()
    try SyntheticDigits.write(to: folder.path, trainingCount: 23, testCount: 7, seed: 9)
    let training = try SyntheticDigits.training(in: folder.path)
    let test = try SyntheticDigits.test(in: folder.path + "/synthetic-digits")
    #expect(training.labels == SyntheticDigits.training(count: 23, seed: 9).labels)
    #expect(bytes(training) == bytes(SyntheticDigits.training(count: 23, seed: 9)))
    #expect(test.labels == SyntheticDigits.test(count: 7, seed: 9).labels)
    #expect(bytes(test) == bytes(SyntheticDigits.test(count: 7, seed: 9)))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
    let images = "\(folder.path)/synthetic-digits/t10k-images-idx3-ubyte"
    #expect(try IDX.read(images).entries.shape == [7, 28, 28])
    // Nobody takes them for the real ones.
    #expect(throws: DatasetError.self) { try MNIST.test(in: folder.path + "/synthetic-digits") }
    #expect(throws: DatasetError.unwritable(file: folder.path + "/synthetic-digits", errno: EEXIST))
    {
      try SyntheticDigits.write(to: folder.path, trainingCount: 23, testCount: 7, seed: 9)
    }
  }

  /// A linear model on 2,000 images; 1,000 to test on.
  @Test("are told apart by a linear model in most cases, and not in all", arguments: [1, 2, 3])
  func linear(_ seed: UInt64) {
    let training = SyntheticDigits.training(count: 2_000, seed: seed)
    let test = SyntheticDigits.test(count: 1_000, seed: seed)
    let statistics = training.channelStatistics()
    var generator = SeededGenerator(seed: seed)
    var network = Network(sizes: [784, 10], using: &generator)
    for _ in 0..<10 {
      let order = Array(0..<training.count).shuffled(using: &generator)
      for start in stride(from: 0, to: order.count, by: 50) {
        let batch = training.subset(Array(order[start..<start + 50]))
        let pixels = statistics.standardized(batch.pixels(in: 0..<50))
        network.step(pixels.reshaped(to: [50, -1]), batch.labels, learningRate: 0.001)
      }
    }
    let pixels = statistics.standardized(test.pixels(in: 0..<test.count))
    let scores = network.activations(pixels.reshaped(to: [test.count, -1])).last!
    let right = zip(scores.argmax(along: 1), test.labels).count { $0 == $1 }
    #expect((800...950).contains(right), "\(right) of 1000")
  }
}
