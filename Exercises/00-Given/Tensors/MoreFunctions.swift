// Functions that formulas want now and then. Each entry takes a call of libm, as in `pow`.

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The sine of each entry.
public func sin(_ x: Tensor) -> Tensor { x.mapped { sin($0) } }

/// The cosine of each entry.
public func cos(_ x: Tensor) -> Tensor { x.mapped { cos($0) } }

/// The logarithm of each entry to the base 2: -inf at 0, NaN below.
public func log2(_ x: Tensor) -> Tensor { x.mapped { log2($0) } }

/// The natural logarithm of 1 plus each entry, exact where an entry is near 0.
public func log1p(_ x: Tensor) -> Tensor { x.mapped { log1p($0) } }

/// The error function of each entry.
public func erf(_ x: Tensor) -> Tensor { x.mapped { erf($0) } }

/// The greatest whole number that is not above each entry.
public func floor(_ x: Tensor) -> Tensor { x.mapped { $0.rounded(.down) } }

/// -1 where an entry is negative, 1 where it is positive; 0 and NaN stay.
public func sign(_ x: Tensor) -> Tensor { x.mapped { $0 > 0 ? 1 : $0 < 0 ? -1 : $0 } }

extension Tensor {
  /// What `body` makes of each entry, rounded to this tensor's type.
  fileprivate func mapped(_ body: (Double) -> Double) -> Tensor {
    var result = self
    result.mutateEntries { entries in
      for i in entries.indices { entries[i] = body(entries[i]) }
    }
    return result
  }
}
