import Doorway
import Grading
import Tensors

private let shifted = FunctionContract(
  .shifted,
  small: [([1, 2, 1], 1, 0), ([1, 1, 2], 0, 1), ([1, 2, 2], -1, 0), ([1, 2, 2], 1, -1)].map {
    ShiftInput(SmallCases.tensor($0), down: $1, right: $2)
  }
) { exam in
  let n = exam.counts(3, in: 3...6)
  return [
    ([1, n[0], n[1]], 1, 0), ([1, n[1], n[2]], 0, 1), ([2, n[2], n[0]], -1, 2),
    ([3, n[0], n[0]], 2, -1), ([1, n[1], n[0]], -2, -2), ([2, 4, 5], 0, 0), ([1, 5, 4], 1, 1),
    ([exam.count(in: 4...7), 3, 4], 1, -1), ([1, 12, 11], 7, -6),
  ].map { ShiftInput(exam.awayFromZero($0), down: $1, right: $2) }
}

let augmentationChecks = [
  shifted.check(
    "08.shift.moves", points: 2,
    claim: "an image is moved down and to the right, the size stays, and zeros come in",
    hints: [
      "Moved down by 1, which row of the old image is row 1 of the new one?",
      "What comes in from behind the edge? What goes out does not come in at the other side.",
    ]
  ) { [ShiftInput(60 * $0.awayFromZero([2, 3, 4]), down: 1, right: -1)] },

  shifted.check(
    "08.shift.far", points: 1,
    claim: "an image that is moved by its whole size or more is all zeros",
    buildsOn: ["08.shift.moves"],
    hints: ["Write down the rows that are left, for a picture of 3 rows moved by 5."], alone: true,
    small: [(2, 0), (0, -3)].map {
      ShiftInput(SmallCases.tensor([1, 2, 2]), down: $0, right: $1)
    }
  ) { exam in
    [(3, 0), (-3, 1), (0, 4), (1, -5), (7, 7), (2, 3)].map {
      ShiftInput(exam.awayFromZero([2, 3, 4]), down: $0, right: $1)
    }
  },

  Check(
    "08.shift.random",
    claim:
      "each image is moved by two numbers of its own, every pair being as likely as every other",
    points: 4, buildsOn: ["08.shift.moves"],
    hints: [
      "How many numbers do you draw for a batch of N images?",
      "Both ends count: limit 2 means -2, -1, 0, 1, 2.",
    ], examine: examineChances),

  Check(
    "08.shift.generator",
    claim: "the same generator moves images alike, and the next call moves them otherwise",
    points: 1, buildsOn: ["08.shift.random"],
    hints: ["Which generator do you draw from: the one that was handed in, or one of your own?"],
    examine: examineGenerator),
]

/// Where image `i` of `moved` has gone, down and to the right; nil where it is not `image` moved.
private func shift(of moved: Tensor, from image: Tensor, limit: Int) -> (down: Int, right: Int)? {
  let (c, h, w) = (image.shape[0], image.shape[1], image.shape[2])
  let (old, new) = (image.scalars, moved.scalars)
  for down in -limit...limit {
    for right in -limit...limit {
      let fits = (0..<c * h * w).allSatisfy { place in
        let (row, column) = (place / w % h - down, place % w - right)
        guard (0..<h).contains(row), (0..<w).contains(column) else { return new[place] == 0 }
        return new[place] == old[place / (h * w) * h * w + row * w + column]
      }
      if fits { return (down, right) }
    }
  }
  return nil
}

