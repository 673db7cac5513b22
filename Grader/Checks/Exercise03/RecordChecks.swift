import Doorway
import Foundation
import Grading
import Tensors

let recordChecks = [
  Check(
    "03.cifar.samples",
    claim: "every record of every file is a label and an image of three planes",
    points: 5,
    hints: [
      "At which byte does record 2 of a file begin?",
      "The planes come in the order in which a tensor [3, 32, 32] has its entries.",
    ]
  ) { exam in
    let labels = [[9, 3, 0], [], [exam.count(in: 0...9)], [5, 0, 9, exam.count(in: 1...8)]]
    let records = labels.map { $0.map { exam.record($0) } }
    let all = records.joined().map { $0 }
    let indices = all.indices.shuffled(using: &exam.generator) + [2, 0]
    let input = RecordFiles(records.map { Bytes(Data($0.joined())) }, indices: indices)
    try exam.expect(all, of: input)
    // Others, of which some come twice, and whose names are in another order than they.
    let others = (0..<3).map { [exam.record($0), exam.record(9 - $0)] }
    let order = [1, 2, 0, 1]
    try exam.expect(
      order.flatMap { others[$0] },
      of: RecordFiles(
        others.map { Bytes(Data($0.joined())) }, order: order, indices: Array(0..<8)))
  },

  Check(
    "03.cifar.refused",
    claim: "a file that is no whole number of records is refused, and so is a label above 9",
    points: 3,
    hints: [
      "isMultiple(of:) tells whether a file was cut short.",
      "Every label of every file has to be looked at before init is done.",
    ], examine: examineBadRecords),
]

private func examineBadRecords(_ exam: Examination) throws {
  let good = exam.record(9) + exam.record(exam.count(in: 0...8))
  let short = Array(good.dropLast(exam.count(in: 1...3000)))
  func bad(_ label: Int) -> [UInt8] { good + exam.record(label) + exam.record(11) }
  let label = exam.count(in: 11...254)
  let cases: [([[UInt8]], Refusal)] = [
    ([short], Refusal(.wrongSize, number: short.count)),
    ([good, good + [0]], Refusal(.wrongSize, file: 1, number: good.count + 1)),
    ([[7]], Refusal(.wrongSize, number: 1)),
    ([good, good, bad(10)], Refusal(.badLabel, file: 2, record: 2, number: 10)),
    ([exam.record(label)], Refusal(.badLabel, number: label)),
    ([bad(255), short], Refusal(.badLabel, record: 2, number: 255)),
    ([good + exam.record(10)], Refusal(.badLabel, record: 2, number: 10)),
    ([short, bad(10)], Refusal(.wrongSize, number: short.count)),
    // Together they are a whole number of records.
    (
      [short, Array(good.suffix(good.count - short.count))],
      Refusal(.wrongSize, number: short.count)
    ),
  ]
  let inputs = cases.map { RecordFiles($0.0.map { Bytes(Data($0)) }, indices: []) }
  let seen = try inputs.map { try exam.ask(.cifarRecords, $0) }
  for (input, seen) in zip(inputs, seen) { exam.note(seen, of: .cifarRecords, input) }
  for ((files, expected), seen) in zip(cases, seen) {
    let sizes = "\(files.map(\.count)) bytes"
    let what =
      expected.kind == .wrongSize
      ? "files of \(sizes)" : "files of \(sizes), the label \(expected.number) among them,"
    guard let refusal = seen.refusal else {
      return try exam.expect(false, "\(what) were taken, expected \(expected.words)")
    }
    try exam.expect(
      refusal == expected, "\(what) were refused by \(refusal.words), expected \(expected.words)")
  }
  let missing = RecordFiles([Bytes(Data(good))], order: [0, 1], indices: [])
  try exam.expect(
    try exam.ask(.cifarRecords, missing).refusal != nil,
    "of two files one is missing, and no error was thrown")
}

extension Refusal {
  var words: String {
    switch kind {
    case .wrongSize: "wrongSize(file \(file), bytes: \(number))"
    case .badLabel: "badLabel(file \(file), record: \(record), label: \(number))"
    case .notAnImage: "notAnImage"
    case .other: "another error"
    }
  }
}

extension Examination {
  /// Expects these records, where `input` asks for samples.
  fileprivate func expect(_ records: [[UInt8]], of input: RecordFiles) throws {
    let seen = try ask(.cifarRecords, input)
    let images = input.indices.map { index in
      Tensor(shape: [3, 32, 32], scalars: records[index].dropFirst().map(Double.init))
    }
    expect(
      seen,
      toBe: [Tensor(Double(records.count)), Tensor(input.indices.map { Int(records[$0][0]) })]
        + images,
      of: .cifarRecords, input)
    try expect(seen.refusal == nil, "files that are right were refused")
    try expect(
      seen.count == records.count, "there are \(seen.count) samples, expected \(records.count)")
  }

  func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }

  /// A record of CIFAR-10, with the least and the greatest byte in it.
  fileprivate func record(_ label: Int) -> [UInt8] {
    [UInt8(label)] + ([0, 255] + bytes(3 * 32 * 32 - 2)).shuffled(using: &generator)
  }
}
