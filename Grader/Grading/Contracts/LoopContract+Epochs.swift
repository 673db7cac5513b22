import Doorway

/// What an epoch is asked for.
extension LoopContract {
  /// Each sample once, `batchSize` at a time.
  public func expectBatches(_ exam: Examination) throws {
    try offerSmall(.epochs, exam)
    // More at a time than anybody has thought enough, and a rest of one.
    let sizes = [(10, 4), (12, 4), (9, 4), (3, 5), (1, 1), (exam.count(in: 6...9), 3), (103, 102)]
    let epochs = 2
    let runs = try sizes.shuffled(using: &exam.generator).map { samples, size in
      let drawn = try drawn(exam) {
        run(
          .epochs, exam, samples: samples, batchSize: size, epochs: epochs, isStill: samples > 100)
      }
      return (drawn, try trace(of: drawn.run, exam))
    }
    for (drawn, trace) in runs {
      let run = drawn.run
      let (samples, size) = (run.labels.count, run.batchSize)
      let batches = try batches(of: drawn, trace, exam)
      let expected = stride(from: 0, to: samples, by: size).map { min(size, samples - $0) }
      for (epoch, batches) in byEpoch(batches, trace).enumerated() {
        let seen = batches.map(\.samples.count)
        let place = "in epoch \(epoch + 1) with \(counted(samples, "sample")) and batchSize \(size)"
        try exam.expect(
          seen == expected,
          "\(place), the steps were made on batches of \(seen) samples, "
            + "expected \(expected)")
        let times = (0..<samples).map { sample in
          batches.map { $0.samples.count { $0 == sample } }.reduce(0, +)
        }
        let strange = times.firstIndex { $0 != 1 }
        try exam.expect(
          strange == nil,
          "\(place), steps were made on sample \(strange ?? 0) \(times[strange ?? 0]) times, "
            + "expected once")
      }
      try exam.expect(
        trace.steps.count == epochs * expected.count,
        "\(counted(trace.steps.count, "step")) in \(countOfEpochs(epochs)), expected \(epochs * expected.count)"
      )
    }
  }

  /// Every epoch in an order of its own, drawn from the generator that was given.
  public func expectOrders(_ exam: Examination) throws {
    let (samples, size, epochs) = (20, 2, 4)
    let drawn = try drawn(exam) {
      run(.epochs, exam, samples: samples, batchSize: size, epochs: epochs, isStill: true)
    }
    var other = drawn
    other.run.seed &+= 1
    let (trace, again, otherTrace) = (
      try trace(of: drawn.run, exam), try trace(of: drawn.run, exam),
      try trace(of: other.run, exam)
    )
    let orders = try self.orders(of: drawn, trace, exam)
    try exam.expect(
      orders.count == epochs && orders.allSatisfy { $0.joined().sorted() == Array(0..<samples) },
      "not every epoch takes each sample once")
    let inOrder = stride(from: 0, to: samples, by: size).map { Array($0..<$0 + size) }
    try exam.expect(
      !orders.contains(inOrder), "the samples are taken in the order they came in")
    try exam.expect(
      Set(orders).count == epochs, "an epoch has the order of another")
    // By chance, once in a hundred million.
    try exam.expect(
      Set(orders.map { Set($0) }).count == epochs,
      "the batches of an epoch are made of the same samples as those of another, in another order")
    let halves = orders.map { Set($0[..<(samples / size / 2)].joined()) }
    try exam.expect(
      Set(halves).count > 1, "the first half of every epoch is made of the same samples")

    try exam.expect(
      try self.orders(of: drawn, again, exam) == orders && again.next == trace.next,
      "the same generator gave another order the second time")
    try exam.expect(
      try self.orders(of: other, otherTrace, exam) != orders,
      "another generator gave the same order")
    var generator = exam.startingGenerator
    try exam.expect(
      trace.next != generator.next(), "the generator that was given is where it was before")
  }

  /// The samples of each batch of each epoch.
  private func orders(
    of drawn: DrawnRun, _ trace: LoopTrace, _ exam: Examination
  ) throws -> [[[Int]]] {
    byEpoch(try batches(of: drawn, trace, exam), trace).map { $0.map(\.samples) }
  }

  /// The mean of the losses that the batches had before their steps.
  public func expectLosses(_ exam: Examination) throws {
    try offerSmall(.epochs, exam)
    let runs = try [(10, 4), (7, 7), (exam.count(in: 5...6), 2)].map { samples, size in
      let drawn = try drawn(exam) {
        run(
          .epochs, exam, samples: samples, batchSize: size, epochs: 3,
          regularization: exam.number(in: 0.05...0.3))
      }
      return (drawn, try trace(of: drawn.run, exam))
    }
    for (drawn, trace) in runs {
      let batches = try batches(of: drawn, trace, exam)
      for (epoch, batches) in byEpoch(batches, trace).enumerated() {
        try expectLoss(exam, trace.history[epoch].trainingLoss, of: batches, epoch: epoch)
      }
    }
  }

  func expectLoss(
    _ exam: Examination, _ seen: Double, of batches: [LoopBatch], epoch: Int
  ) throws {
    let losses = batches.map(\.loss)
    guard !losses.isEmpty else { return }
    let mean = losses.reduce(0, +) / Double(losses.count)
    let samples = batches.map(\.samples.count).reduce(0, +)
    let weighted =
      batches.reduce(0) { $0 + $1.loss * Double($1.samples.count) } / Double(samples)
    let others: [(Double, String)] = [
      (losses.reduce(0, +), "their sum"), (losses[losses.count - 1], "that of the last"),
      (losses[0], "that of the first"), (weighted, "the mean over the samples"),
    ]
    let other = others.first { Tolerance.value.accepts(seen, for: $0.0) }
    try exam.expect(
      Tolerance.value.accepts(seen, for: mean),
      "epoch \(epoch + 1) returned \(Sentences.number(seen)), expected \(Sentences.number(mean)), the "
        + (losses.count == 1
          ? "loss that its batch had before its step"
          : "mean of the losses that its \(losses.count) batches had before their steps")
        + (other.map { "; what came back is \($0.1)" } ?? ""))
  }

  /// The batches of each epoch, told apart by when it was said to be over.
  func byEpoch(_ batches: [LoopBatch], _ trace: LoopTrace) -> [[LoopBatch]] {
    let ends = trace.history.map { max(0, min($0.steps, batches.count)) }
    return zip([0] + ends, ends).map { Array(batches[min($0, $1)..<$1]) }
  }
}
