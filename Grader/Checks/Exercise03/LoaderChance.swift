import Doorway
import Grading
import Tensors

/// Shuffled, each sample comes once, and every order is as likely as any other.
func examineOrder(_ exam: Examination) throws {
  let runs = [false, true].map { dropsLast in
    var run = exam.shuffledRun(count: exam.prime(), batchSize: exam.count(in: 4...7))
    (run.dropsLast, run.epochs) = (dropsLast, [0, 1, 2])
    return run
  }
  // So many that whoever shuffles a part at a time is seen.
  let many = exam.shuffledRun(count: 2500, batchSize: 500)
  let all = try exam.loaded(runs + [many])
  for seen in all.dropLast() {
    for indices in seen.epochs.map({ $0.flatMap(\.indices) }) {
      try exam.expect(
        Set(indices).count == indices.count, "a sample came twice in an epoch")
      try exam.expect(indices != indices.sorted(), "a shuffled epoch has the samples in order")
    }
  }
  let half = all[2].epochs[0].flatMap(\.indices).prefix(1250)
  try exam.expectAbout(
    half.count { $0 < 1250 }, of: 1250, 0.5,
    "samples in the first half of an epoch are of the first half of the samples")
  try exam.expectFairOrders()
}

extension Examination {
  /// Of so many epochs of eight samples each has each place in an eighth, and hardly an order comes
  /// twice.
  fileprivate func expectFairOrders() throws {
    let (count, epochs) = (8, 4000)
    var run = shuffledRun(count: count, batchSize: count)
    run.epochs = Array(0..<epochs)
    let seen = try ask(.loader, run)
    try expectForm(seen, run)
    let orders = seen.epochs.map { $0.flatMap(\.indices) }
    var counts = [Int](repeating: 0, count: count * count)
    for order in orders {
      for (place, sample) in order.enumerated() { counts[sample * count + place] += 1 }
    }
    try expectEven(counts, of: epochs, 1 / Double(count), freedom: (count - 1) * (count - 1)) {
      "epochs have sample \($0 / count) at place \($0 % count)"
    }
    let different = Set(orders).count
    try expect(
      different > 3500,
      "\(epochs) epochs of \(count) samples have \(different) different orders, expected about 3800"
    )
  }
}

/// Every seed and every epoch has an order of its own, and always the same.
func examineEpochs(_ exam: Examination) throws {
  var run = exam.shuffledRun(count: exam.prime(), batchSize: 8)
  run.epochs = [0, 1, 2, 3, 3, 256, 1000]
  var resumed = run
  resumed.epochs = [3, 0]
  // Seeds that are near, that differ in their upper half alone, and the greatest there is.
  let first = run.seed
  let others = [first &+ 1, first &+ 2, first &+ 3, first &+ 1 << 32, first ^ 1 << 63, .max].map {
    var other = run
    (other.seed, other.epochs) = ($0, [0, 1, 2, 3])
    return other
  }
  var unshuffled = run
  (unshuffled.shuffles, unshuffled.epochs) = (false, [0])
  let all = try exam.loaded([run, resumed] + others + [unshuffled])
  let (seen, again) = (all[0], all[1])
  let epochs = run.epochs.indices.map { seen.entries($0) }
  try exam.expect(epochs[3] == epochs[4], "the same epoch had another order the second time")
  try exam.expect(
    Set(epochs).count == epochs.count - 1, "two epochs of the same seed have the same order")
  try exam.expect(
    again.entries(0) == epochs[3] && again.entries(1) == epochs[0],
    "who begins at epoch 3 gets another order than who has come there from epoch 0")
  try exam.expect(
    try exam.askAfresh(.loader, resumed).epochs.map { $0.flatMap(\.indices) }
      == again.epochs.map { $0.flatMap(\.indices) },
    "your program was started once more, and the same seed and epoch gave another order")

  let own = seen.epochs.prefix(4).map { $0.flatMap(\.indices) }
  for (seed, other) in zip(others.map(\.seed), all.dropFirst(2)) {
    for (epoch, order) in other.epochs.map({ $0.flatMap(\.indices) }).enumerated() {
      try exam.expect(
        order != own[epoch], "epoch \(epoch) has the same order with seed \(first) and \(seed)")
      if let same = own.firstIndex(of: order) {
        try exam.expect(
          false,
          "epoch \(run.epochs[same]) with seed \(first) has the order of epoch \(epoch) with seed "
            + "\(seed)")
      }
    }
  }
  let indices = all[all.count - 1].epochs[0].flatMap(\.indices)
  try exam.expect(
    indices == indices.sorted(), "a loader that does not shuffle gave the samples in no order")
}

/// Every image is transformed once, by draws that seed and epoch decide.
func examineTransform(_ exam: Examination) throws {
  let runs = [false, true].map { shuffles in
    var run = exam.shuffledRun(count: exam.prime(), batchSize: 4)
    (run.shuffles, run.draws, run.epochs) = (shuffles, true, [0, 1, 0])
    return run
  }
  let others = runs.map { run in
    var other = run
    (other.seed, other.epochs) = (run.seed &+ 1_000_003, [0])
    return other
  }
  let all = try exam.loaded(runs + others)
  for (i, run) in runs.enumerated() {
    let draws = all[i].epochs.map { $0.flatMap(\.draws) }
    let otherDraws = all[2 + i].epochs[0].flatMap(\.draws)
    try exam.expect(
      draws.joined().allSatisfy { 0.01..<1 ~= $0 },
      "an image was not transformed, or more than once")
    try exam.expect(
      Set(draws[0]).count == draws[0].count, "two images of an epoch were transformed by one draw")
    try exam.expect(
      Set(draws[0]).isDisjoint(with: draws[1]), "two epochs have the same draws")
    try exam.expect(draws[0] == draws[2], "the same epoch had other draws the second time")
    try exam.expect(
      Set(draws[0]).isDisjoint(with: otherDraws), "two seeds have the same draws")
    try exam.expect(
      try exam.askAfresh(.loader, run).epochs.map { $0.flatMap(\.draws) } == draws,
      "your program was started once more, and the same seed and epoch gave other draws")
    let mean = draws[0].reduce(0, +) / Double(draws[0].count)
    try exam.expect(
      abs(mean - 0.505) < 0.3, "the draws of the transform have a mean of \(mean), expected 0.5")
  }
}
