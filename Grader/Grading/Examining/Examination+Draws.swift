import Doorway
import Tensors

/// Inputs for checks, off any grid, and drawn by the seed alone: the same to the bit on all machines.
extension Examination {
  /// Normal with mean 0 and the given deviation.
  public func normal(_ shape: [Int], deviation: Double = 1) -> Tensor {
    deviation * Tensor(normal: shape, using: &generator)
  }

  /// Of both signs, and nowhere nearer to 0 than 0.1: for functions that have a kink there.
  public func awayFromZero(_ shape: [Int]) -> Tensor {
    let x = normal(shape)
    return Tensor(
      shape: shape, scalars: x.scalars.map { abs($0) < 0.1 ? ($0 < 0 ? $0 - 0.1 : $0 + 0.1) : $0 })
  }

  /// Normal draws [rows, count] of which no row hardly varies: there `float32` has few digits left of what is
  /// divided by the row's deviation, whoever computes it. A row of one entry is as it comes.
  public func varying(rows: Int, of count: Int) -> Tensor {
    var entries: [Double] = []
    while entries.count < rows * count {
      let row = normal([count])
      let off = row - row.mean()
      if count == 1 || (off * off).mean() > 0.1 { entries += row.scalars }
    }
    return Tensor(shape: [rows, count], scalars: entries)
  }

  public func number(in range: ClosedRange<Double>) -> Double {
    Double.random(in: range, using: &generator)
  }

  public func count(in range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  /// `count` different ones, in no order.
  public func counts(_ count: Int, in range: ClosedRange<Int>) -> [Int] {
    Array(range.shuffled(using: &generator).prefix(count))
  }

  /// A count of samples that fills no batches, chunks or registers evenly.
  public func prime() -> Int { [37, 41, 43, 47][count(in: 0...3)] }

  /// N labels below `classes`.
  public func labels(_ count: Int, classes: Int) -> [Int] {
    (0..<count).map { _ in Int.random(in: 0..<classes, using: &generator) }
  }

  /// Shapes for what works entry by entry: of one to four axes, of one entry and of many, square, and
  /// with a single sample.
  public func shapesOfAllKinds() -> [[Int]] {
    let n = counts(3, in: 2...6)
    return [
      [n[0], n[1]], [n[2]], [1], [n[0], n[0]], [1, n[1]], [2, n[0], 3], [2, 1, 2, 3],
      [prime()],
    ]
  }
}

extension Tensor {
  /// These entries to multiples of 2⁻³⁶: for draws that are computed of others. Processors add in different
  /// orders, and an answer key knows a question by its bits.
  public var settled: Tensor {
    Tensor(shape: shape, scalars: scalars.map { ($0 * 0x1p36).rounded() * 0x1p-36 })
  }
}

extension Examination {
  /// Returns a question and its input in words: "affine.forward of x [2, 3], weights [3, 4]".
  func describe<Input, Reply>(_ question: Question<Input, Reply>, _ input: Input) -> String {
    "\(question.shortName) of \(describe(input).joined(separator: ", "))"
  }

  private func describe(_ value: Any, as name: String = "an input") -> [String] {
    switch value {
    case let titled as any Titled where titled.title != nil:
      return [titled.title ?? ""]
    case let tensor as Tensor:
      let entries = tensor.count <= 4 ? " = \(tensor.scalars)" : ""
      return ["\(name) \(tensor.shape)\(entries)"]
    // An empty array of anything is one of numbers, too.
    case let numbers as [Int] where (1...8).contains(numbers.count):
      return ["\(name) \(numbers)"]
    case is Int, is Double, is String:
      return ["\(name) \(value)"]
    default:
      return Mirror(reflecting: value).children.flatMap { child in
        describe(child.value, as: child.label ?? name)
      }
    }
  }
}
