import Doorway
import Grading
import Tensors

extension LoaderRun {
  /// The samples of each batch where nothing is shuffled.
  var batches: [[Int]] {
    stride(from: 0, to: labels.count, by: batchSize)
      .map { Array($0..<Swift.min($0 + batchSize, labels.count)) }
      .filter { !dropsLast || $0.count == batchSize }
  }

  /// What stands last in the image of a sample: no digit of it may be lost.
  fileprivate func third(of number: Double) -> Double {
    isSingle ? Double(Float(number / 7)) : number / 7
  }
}

extension LoadedBatch {
  /// Which samples it holds.
  var indices: [Int] { entries(0).map { Int($0) } }
  var draws: [Double] { entries(1) }

  private func entries(_ place: Int) -> [Double] {
    let entries = images.scalars
    return stride(from: place, to: entries.count, by: 3).map { entries[$0] }
  }
}

extension LoaderTrace {
  /// All that an iterator handed out.
  func entries(_ iterator: Int) -> [Double] {
    epochs[iterator].flatMap { $0.images.scalars }
  }
}

extension Examination {
  func unshuffledRuns() -> [LoaderRun] {
    let cases = [
      (10, 4, false), (10, 4, true), (8, 4, false), (8, 4, true), (3, 8, false), (3, 8, true),
      (0, 4, false), (0, 3, true), (5, 1, true), (1, 1, false), (prime(), 6, false), (7, 7, false),
    ]
    return cases.enumerated().map { i, each in
      LoaderRun(
        labels: labels(each.0, classes: 7), batchSize: each.1, dropsLast: each.2, seed: seed,
        isSingle: i % 3 == 1)
    }
  }

  func shuffledRun(count: Int, batchSize: Int) -> LoaderRun {
    LoaderRun(
      labels: labels(count, classes: 9), batchSize: batchSize, shuffles: true,
      seed: seed % 1_000_000)
  }

  /// Asks for batches, and expects each to be one. All are asked for before anything is claimed of
  /// one: a mistake has to foretell them all.
  func loaded(_ runs: [LoaderRun]) throws -> [LoaderTrace] {
    let seen = try runs.map { run in
      let seen = try ask(.loader, run)
      note(seen, of: .loader, run)
      return seen
    }
    for (run, seen) in zip(runs, seen) { try expectForm(seen, run) }
    return seen
  }

  /// Expects batches of the right number and sizes, of samples that there are, each image with its
  /// own label.
  func expectForm(_ seen: LoaderTrace, _ run: LoaderRun) throws {
    try require(seen.epochs.count == run.epochs.count)
    let sizes = run.batches.map(\.count)
    for batches in seen.epochs {
      let seenSizes = batches.map(\.labels.count)
      try expect(
        seenSizes == sizes, "the batches have \(seenSizes) labels, expected \(sizes)")
      for batch in batches {
        let shape = [batch.labels.count] + (run.flattens ? [3] : [1, 1, 3])
        try expect(
          batch.images.shape == shape,
          "the images of a batch are \(batch.images.shape), expected \(shape)")
        let entries = batch.images.scalars
        let areSamples = stride(from: 0, to: entries.count, by: 3).allSatisfy {
          (0..<Double(run.labels.count)).contains(entries[$0])
            && entries[$0] == entries[$0].rounded()
            && entries[$0 + 2] == run.third(of: entries[$0])
        }
        try expect(areSamples, "a batch has images that are none of the samples'")
        let labels = batch.indices.map { run.labels[$0] }
        try expect(
          batch.labels == labels, "a batch has the labels \(batch.labels), expected \(labels)")
      }
    }
  }
}
