import Doorway
import Grading
import Tensors

let splitChecks = [
  Check(
    "03.split.parts",
    claim: "every sample is in one part, the parts are as large as asked for, and chance decides",
    points: 4,
    hints: [
      "Shuffle once, and cut the shuffled numbers at two places.",
      "What is in none of the two smaller parts is for training.",
    ]
  ) { exam in
    for (v, t) in [(0.2, 0.3), (0.1, 0.0), (0.0, 0.25), (0.3, 0.07)] {
      let run = SplitRun(
        .split(validation: v, test: t), of: exam.labels(exam.prime(), classes: 12),
        isStratified: false, seed: exam.seed)
      let times = try exam.splits(run)
      for parts in times {
        try exam.expectComplete(parts, run)
        try exam.expectShares(parts, [v, t], of: run.labels.count, "")
      }
      try exam.expect(
        times[0].map(Set.init) != times[1].map(Set.init), "the same split came twice in a row")
    }
    // Each of ten samples is tested on in a fifth of all splits, each pair in 1 of 45.
    let run = SplitRun(
      .split(validation: 0.3, test: 0.2), of: exam.labels(10, classes: 2), isStratified: false,
      times: 600, seed: exam.seed)
    try exam.expectChance(run)
  },

  Check(
    "03.split.stratified",
    claim: "stratified, every part has its share of every class",
    points: 4, buildsOn: ["03.split.parts"],
    hints: ["If you can split one class, you can split them all. What has to be put together?"]
  ) { exam in
    for (v, t) in [(0.2, 0.3), (0.25, 0.25), (0.1, 0.0)] {
      let run = SplitRun(
        .split(validation: v, test: t), of: exam.unevenLabels(), isStratified: true,
        seed: exam.seed)
      let times = try exam.splits(run)
      try exam.expectSameAfresh(times, run)
      for parts in times {
        try exam.expectComplete(parts, run)
        for label in Set(run.labels).sorted() {
          let own = parts.map { $0.filter { run.labels[$0] == label } }
          let count = run.labels.count { $0 == label }
          try exam.expectShares(own, [v, t], of: count, " of class \(label)")
        }
      }
      try exam.expect(
        times[0].map(Set.init) != times[1].map(Set.init), "the same split came twice in a row")
    }
    // Two classes, of which a fifth is two of each: chance decides which.
    let labels = (0..<20).map { $0 % 2 }.shuffled(using: &exam.generator)
    let run = SplitRun(
      .split(validation: 0.3, test: 0.2), of: labels, isStratified: true, times: 600,
      seed: exam.seed)
    try exam.expectChance(run)
  },

  Check(
    "03.folds.parts",
    claim: "every sample is put aside in one fold and trained on in all others, by chance",
    points: 4,
    hints: [
      "Of 10 samples and 3 folds the parts have 4, 3 and 3.",
      "The training part is all that is not in the fold's own validation part.",
    ]
  ) { exam in
    let n = exam.prime()
    for (n, k) in [(n, 5), (n, 2), (12, 4), (7, 7), (11, 3)] {
      let run = SplitRun(
        .folds(k), of: exam.labels(n, classes: 3), isStratified: false, seed: exam.seed)
      let times = try exam.splits(run)
      for parts in times { try exam.expectFolds(parts, run, k) }
      try exam.expect(
        times[0].map(Set.init) != times[1].map(Set.init), "the same folds came twice in a row")
    }
    let run = SplitRun(
      .folds(5), of: exam.labels(10, classes: 2), isStratified: false, times: 600, seed: exam.seed)
    try exam.expectChance(run)
  },

  Check(
    "03.folds.stratified",
    claim: "stratified, the samples of each class are spread evenly over the folds",
    points: 4, buildsOn: ["03.folds.parts"],
    hints: [
      "Sort the shuffled numbers by their labels, and deal them out.",
      "Who begins again at fold 0 with each class gives fold 0 more than the last.",
    ]
  ) { exam in
    for k in [3, 5, 4] {
      let run = SplitRun(.folds(k), of: exam.unevenLabels(), isStratified: true, seed: exam.seed)
      let times = try exam.splits(run)
      try exam.expectSameAfresh(times, run)
      for parts in times {
        try exam.expectFolds(parts, run, k)
        for label in Set(run.labels).sorted() {
          let counts = (0..<k).map { fold in
            parts[2 * fold + 1].count { run.labels[$0] == label }
          }
          try exam.expect(
            (counts.max() ?? 0) - (counts.min() ?? 0) <= 1,
            "the folds have \(counts) samples of class \(label)")
        }
      }
      try exam.expect(
        times[0].map(Set.init) != times[1].map(Set.init), "the same folds came twice in a row")
    }
    let labels = (0..<20).map { $0 % 2 }.shuffled(using: &exam.generator)
    let run = SplitRun(.folds(5), of: labels, isStratified: true, times: 600, seed: exam.seed)
    try exam.expectChance(run)
  },
]

