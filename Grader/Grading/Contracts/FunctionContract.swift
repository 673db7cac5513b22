import Doorway

/// What a function is: a layer that nobody goes back through. The same inputs give the same output,
/// whatever was asked before, in whatever shape and element type.
public typealias FunctionContract<Input: LayerInput, Output: Answer> =
  LayerContract<Input, Output, NoGradients>

extension LayerContract where Gradients == NoGradients {
  public init(_ question: Asked, small: [Input] = [], inputs: @escaping Draw) {
    self.init(question, forward: String(question.shortName), small: small, inputs: inputs)
  }

  /// A check that the function gives what the reference gives, at inputs of its own and at those that
  /// every check of the function asks.
  ///
  /// - Parameter draw: Further inputs: extremes, ties, what is empty.
  /// - Parameter alone: Whether those are all.
  /// - Parameter small: What to follow by hand where this check fails; nil for the contract's own.
  /// - Parameter tolerance: That of `float64`.
  public func check(
    _ id: String, points: Int, claim: String, buildsOn: [String] = [], uses: [String] = [],
    hints: [String], alone: Bool = false, small: [Input]? = nil, tolerance: Tolerance = .value,
    also draw: @escaping Draw = { _ in [] }
  ) -> Check {
    Check(id, claim: claim, points: points, buildsOn: buildsOn, uses: uses, hints: hints) { exam in
      try offer(small ?? self.small, .outputs, exam, tolerance)
      try expect(.outputs, of: exam, alone ? [] : inputs(exam), draw(exam), tolerance)
    }
  }
}
