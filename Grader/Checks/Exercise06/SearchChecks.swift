import Doorway
import Grading
import Tensors

private let combinations = FunctionContract(
  .grid, small: [[[1, 2]], [[1], [2, 3]], [[1, 2], [3, 4]]].map { GridInput($0) }
) { exam in
  let values = { (count: Int) in (0..<count).map { _ in exam.number(in: -5...5) } }
  return [
    GridInput([values(2), values(3)]), GridInput([values(3), values(1), values(2)]),
    GridInput([values(4)]), GridInput([values(2), values(2), values(2), values(2)]),
    // As the first, with other values.
    GridInput([values(2), values(3)]),
  ]
}

private let searches = FunctionContract(
  .search,
  small: [([[2, 1]], 1), ([[1, 2, 3]], 1), ([[2, 1], [1, 2]], 2)].map { scripts, patience in
    SearchInput(scripts: scripts, epochs: scripts[0].count, patience: patience)
  }
) { exam in
  [
    SearchInput(scripts: exam.scripts(4, epochs: 6), epochs: 6, patience: 2),
    SearchInput(scripts: exam.scripts(3, epochs: 9), epochs: 4, patience: 9),
    SearchInput(
      scripts: exam.scripts(3, epochs: 8), epochs: 8, patience: 1,
      minimumProgress: exam.number(in: 0.1...0.3)),
    SearchInput(scripts: exam.scripts(1, epochs: 1), epochs: 1, patience: 1),
    // The second never comes near the first's best, and makes progress all the same.
    SearchInput(scripts: exam.descents(from: [1, 9]), epochs: 5, patience: 2),
  ].map { input in
    var input = input
    input.firstNumber = exam.count(in: 1...99)
    return input
  }
}

private let bests = FunctionContract(
  .bestRun,
  small: [[[1], [2]], [[2], [1]], [[2, 3], [3, 1]]].map {
    SearchInput(scripts: $0, epochs: $0[0].count, patience: 9)
  }
) { exam in
  (0..<6).map { _ in SearchInput(scripts: exam.scripts(5, epochs: 5), epochs: 5, patience: 9) }
}

private let lowest = FunctionContract(
  .lowestLoss,
  small: [[2], [2, 1], [1, 2], [.nan, 1], [1, .nan], [.nan]].map {
    SearchInput(scripts: [$0], epochs: $0.count, patience: 9)
  }
) { exam in
  (0..<3).map { _ in SearchInput(scripts: exam.scripts(4, epochs: 5), epochs: 5, patience: 9) }
}

let searchChecks = [
  lowest.check(
    "06.run.lowest", points: 1,
    claim: "the lowest loss of a run leaves NaN aside, and is infinite where there is no other",
    hints: ["[.nan, 1].min() and [1, .nan].min() are not the same. What should be left out first?"]
  ) { exam in
    let a = exam.number(in: 1...2)
    return [
      SearchInput(
        scripts: [[.nan, a, a + 1], [a, .nan], [.nan], [], [a, a - 0.5, .nan], [.nan, .nan]],
        epochs: 3, patience: 9)
    ]
  },

  combinations.check(
    "06.grid.combinations", points: 2,
    claim: "every value of each name meets every value of the others, the last name's fastest",
    hints: [
      "Two names with 2 and 3 values: how many combinations are there?",
      "Begin with one empty set of settings, and add one name after the other.",
    ]
  ) { exam in
    [
      GridInput([]), GridInput([[], [1, 2]]), GridInput([[exam.number(in: 1...2)], []]),
      GridInput([[3, 3], [1, 2]]),
    ]
  },

  Check(
    "06.random.settings",
    claim: "every set of settings has a draw of its own for every name, in the order of the ranges",
    points: 1, buildsOn: ["06.range.draws"],
    hints: ["How many draws do three sets of two settings take?"], examine: examineRandomSettings),

  searches.check(
    "06.search.runs", points: 2,
    claim: "each set of settings is tried once, in order, epoch by epoch, until its run is over",
    buildsOn: ["06.stopping.patience", "06.stopping.progress"],
    hints: [
      "trial(settings) begins a training. How often may it be called for one run?",
      "Is the loss that ended a run one of its losses?",
    ]),

  searches.check(
    "06.search.anew", points: 2,
    claim: "every run has patience of its own, and one whose loss is NaN ends at once",
    buildsOn: ["06.search.runs", "06.stopping.notNumbers"],
    hints: ["What does `stopping` know after the first run, and should the second know it?"],
    alone: true
  ) { exam in
    let a = exam.number(in: 1...2)
    return [
      SearchInput(
        scripts: [
          [0.1, 0.05, 0.04, 0.06, 0.07], [a + 4, a + 3, a + 2, a + 1, a], [a, .nan, 0.1, 0.1, 0.1],
          [.infinity, a, a, a, a], [a, a - 0.2, a - 0.1, a - 0.3, a - 0.4],
        ], epochs: 5, patience: 2)
    ]
  },

  bests.check(
    "06.best.lowest", points: 1,
    claim: "the best run has the lowest of all losses, at whichever epoch that was",
    uses: ["06.run.lowest"],
    hints: ["The last loss of a run need not be its lowest."]),

  bests.check(
    "06.best.ties", points: 1,
    claim: "of equal runs the first is the best, NaN never is, and of none there is none",
    buildsOn: ["06.best.lowest"],
    hints: ["Which of two equal ones does min(by:) return? And what does NaN do to it?"],
    alone: true
  ) { exam in
    let a = exam.number(in: 1...2)
    return [
      SearchInput(scripts: [[a + 1], [a, a + 1], [a + 2, a], [a]], epochs: 2, patience: 9),
      SearchInput(scripts: [[.nan], [a, .nan], [.nan, a - 0.5], []], epochs: 2, patience: 9),
      // The lowest loss of all stands in a run that ended in NaN.
      SearchInput(scripts: [[a], [a - 0.5, .nan], [a - 0.2]], epochs: 2, patience: 9),
      SearchInput(scripts: [], epochs: 2, patience: 9),
      SearchInput(scripts: [[.nan], [.nan, .nan], []], epochs: 2, patience: 9),
      SearchInput(scripts: [[.infinity], [a]], epochs: 2, patience: 9),
    ]
  },
]

