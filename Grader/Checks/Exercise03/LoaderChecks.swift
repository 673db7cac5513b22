import Doorway
import Grading
import Tensors

let loaderChecks = [
  Check(
    "03.loader.count",
    claim: "count is the number of batches, the last one counted unless it is dropped or empty",
    points: 2,
    hints: ["10 by 4 is 2, and a rest. When does the rest make a batch?"]
  ) { exam in
    for shuffles in [false, true] {
      for run in exam.unshuffledRuns() {
        var input = run
        (input.epochs, input.shuffles) = ([], shuffles)
        let seen = try exam.ask(.loader, input)
        let expected = run.batches.count
        exam.expect(seen, toBe: [Tensor(Double(expected)), Tensor(0)], of: .loader, input)
      }
    }
  },

  Check(
    "03.loader.batches",
    claim: "batches hold the samples in their order, the last one the rest, unless it is dropped",
    points: 5,
    hints: [
      "Where does batch 2 begin, and where does it end if no samples are left?",
      "Images [1, …] become [n, …] by concatenating along axis 0.",
    ]
  ) { exam in
    // One whose transform makes something else than images is handed on as it is.
    var rows = exam.unshuffledRuns()[0]
    rows.flattens = true
    let runs = exam.unshuffledRuns() + [rows]
    for (run, seen) in zip(runs, try exam.loaded(runs)) {
      try exam.about(.loader, run) {
        for (batch, indices) in zip(seen.epochs[0], run.batches) {
          try exam.expect(
            batch.indices == indices && batch.draws.allSatisfy { $0 == 0 },
            "a batch holds the samples \(batch.indices), expected \(indices)")
        }
        try exam.expect(
          !seen.beginsAgain, "asked once more at the end of the epoch, the loader began it again")
      }
    }
  },

  Check(
    "03.loader.order",
    claim: "shuffled, an epoch has each sample once, and every order is as likely as any other",
    points: 5, buildsOn: ["03.loader.batches"],
    hints: [
      "Shuffle numbers, not samples. Which numbers?",
      "A batch takes its numbers from the shuffled ones, and its labels with them.",
    ], examine: examineOrder),

  Check(
    "03.loader.epochs",
    claim: "another epoch or seed has another order, and the same two have the same again",
    points: 4, buildsOn: ["03.loader.batches"],
    hints: [
      "SeededGenerator(seed:) makes the generator of an epoch. Of which two numbers must it know?"
    ], examine: examineEpochs),

  Check(
    "03.loader.iterators",
    claim: "two iterators at a time do not disturb one another",
    points: 2, buildsOn: ["03.loader.batches"],
    hints: ["What do two iterators share? Structs are copied, classes and globals are not."]
  ) { exam in
    var run = exam.shuffledRun(count: exam.prime(), batchSize: 5)
    run.draws = true
    run.epochs = [2, 2, 4]
    var alone = run
    run.byTurns = true
    alone.epochs = [4, 2]
    let seen = try exam.loaded([run, alone])
    let (together, single) = (seen[0], seen[1])
    let (a, b, c) = (together.entries(0), together.entries(1), together.entries(2))
    try exam.expect(a == b, "two iterators of the same epoch, asked by turns, gave other batches")
    try exam.expect(
      a == single.entries(1) && c == single.entries(0),
      "iterators that were asked by turns gave other batches than one alone")
  },

  Check(
    "03.loader.transform",
    claim: "every image is transformed once, with draws of its own, and of the epoch's own",
    points: 4, buildsOn: ["03.loader.batches"],
    hints: [
      "transform.apply(to:using:) wants a generator that goes on from image to image.",
      "If each image had a new generator of the same seed, which images would be flipped?",
    ], examine: examineTransform),

  Check(
    "03.loader.reading",
    claim: "a batch is read when it is asked for, and not all of them at the start",
    points: 2, buildsOn: ["03.loader.batches"],
    hints: ["50,000 images as numbers are 600 MB. How many of them does one batch need?"]
  ) { exam in
    let runs = [(false, false), (true, false), (false, true), (true, true)].map {
      var run = exam.shuffledRun(count: 155, batchSize: 6)
      (run.shuffles, run.dropsLast) = $0
      return run
    }
    for seen in try exam.loaded(runs) {
      try exam.expect(
        seen.readsOfFirst <= 12,
        "\(seen.readsOfFirst) samples of 155 had been read when the first batch of 6 was there")
      // One is not much, to learn what an image looks like.
      try exam.expect(
        seen.unused.count <= 1,
        "the samples \(seen.unused) were read, and are in no batch")
    }
  },
]
