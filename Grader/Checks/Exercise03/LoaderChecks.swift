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
    for run in exam.unshuffledRuns() {
      var input = run
      input.epochs = []
      let seen = try exam.ask(.loader, input)
      let expected = run.batches.count
      exam.expect(seen, toBe: [Tensor(Double(expected)), Tensor(0)], of: .loader, input)
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
    for run in exam.unshuffledRuns() {
      let seen = try exam.ask(.loader, run)
      exam.note(seen, of: .loader, run)
      try exam.expectForm(seen, run)
      for (batch, indices) in zip(seen.epochs[0], run.batches) {
        try exam.expect(
          batch.images.scalars == indices.flatMap { [Double($0), 0] },
          "a batch holds the samples \(batch.indices), expected \(indices)")
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
    let (together, single) = (try exam.ask(.loader, run), try exam.ask(.loader, alone))
    exam.note(together, of: .loader, run)
    exam.note(single, of: .loader, alone)
    try exam.expectForm(together, run)
    try exam.expectForm(single, alone)
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
    for shuffles in [false, true] {
      var run = exam.shuffledRun(count: 150, batchSize: 6)
      run.shuffles = shuffles
      let seen = try exam.ask(.loader, run)
      exam.note(seen, of: .loader, run)
      try exam.expectForm(seen, run)
      try exam.expect(
        seen.readsOfFirst <= 2 * run.batchSize,
        "\(seen.readsOfFirst) samples of 150 had been read when the first batch of 6 was there")
    }
  },
]

private func examineOrder(_ exam: Examination) throws {
  for dropsLast in [false, true] {
    var run = exam.shuffledRun(count: exam.prime(), batchSize: exam.count(in: 4...7))
    run.dropsLast = dropsLast
    run.epochs = [0, 1, 2]
    let seen = try exam.ask(.loader, run)
    exam.note(seen, of: .loader, run)
    try exam.expectForm(seen, run)
    for epoch in run.epochs.indices {
      let indices = seen.epochs[epoch].flatMap(\.indices)
      try exam.expect(
        Set(indices).count == indices.count, "a sample came twice in an epoch")
      try exam.expect(indices != indices.sorted(), "a shuffled epoch has the samples in order")
    }
  }
  // So many epochs of five samples: each is at each place in a fifth of them, and most of the 120
  // orders occur.
  var run = exam.shuffledRun(count: 5, batchSize: 2)
  run.epochs = Array(0..<400)
  let seen = try exam.ask(.loader, run)
  exam.note(seen, of: .loader, run)
  try exam.expectForm(seen, run)
  let orders = seen.epochs.map { $0.flatMap(\.indices) }
  for sample in 0..<5 {
    for place in 0..<5 {
      try exam.expectAbout(
        orders.count { $0[place] == sample }, of: orders.count, 0.2,
        "epochs have sample \(sample) at place \(place)")
    }
  }
  let different = Set(orders).count
  try exam.expect(
    different > 90, "400 epochs of 5 samples have \(different) different orders, expected about 115"
  )
}

private func examineEpochs(_ exam: Examination) throws {
  var run = exam.shuffledRun(count: exam.prime(), batchSize: 8)
  run.epochs = [0, 1, 2, 3, 3]
  var resumed = run
  resumed.epochs = [3, 0]
  var other = run
  other.seed &+= 1_000_003
  let inputs = [run, resumed, other]
  let seen = try inputs.map { try exam.ask(.loader, $0) }
  for (seen, input) in zip(seen, inputs) {
    exam.note(seen, of: .loader, input)
    try exam.expectForm(seen, input)
  }
  let epochs = (0..<5).map { seen[0].entries($0) }
  try exam.expect(epochs[3] == epochs[4], "the same epoch had another order the second time")
  try exam.expect(
    Set(epochs.prefix(4)).count == 4, "two epochs of the same seed have the same order")
  try exam.expect(
    seen[1].entries(0) == epochs[3] && seen[1].entries(1) == epochs[0],
    "who begins at epoch 3 gets another order than who has come there from epoch 0")
  try exam.expect(seen[2].entries(0) != epochs[0], "another seed gave the same order")
}

private func examineTransform(_ exam: Examination) throws {
  for shuffles in [false, true] {
    var run = exam.shuffledRun(count: exam.prime(), batchSize: 4)
    run.shuffles = shuffles
    run.draws = true
    run.epochs = [0, 1, 0]
    let seen = try exam.ask(.loader, run)
    exam.note(seen, of: .loader, run)
    try exam.expectForm(seen, run)
    let draws = (0..<3).map { seen.epochs[$0].flatMap(\.draws) }
    try exam.expect(
      draws.joined().allSatisfy { 0.01..<1 ~= $0 },
      "an image was not transformed, or more than once")
    try exam.expect(
      Set(draws[0]).count == draws[0].count, "two images of an epoch were transformed by one draw")
    try exam.expect(
      Set(draws[0]).isDisjoint(with: draws[1]), "two epochs have the same draws")
    try exam.expect(draws[0] == draws[2], "the same epoch had other draws the second time")
    let mean = draws[0].reduce(0, +) / Double(draws[0].count)
    try exam.expect(
      abs(mean - 0.505) < 0.3, "the draws of the transform have a mean of \(mean), expected 0.5")
  }
}
