extension Tensor: CustomStringConvertible {
  /// The entries in nested brackets, a row a line; of a long axis, the first and last three.
  public var description: String {
    described(indent: "", eliding: count > 1000)
  }

  private func described(indent: String, eliding: Bool) -> String {
    if rank == 0 {
      return elementType == .float32 ? "\(Float(scalar))" : "\(scalar)"
    }
    let indices =
      eliding && shape[0] > 6
      ? [0, 1, 2, shape[0] - 3, shape[0] - 2, shape[0] - 1]
      : Array(0..<shape[0])
    var parts = indices.map { row($0).described(indent: indent + " ", eliding: eliding) }
    if indices.count < shape[0] { parts.insert("...", at: 3) }
    let separator = rank == 1 ? ", " : ",\n\(indent) "
    return "[" + parts.joined(separator: separator) + "]"
  }
}
