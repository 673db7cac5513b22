extension Tensor {
  /// Calls `body` with all entries in row-major order: the way to read many of them in a loop of
  /// your own, at a nanosecond each.
  ///
  ///     let total = x.withEntries { entries in
  ///       var total = 0.0
  ///       for i in entries.indices { total += entries[i] }
  ///       return total
  ///     }
  ///
  /// Of `x` [N, M], the entry at i, j is number `i * M + j`. They lie where they are if `x` is
  /// `float64` and no view; else they are copied first.
  public func withEntries<R>(_ body: (Span<Double>) throws -> R) rethrows -> R {
    let source = converted(to: .float64).contiguous()
    return try withExtendedLifetime(source.storage) {
      let entries = UnsafeBufferPointer(start: source.start(Double.self), count: count)
      return try body(entries.span)
    }
  }

  /// Calls `body` with all entries in row-major order, to read and to write: the way to change
  /// many of them in a loop of your own, at a nanosecond each.
  ///
  ///     x.mutateEntries { entries in
  ///       for i in entries.indices where entries[i] < 0 { entries[i] = 0 }
  ///     }
  ///
  /// Entries of a `float32` tensor are converted on the way in and rounded on the way out.
  public mutating func mutateEntries<R>(
    _ body: (inout MutableSpan<Double>) throws -> R
  ) rethrows -> R {
    let type = elementType
    self = converted(to: .float64)
    makeWritable()
    defer { self = converted(to: type) }
    return try withExtendedLifetime(storage) {
      var entries = UnsafeMutableBufferPointer(start: start(Double.self), count: count).mutableSpan
      return try body(&entries)
    }
  }
}
