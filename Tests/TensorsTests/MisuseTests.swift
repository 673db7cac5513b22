import Foundation
import Tensors
import Testing

/// Every misuse ends the process with a sentence that carries the numbers.
@Suite struct `Misuse` {
  struct Case: Sendable, Codable, CustomStringConvertible {
    let index: Int
    var description: String { misuses[index].sentence }
  }

  static let misuses: [(sentence: String, body: @Sendable () -> Void)] = [
    (
      "matmul: [4, 3] · [2, 4]: inner axes must match, 3 ≠ 2",
      { _ = zeros(4, 3).matmul(zeros(2, 4)) }
    ),
    (
      "tensordot: axes [1] of [4, 3] and [0] of [2, 4] do not match",
      { _ = zeros(4, 3).tensordot(zeros(2, 4), along: [1], and: [0]) }
    ),
    (
      "tensordot: [0, 0] names axis 0 twice",
      { _ = zeros(4, 3).tensordot(zeros(4, 4), along: [0, 0], and: [0, 1]) }
    ),
    ("+: [4, 3] and [2]: axis 1 does not broadcast, 3 ≠ 2", { _ = zeros(4, 3) + zeros(2) }),
    (
      "+=: [3] and [2, 3]: the result would be [2, 3]",
      {
        var x = zeros(3)
        x += zeros(2, 3)
      }
    ),
    (".>: [4] and [3]: axis 0 does not broadcast, 4 ≠ 3", { _ = zeros(4) .> zeros(3) }),
    (
      "reshaped: [4, 3] has 12 entries, [5, 2] would have 10",
      { _ = zeros(4, 3).reshaped(to: [5, 2]) }
    ),
    (
      "reshaped: [4, 3] has 12 entries, no multiple of 5 for [5, -1]",
      { _ = zeros(4, 3).reshaped(to: [5, -1]) }
    ),
    ("[0, 3]: axis 1 of [2, 3] has no entry 3", { _ = zeros(2, 3)[0, 3] }),
    ("[0]: [2, 3] has 2 axes, not 1; a row is row(0)", { _ = zeros(2, 3)[0] }),
    (
      "[-1, 0]: axis 0 of [2, 3] has no entry -1; the last one is 1",
      {
        var x = zeros(2, 3)
        x[-1, 0] = 1
      }
    ),
    ("2..<5: [4, 3] has 4 rows", { _ = zeros(4, 3)[2..<5] }),
    ("0..<5: [4, 3] has 4 rows", { _ = zeros(4, 3)[0...4] }),
    ("5...: [4, 3] has 4 rows", { _ = zeros(4, 3)[5...] }),
    ("..<-1: [4, 3] has 4 rows", { _ = zeros(4, 3)[..<(-1)] }),
    ("0..<0: a tensor of shape [] has no rows", { _ = zeros()[0...] }),
    ("row(4): [4, 3] has 4 rows", { _ = zeros(4, 3).row(4) }),
    ("sum: [4, 3] has no axis 2", { _ = zeros(4, 3).sum(along: 2) }),
    ("sum: [4, 3] has no axis -1; the last one is 1", { _ = zeros(4, 3).sum(along: -1) }),
    ("max: [0] has no entries", { _ = zeros(0).max() }),
    ("scalar: [2] has 2 entries, not 1", { _ = zeros(2).scalar }),
    ("Tensor: [2, 2] has 4 entries, not 3", { _ = Tensor(shape: [2, 2], scalars: [1, 2, 3]) }),
    ("Tensor: row 1 has 1 entries, row 0 has 2", { _ = Tensor([[1, 2], [3]]) }),
    ("oneHot: label 3 at 0 is not in 0..<3", { _ = Tensor(oneHot: [3], count: 3) }),
    ("rows(at:): [4, 3] has no row 4", { _ = zeros(4, 3).rows(at: [4]) }),
    (
      "gathered: index 3 is not on axis 1 of [1, 3]",
      { _ = zeros(1, 3).gathered(at: [3], along: 1) }
    ),
    ("transposed: [3] has 1 axes, not 2", { _ = zeros(3).transposed() }),
    (
      "transposed: [0, 0] is no permutation of the 2 axes of [4, 3]",
      { _ = zeros(4, 3).transposed(permuting: [0, 0]) }
    ),
    (
      "concatenating: [2, 3] and [2, 4] differ beside axis 0",
      { _ = zeros(2, 3).concatenated(with: zeros(2, 4), along: 0) }
    ),
    ("replace: [2] by a mask of [3]", { _ = zeros(2).replacing(with: 0, where: zeros(3) .> 0) }),
    (".&: [2] and [3] differ", { _ = (zeros(2) .> 0) .& (zeros(3) .> 0) }),
    ("windows: [3, 3] has none of [4, 2], 1 apart", { _ = zeros(3, 3).windows(of: [4, 2]) }),
    (
      "padded: [1] are no widths for the 2 axes of [3, 3]", { _ = zeros(3, 3).padded(by: [1]) }
    ),
    (
      "cropped: [3] has too few entries for [2] on either side",
      { _ = zeros(3).cropped(by: [2]) }
    ),
    (
      "add: [2] is not the shape of windows of [2] on [4]",
      {
        var x = zeros(4)
        x.add(zeros(2), toWindowsOf: [2])
      }
    ),
    (
      "add: [2, 3] has no row 2",
      {
        var x = zeros(2, 3)
        x.add(zeros(1, 3), toRows: [2])
      }
    ),
    ("threadCount: 0 is less than 1", { Tensor.threadCount = 0 }),
    ("shape: [2, -1] has a negative number of entries", { _ = Tensor(zeros: [2, -1]) }),
  ]

  static func zeros(_ shape: Int...) -> Tensor { Tensor(zeros: shape) }

  @Test(arguments: misuses.indices.map { Case(index: $0) })
  func `ends the process with a sentence`(_ misuse: Case) async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [misuse] in
      Misuse.misuses[misuse.index].body()
    }
    let error = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(error.contains("Fatal error: \(misuse)\n"))
  }

  @Test func `an unfinished part has a status and a line of its own`() async throws {
    let result = await #expect(
      processExitsWith: .exitCode(86), observing: [\.standardErrorContent]
    ) {
      unfinished("5.1")
    }
    let error = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(error == "unfinished: 5.1\n")
  }

  @Test func `an unfinished part can be met in another way`() async {
    await #expect(processExitsWith: .exitCode(3)) {
      whenUnfinished = { part in exit(part == "5.2" ? 3 : 4) }
      unfinished("5.2")
    }
  }
}
