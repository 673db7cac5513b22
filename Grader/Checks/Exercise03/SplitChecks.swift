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
    let n = exam.prime()
    let cases = [
      (n, 0.2, 0.3), (n, 0.1, 0.0), (n, 0.0, 0.25), (n, 0.3, 0.07), (1009, 0.125, 0.333),
      (100, 0.29, 0.57),
      // Of what is left over, nothing may be taken twice; and of nothing, there is nothing to take.
      (3, 0.5, 0.5), (7, 0.5, 0.5), (5, 0.7, 0.3), (1, 0.5, 0.5), (0, 0.2, 0.2),
    ]
    let runs = cases.map { n, v, t in
      SplitRun(
        .split(validation: v, test: t), of: exam.labels(n, classes: 12), isStratified: false,
        seed: exam.seed)
    }
    for ((n, v, t), (run, times)) in zip(cases, zip(runs, try runs.map(exam.splits))) {
      try exam.about(.splits, run) {
        for parts in times {
          try exam.expectComplete(parts, run)
          try exam.expectShares(parts, [v, t], of: run.labels.count, "")
        }
        try exam.expect(
          n < 30 || times[0].map(Set.init) != times[1].map(Set.init),
          "the same split came twice in a row")
      }
    }
    let run = SplitRun(
      .split(validation: 0.3, test: 0.2), of: exam.labels(10, classes: 2), isStratified: false,
      seed: exam.seed)
    try exam.expectChance(run, shares: [0.5, 0.3, 0.2])
  },

  Check(
    "03.split.stratified",
    claim: "stratified, every part has its share of every class",
    points: 4, buildsOn: ["03.split.parts"],
    hints: ["If you can split one class, you can split them all. What has to be put together?"]
  ) { exam in
    let shares = [(0.2, 0.3), (0.25, 0.25), (0.1, 0.0)]
    let labels = exam.unevenLabels()
    // The second has as many samples of other classes.
    let runs = zip(shares, [labels, labels.map { $0 + 3 }, exam.unevenLabels()]).map {
      share, labels in
      SplitRun(
        .split(validation: share.0, test: share.1), of: labels, isStratified: true,
        seed: exam.seed)
    }
    // What was asked for before counts no more.
    _ = try exam.splits(
      SplitRun(
        .split(validation: 0.2, test: 0.2), of: labels, isStratified: false, seed: exam.seed))
    for ((v, t), (run, times)) in zip(shares, zip(runs, try runs.map(exam.splits))) {
      try exam.about(.splits, run) {
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
    }
    for labels in exam.strangeLabels() {
      let run = SplitRun(
        .split(validation: 0.3, test: 0.3), of: labels, isStratified: true, seed: exam.seed)
      for parts in try exam.splits(run) { try exam.expectComplete(parts, run) }
    }
    // Two classes, of which a fifth is two of each: chance decides which.
    let run = SplitRun(
      .split(validation: 0.3, test: 0.2), of: exam.twoClasses(), isStratified: true, seed: exam.seed
    )
    try exam.expectChance(run, shares: [0.5, 0.3, 0.2])
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
    let cases = [(n, 5), (n, 2), (12, 4), (7, 7), (11, 3), (2, 3), (5, 1), (0, 2)]
    let runs = cases.map { n, k in
      SplitRun(.folds(k), of: exam.labels(n, classes: 3), isStratified: false, seed: exam.seed)
    }
    for ((n, k), (run, times)) in zip(cases, zip(runs, try runs.map(exam.splits))) {
      try exam.about(.splits, run) {
        for parts in times { try exam.expectFolds(parts, run, k) }
        // Seven samples in seven folds come twice once in 5040 times.
        try exam.expect(
          n < 30 || times[0].map(Set.init) != times[1].map(Set.init),
          "the same folds came twice in a row")
      }
    }
    let run = SplitRun(
      .folds(5), of: exam.labels(10, classes: 2), isStratified: false, seed: exam.seed)
    try exam.expectChance(run, shares: [Double](repeating: 0.2, count: 5))
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
    let counts = [3, 5, 4]
    _ = try exam.splits(
      SplitRun(.folds(3), of: exam.unevenLabels(), isStratified: false, seed: exam.seed))
    let runs = counts.map {
      SplitRun(.folds($0), of: exam.unevenLabels(), isStratified: true, seed: exam.seed)
    }
    for (k, (run, times)) in zip(counts, zip(runs, try runs.map(exam.splits))) {
      try exam.about(.splits, run) {
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
    }
    for labels in exam.strangeLabels() {
      let run = SplitRun(.folds(3), of: labels, isStratified: true, seed: exam.seed)
      for parts in try exam.splits(run) { try exam.expectFolds(parts, run, 3) }
    }
    let run = SplitRun(.folds(5), of: exam.twoClasses(), isStratified: true, seed: exam.seed)
    try exam.expectChance(run, shares: [Double](repeating: 0.2, count: 5))
  },
]