extension Examination {
  /// Classes of different sizes, one of a single sample, in no order.
  fileprivate func unevenLabels() -> [Int] {
    let sizes = [count(in: 11...14), 7, 1, count(in: 18...23), 3, 6, 2]
    return sizes.enumerated().flatMap { [Int](repeating: $0, count: $1) }
      .shuffled(using: &generator)
  }

  fileprivate func splits(_ run: SplitRun) throws -> [[[Int]]] {
    let seen = try ask(.splits, run)
    try require(seen.times.count == run.times)
    note(seen, of: .splits, run)
    if case .split = run.kind { try require(seen.times.allSatisfy { $0.count == 3 }) }
    return seen.times
  }

  /// Expects the same of the program when it is started once more, with hash values of its own.
  fileprivate func expectSameAfresh(_ times: [[[Int]]], _ run: SplitRun) throws {
    func parts(_ times: [[[Int]]]) -> [[Set<Int>]] { times.map { $0.map(Set.init) } }
    try expect(
      try parts(askAfresh(.splits, run).times) == parts(times),
      "your program was started once more, and the same generator gave another split: whatever is "
        + "walked through in the order of a Set or a Dictionary comes in another one each time")
  }

  /// Expects each number once in all parts together.
  fileprivate func expectComplete(_ parts: [[Int]], _ run: SplitRun) throws {
    let all = parts.flatMap(\.self)
    try expect(
      all.sorted() == Array(run.labels.indices),
      "the parts hold \(all.count) numbers, \(Set(all).count) different ones, expected each of "
        + "0 ..< \(run.labels.count) once")
  }

  /// Expects validation and test to have their fractions, but for less than a sample.
  fileprivate func expectShares(
    _ parts: [[Int]], _ fractions: [Double], of count: Int, _ whose: String
  ) throws {
    for (i, name) in ["validation", "test"].enumerated() {
      let share = fractions[i] * Double(count)
      try expect(
        abs(Double(parts[i + 1].count) - share) < 1 - 1e-9,
        "\(name) has \(parts[i + 1].count) samples\(whose), expected a fraction of "
          + "\(fractions[i]) of \(count)")
    }
  }

  fileprivate func expectFolds(_ parts: [[Int]], _ run: SplitRun, _ k: Int) throws {
    try expect(parts.count == 2 * k, "there are \(parts.count / 2) folds, expected \(k)")
    let validation = (0..<k).map { parts[2 * $0 + 1] }
    try expectComplete(validation, run)
    for fold in 0..<k {
      let both = parts[2 * fold] + validation[fold]
      try expect(
        both.sorted() == Array(run.labels.indices),
        "fold \(fold) trains on \(parts[2 * fold].count) samples and validates on "
          + "\(validation[fold].count), expected each of 0 ..< \(run.labels.count) once")
    }
    let sizes = validation.map(\.count)
    try expect(
      (sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1,
      "the validation parts have \(sizes) samples, expected the same but for one")
  }

  /// Expects each number in the last part of a fifth of all times, no two of them bound to another;
  /// and the same again from the same generator, others from another.
  fileprivate func expectChance(_ run: SplitRun) throws {
    let times = try splits(run).map { Set($0[$0.count - 1]) }
    let n = run.labels.count
    for number in 0..<n {
      try expectAbout(
        times.count { $0.contains(number) }, of: times.count, 0.2,
        "times sample \(number) was in the last part")
    }
    // Neighbours come together in a fifth of a fifth of them, or somewhat more or less often.
    for number in 1..<n {
      let together = times.count { $0.contains(number) && $0.contains(number - 1) }
      try expect(
        together < times.count / 10,
        "samples \(number - 1) and \(number) were in the last part together \(together) times of "
          + "\(times.count)")
    }
    let first = run.shortened
    var other = first
    other.seed &+= 1
    let (a, b, c) = (try splits(first), try splits(first), try splits(other))
    try expect(a == b, "the same generator gave another split the second time")
    try expect(a != c, "another generator gave the same split")
  }
}

extension SplitRun {
  fileprivate var shortened: SplitRun {
    var run = self
    run.times = 3
    return run
  }
}
