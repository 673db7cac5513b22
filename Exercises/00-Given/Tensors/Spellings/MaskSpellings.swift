extension Mask {
  @available(
    *, unavailable, message: "write Tensor(m), which is 1 where the mask m is true and 0 elsewhere"
  )
  public static func + (a: Double, mask: Mask) -> Tensor { fatalError() }
  @available(
    *, unavailable, message: "write Tensor(m), which is 1 where the mask m is true and 0 elsewhere"
  )
  public static func + (mask: Mask, b: Double) -> Tensor { fatalError() }

  @available(
    *, unavailable, message: "write Tensor(m), which is 1 where the mask m is true and 0 elsewhere"
  )
  public static func - (a: Double, mask: Mask) -> Tensor { fatalError() }
  @available(
    *, unavailable, message: "write Tensor(m), which is 1 where the mask m is true and 0 elsewhere"
  )
  public static func - (mask: Mask, b: Double) -> Tensor { fatalError() }

  @available(
    *, unavailable, message: "write Tensor(m), which is 1 where the mask m is true and 0 elsewhere"
  )
  public static func * (a: Double, mask: Mask) -> Tensor { fatalError() }
  @available(
    *, unavailable, message: "write Tensor(m), which is 1 where the mask m is true and 0 elsewhere"
  )
  public static func * (mask: Mask, b: Double) -> Tensor { fatalError() }

  @available(
    *, unavailable, message: "write Tensor(m), which is 1 where the mask m is true and 0 elsewhere"
  )
  public static func / (a: Double, mask: Mask) -> Tensor { fatalError() }
  @available(
    *, unavailable, message: "write Tensor(m), which is 1 where the mask m is true and 0 elsewhere"
  )
  public static func / (mask: Mask, b: Double) -> Tensor { fatalError() }

  @available(*, unavailable, message: "write m .| k, a mask, or Tensor(m) + Tensor(k)")
  public static func + (a: Mask, b: Mask) -> Tensor { fatalError() }

  @available(*, unavailable, message: "write m .& .!k, a mask, or Tensor(m) - Tensor(k)")
  public static func - (a: Mask, b: Mask) -> Tensor { fatalError() }

  @available(*, unavailable, message: "write m .& k, a mask, or Tensor(m) * k")
  public static func * (a: Mask, b: Mask) -> Tensor { fatalError() }

  @available(*, unavailable, message: "write Tensor(m) / Tensor(k)")
  public static func / (a: Mask, b: Mask) -> Tensor { fatalError() }

  @available(*, unavailable, message: "write .!m for a mask, !m.allTrue or !m.anyTrue for a Bool")
  public static prefix func ! (mask: Mask) -> Mask { fatalError() }

  @available(*, unavailable, message: "write .!m")
  public static prefix func ~ (mask: Mask) -> Mask { fatalError() }

  @available(*, unavailable, message: "write -Tensor(m)")
  public static prefix func - (mask: Mask) -> Tensor { fatalError() }

  @available(*, unavailable, message: "write m .& k; (m .& k).allTrue is a Bool")
  public static func && (a: Mask, b: Mask) -> Mask { fatalError() }

  @available(*, unavailable, message: "write m .| k; (m .| k).allTrue is a Bool")
  public static func || (a: Mask, b: Mask) -> Mask { fatalError() }

  @available(*, unavailable, message: "write m .& k")
  public static func & (a: Mask, b: Mask) -> Mask { fatalError() }

  @available(*, unavailable, message: "write m .| k")
  public static func | (a: Mask, b: Mask) -> Mask { fatalError() }

  @available(*, unavailable, message: "write .!m for a mask, !m.allTrue or !m.anyTrue for a Bool")
  @_disfavoredOverload
  public static prefix func ! (mask: Mask) -> Bool { fatalError() }

  @available(*, unavailable, message: "write m .& k; (m .& k).allTrue is a Bool")
  @_disfavoredOverload
  public static func && (a: Mask, b: Mask) -> Bool { fatalError() }
  @available(*, unavailable, message: "write m.allTrue && …, or m.anyTrue && …: a Bool")
  public static func && (a: Mask, b: Bool) -> Bool { fatalError() }
  @available(*, unavailable, message: "write … && m.allTrue, or … && m.anyTrue: a Bool")
  public static func && (a: Bool, b: Mask) -> Bool { fatalError() }

  @available(*, unavailable, message: "write m .| k; (m .| k).allTrue is a Bool")
  @_disfavoredOverload
  public static func || (a: Mask, b: Mask) -> Bool { fatalError() }
  @available(*, unavailable, message: "write m.allTrue || …, or m.anyTrue || …: a Bool")
  public static func || (a: Mask, b: Bool) -> Bool { fatalError() }
  @available(*, unavailable, message: "write … || m.allTrue, or … || m.anyTrue: a Bool")
  public static func || (a: Bool, b: Mask) -> Bool { fatalError() }

  @available(*, unavailable, message: "write m.anyTrue")
  public func any() -> Bool { fatalError() }

  @available(*, unavailable, message: "write m.allTrue")
  public func all() -> Bool { fatalError() }

  @available(*, unavailable, message: "write m.trueCount")
  public func sum() -> Int { fatalError() }
  @available(*, unavailable, message: "write m.trueCount")
  public func count_nonzero() -> Int { fatalError() }

  @available(*, unavailable, message: "write Double(m.trueCount) / Double(m.count)")
  public func mean() -> Double { fatalError() }

  @available(*, unavailable, message: "write Tensor(m)")
  public func astype(_ type: Any) -> Tensor { fatalError() }
  @available(*, unavailable, message: "write Tensor(m)")
  public func float() -> Tensor { fatalError() }
}

@available(*, unavailable, message: "write m.anyTrue")
public func any(_ mask: Mask) -> Bool { fatalError() }

@available(*, unavailable, message: "write m.allTrue")
public func all(_ mask: Mask) -> Bool { fatalError() }
