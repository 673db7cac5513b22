import Doorway
import Grading
import Tensors

let recurrentStartChecks = [
  Check(
    "11.orthogonal.rows",
    claim: "the rows of a matrix have length 1, are perpendicular, and are drawn anew each time",
    points: 3,
    hints: [
      "Is what is taken away from a row as long as the row's share along q?",
      "Divide by the length when all has been taken away, and not before.",
    ], examine: examineOrthogonal),

  Check(
    "11.layer.start",
    claim: "a new layer draws W with deviation √(1 / inputs), and an orthogonal U for each gate",
    points: 3, buildsOn: ["11.orthogonal.rows"],
    hints: [
      "U is [H, G · H]: G matrices [H, H] side by side. Is each of them drawn?",
      "The biases of gate 0 come first, H of them. What does the cell say that they start at?",
    ], examine: examineLayerStart),
]

private func examineOrthogonal(_ exam: Examination) throws {
  let sizes = [exam.count(in: 2...6), 1, 4, 4, exam.count(in: 20...30)]
  let question = OrthogonalDraws(sizes, seed: exam.seed)
  func draw(_ question: OrthogonalDraws) throws -> [Tensor] {
    let drawn = try exam.ask(.orthogonal, question)
    try exam.require(drawn.tensors.count == question.sizes.count)
    exam.note(drawn, of: .orthogonal, question)
    return drawn.tensors
  }
  let drawn = try draw(question)
  for (q, size) in zip(drawn, sizes) { try exam.expectOrthogonal(q, size, "the matrix") }
  try exam.expect(drawn[2] != drawn[3], "two matrices from the same generator are the same")
  let again = try draw(question)
  try exam.expect(again == drawn, "the same generator gave another matrix the second time")
  var other = question
  other.seed &+= 1
  let others = try draw(other)
  try exam.expect(
    zip(others, drawn).contains { $0 != $1 }, "another generator gave the same matrices")
  // What is made of normal rows has an exact 0 nowhere; turns in a few planes have.
  try exam.expect(
    drawn[4].scalars.allSatisfy { $0 != 0 },
    "a matrix of size \(sizes[4]) has entries that are exactly 0, which no normal draws come to")
  let single = try draw(OrthogonalDraws(Array(repeating: 1, count: 200), seed: exam.seed))
  try exam.expectAbout(
    single.count { $0.shape == [1, 1] && $0[0, 0] > 0 }, of: single.count, 0.5,
    "of matrices of size 1 are 1 and not -1")
  // Whichever entry it is, it is as often above 0 as below.
  let many = try draw(OrthogonalDraws(Array(repeating: 2, count: 300), seed: exam.seed))
  for i in 0..<2 {
    for j in 0..<2 {
      try exam.expectAbout(
        many.count { $0.shape == [2, 2] && $0[i, j] > 0 }, of: many.count, 0.5,
        "of matrices [2, 2], the entry in row \(i) and column \(j) is above 0")
    }
  }
}

private func examineLayerStart(_ exam: Examination) throws {
  // So many more inputs than units that a deviation by both widths shows.
  let units = exam.count(in: 12...16)
  let layers = [
    NewRecurrentLayers.Layer(.given, inputs: exam.count(in: 70...80), units: units),
    NewRecurrentLayers.Layer(.given, inputs: 3, units: 2),
    NewRecurrentLayers.Layer(.given, inputs: 3, units: 2),
  ]
  let question = NewRecurrentLayers(layers, seed: exam.seed)
  func draw(_ question: NewRecurrentLayers) throws -> [Tensor] {
    let made = try exam.ask(.newRecurrentLayers, question)
    try exam.require(made.tensors.count == 3 * question.layers.count)
    exam.note(made, of: .newRecurrentLayers, question)
    return made.tensors
  }
  let made = try draw(question)
  for (i, layer) in layers.enumerated() {
    let width = 2 * layer.units
    let shapes = [[layer.inputs, width], [layer.units, width], [width]]
    let seen = made[3 * i..<3 * i + 3].map(\.shape)
    try exam.expect(seen == shapes, "W, U and b have the shapes \(seen), expected \(shapes)")
    let blocks = made[3 * i + 1].reshaped(to: [layer.units, 2, layer.units])
      .transposed(permuting: [1, 0, 2])
    for gate in 0..<2 {
      try exam.expectOrthogonal(blocks.row(gate), layer.units, "the part of U of gate \(gate)")
    }
    try exam.expect(
      blocks.row(0) != blocks.row(1), "two gates have the same part of U")
    let biases = (0..<width).map { $0 < layer.units ? 0.25 : -0.5 }
    try exam.expect(
      made[3 * i + 2].scalars == biases,
      "b is \(made[3 * i + 2].scalars.prefix(4)) …; gate 0 of this cell starts at 0.25 and gate 1 at "
        + "-0.5")
  }
  try exam.expectNormal(
    made[0], deviation: (1 / Double(layers[0].inputs)).squareRoot(), named: "the entries of W")
  try exam.expect(made[3] != made[6], "two layers from the same generator have the same W")
  let again = try draw(question)
  try exam.expect(again == made, "the same generator gave another layer the second time")
  var other = question
  other.seed &+= 1
  let others = try draw(other)
  try exam.expect(others[0] != made[0], "another generator gave the same W")
  try exam.expect(others[1] != made[1], "another generator gave the same U")
}

extension Examination {
  fileprivate func expectOrthogonal(_ q: Tensor, _ size: Int, _ name: String) throws {
    try expect(
      q.shape == [size, size], "\(name) has shape \(q.shape), expected \([size, size])")
    let products = q.matmul(q.transposed())
    for i in 0..<size {
      try expect(
        abs(products[i, i] - 1) < 1e-9,
        "row \(i) of \(name) of size \(size) has the length \(products[i, i].squareRoot())")
      for j in 0..<i {
        try expect(
          abs(products[i, j]) < 1e-9,
          "rows \(j) and \(i) of \(name) of size \(size) have the product \(products[i, j]): they are "
            + "not perpendicular")
      }
    }
  }
}