/// What one draw from each range in turn is, the submission says itself.
private func examineRandomSettings(_ exam: Examination) throws {
  let order = (0..<4).shuffled(using: &exam.generator)
  let ranges: [Range06] = [
    .log(1e-4, 1), .integer(10, 99), .float(-2, 2), .item([1, 2, 4, 8, 16]),
  ]
  let others: [Range06] = [
    .log(3, 1e4), .integer(200, 300), .float(7, 9), .item([-1, -2, -3, -4, -5]),
  ]
  let (first, second) = (order.map { ranges[$0] }, order.map { others[$0] })
  // Of one item all sets of settings are equal, and there are as many of them.
  let same = [Range06.item([exam.number(in: 1...2)])]
  for (ranges, count) in [
    (first, 5), (Array(first.prefix(1)), 3), (second, 4), (first, 0), (same, 4),
  ] {
    let question = RangeDraws(ranges, count: count, seed: exam.seed)
    let seen = try exam.ask(.randomSettings, question)
    exam.note(seen, of: .randomSettings, question)
    try exam.require(seen.rows.count == 1 && seen.rows[0].rank == 2)
    let settings = seen.rows[0]
    try exam.require(settings.shape[1] == ranges.count + 1)
    try exam.expect(
      settings.shape[0] == count, "\(settings.shape[0]) settings came back, expected \(count)")
    let single = RangeDraws(
      Array(repeatElement(ranges, count: count).joined()), count: 1, seed: exam.seed)
    let draws = try exam.ask(.rangeDraws, single)
    try exam.require(draws.rows.count == ranges.count * count)
    for i in 0..<count {
      let row = settings.row(i).scalars
      let own = draws.rows[ranges.count * i..<ranges.count * (i + 1)].flatMap(\.scalars)
      try exam.expect(
        row.last == Double(ranges.count),
        "settings \(i) hold \(row.last ?? 0) names, expected \(ranges.count)")
      try exam.expect(
        row.dropLast().elementsEqual(own),
        "settings \(i) are \(row.dropLast()), and one draw from each range after the other "
          + "gives \(own)")
    }
    try exam.expect(
      seen.next == draws.next, "the generator has been asked more often than there are numbers")
  }
}

extension Examination {
  /// Losses that fall from each of `levels` by less than 5.
  fileprivate func descents(from levels: [Double]) -> [[Double]] {
    levels.map { level in
      (0..<5).map { level - Double($0) + number(in: 0...0.5) }
    }
  }

  /// Losses of some runs, none near another.
  fileprivate func scripts(_ runs: Int, epochs: Int) -> [[Double]] {
    (0..<runs).map { _ in
      let level = number(in: 0...2)
      return (0..<epochs).map { _ in level + number(in: 0...1.5) }
    }
  }
}