private func examineChances(_ exam: Examination) throws {
  // As many as it takes to see that the ends are as likely as the middle.
  for (shape, limit, count, scale) in [
    ([1, 6, 7], 2, 2500, 1.0), ([3, 5, 5], 1, 120, 60), ([4, 9, 10], 6, 300, 1),
    ([2, 4, 3], 0, 20, 1),
  ] {
    let images = scale * exam.awayFromZero([count] + shape)
    let input = ChanceInput([images], amount: Double(limit), seed: exam.seed)
    let answer = try exam.ask(.randomlyShifted, input)
    exam.note(answer, of: .randomlyShifted, input)
    let moved = answer.tensors[0]
    try exam.expect(
      moved.shape == images.shape,
      "\(count) images \(shape) came back in the shape \(moved.shape), expected \(images.shape)")
    var seen = [Int](repeating: 0, count: (2 * limit + 1) * (2 * limit + 1))
    var pairs: [Int] = []
    for i in 0..<count {
      guard let (down, right) = shift(of: moved.row(i), from: images.row(i), limit: limit + 2)
      else {
        try exam.expect(false, "image \(i + 1) came back as something else than itself, moved")
        continue
      }
      try exam.expect(
        abs(down) <= limit && abs(right) <= limit,
        "image \(i + 1) was moved by \(down) and \(right), with the limit \(limit)")
      pairs.append((down + limit) * (2 * limit + 1) + right + limit)
      seen[pairs[i]] += 1
    }
    // Six deviations of what chance does to each number, and to each of the pairs, and some more where
    // these are few.
    let side = 2 * limit + 1
    func expect(_ times: Int, _ share: Int, _ words: String) throws {
      let mean = Double(count) / Double(share)
      try exam.expect(
        abs(Double(times) - mean) <= 6 * (mean.squareRoot() + 1) && (times > 0 || mean < 20),
        "of \(count) images \(times) were moved \(words), expected about \(Int(mean))")
    }
    for place in 0..<side {
      let row = (0..<side).map { seen[place * side + $0] }.reduce(0, +)
      let column = (0..<side).map { seen[$0 * side + place] }.reduce(0, +)
      try expect(row, side, "down by \(place - limit)")
      try expect(column, side, "to the right by \(place - limit)")
    }
    for (pair, times) in seen.enumerated() {
      try expect(
        times, side * side, "by \(pair / side - limit) and \(pair % side - limit)")
    }
    let alike = zip(pairs, pairs.dropFirst()).count { $0 == $1 }
    if limit > 0 { try expect(alike, side * side, "as the one before them") }
  }
}

private func examineGenerator(_ exam: Examination) throws {
  let images = exam.awayFromZero([40, 1, 6, 6])
  let input = ChanceInput(
    [images, images, images.converted(to: .float32)], amount: 2, seed: exam.seed)
  let answer = try exam.ask(.randomlyShifted, input)
  exam.note(answer, of: .randomlyShifted, input)
  try exam.require(answer.tensors.count == 3)
  try exam.expect(
    answer.tensors[0] != answer.tensors[1],
    "two calls one after the other moved all images in the same way")
  try exam.expect(
    try exam.ask(.randomlyShifted, input).tensors == answer.tensors,
    "the same generator moved the images otherwise the second time")
  try exam.expect(
    answer.tensors[2].elementType == .float32,
    "images of float32 came back as float64")
  let batches = (0..<60).map { _ in exam.awayFromZero([3, 1, 5, 5]) }
  let small = try exam.ask(
    .randomlyShifted, ChanceInput(batches, amount: 2, seed: exam.seed))
  try exam.require(small.tensors.map(\.shape) == batches.map(\.shape))
  for place in 0..<3 {
    let moves = zip(small.tensors, batches).compactMap {
      shift(of: $0.row(place), from: $1.row(place), limit: 2)
    }
    for (name, numbers) in [("down", moves.map(\.down)), ("to the right", moves.map(\.right))] {
      try exam.expect(
        numbers.contains { $0 != 0 },
        "of 60 batches of 3 images, image \(place + 1) was never moved \(name)")
    }
  }
  let other = ChanceInput(input.samples, amount: 2, seed: exam.seed &+ 1)
  try exam.expect(
    try exam.ask(.randomlyShifted, other).tensors[0] != answer.tensors[0],
    "another generator moved all images in the same way")
}
