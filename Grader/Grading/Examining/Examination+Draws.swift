import Doorway
import Tensors

/// Inputs for checks. All are rounded to thousandths: so they read well in messages, and are the
/// same to the bit on machines whose logarithms differ in the last place.
extension Examination {
  /// Normal with mean 0 and the given deviation.
  public func normal(_ shape: [Int], deviation: Double = 1) -> Tensor {
    rounded(Tensor(normal: shape, using: &generator), times: deviation)
  }

  /// Of both signs, and nowhere nearer to 0 than 0.1: for functions that have a kink there.
  public func awayFromZero(_ shape: [Int]) -> Tensor {
    let x = rounded(Tensor(normal: shape, using: &generator), times: 1)
    return Tensor(
      shape: shape, scalars: x.scalars.map { abs($0) < 0.1 ? ($0 < 0 ? $0 - 0.1 : $0 + 0.1) : $0 })
  }

  /// N labels below `classes`.
  public func labels(_ count: Int, classes: Int) -> [Int] {
    (0..<count).map { _ in Int.random(in: 0..<classes, using: &generator) }
  }

  private func rounded(_ x: Tensor, times scale: Double) -> Tensor {
    Tensor(shape: x.shape, scalars: x.scalars.map { ($0 * 1000).rounded() / 1000 * scale })
  }
}

extension Examination {
  /// Returns a question and its input in words: "affine.forward of x [2, 3], weights [3, 4]".
  func describe<Input, Reply>(_ question: Question<Input, Reply>, _ input: Input) -> String {
    "\(question.shortName) of \(describe(input).joined(separator: ", "))"
  }

  private func describe(_ value: Any, as name: String = "an input") -> [String] {
    switch value {
    case let tensor as Tensor:
      let entries = tensor.count <= 4 ? " = \(tensor.scalars)" : ""
      return ["\(name) \(tensor.shape)\(entries)"]
    case let numbers as [Int] where numbers.count <= 8:
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
