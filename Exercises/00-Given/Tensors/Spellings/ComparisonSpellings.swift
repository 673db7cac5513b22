extension Tensor {
  @available(*, unavailable, message: "write x .< y, a Mask; (x .< y).allTrue is a Bool")
  public static func < (a: Tensor, b: Tensor) -> Mask { fatalError() }

  @available(*, unavailable, message: "write x .< y, a Mask; (x .< y).allTrue is a Bool")
  @_disfavoredOverload
  public static func < (a: Tensor, b: Tensor) -> Bool { fatalError() }

  @available(*, unavailable, message: "write x .< 0, a Mask; (x .< 0).allTrue is a Bool")
  public static func < (a: Tensor, b: Double) -> Mask { fatalError() }

  @available(*, unavailable, message: "write x .< 0, a Mask; (x .< 0).allTrue is a Bool")
  @_disfavoredOverload
  public static func < (a: Tensor, b: Double) -> Bool { fatalError() }

  @available(*, unavailable, message: "write 0 .< x, a Mask; (0 .< x).allTrue is a Bool")
  public static func < (a: Double, b: Tensor) -> Mask { fatalError() }

  @available(*, unavailable, message: "write 0 .< x, a Mask; (0 .< x).allTrue is a Bool")
  @_disfavoredOverload
  public static func < (a: Double, b: Tensor) -> Bool { fatalError() }

  @available(*, unavailable, message: "write x .<= y, a Mask; (x .<= y).allTrue is a Bool")
  public static func <= (a: Tensor, b: Tensor) -> Mask { fatalError() }

  @available(*, unavailable, message: "write x .<= y, a Mask; (x .<= y).allTrue is a Bool")
  @_disfavoredOverload
  public static func <= (a: Tensor, b: Tensor) -> Bool { fatalError() }

  @available(*, unavailable, message: "write x .<= 0, a Mask; (x .<= 0).allTrue is a Bool")
  public static func <= (a: Tensor, b: Double) -> Mask { fatalError() }

  @available(*, unavailable, message: "write x .<= 0, a Mask; (x .<= 0).allTrue is a Bool")
  @_disfavoredOverload
  public static func <= (a: Tensor, b: Double) -> Bool { fatalError() }

  @available(*, unavailable, message: "write 0 .<= x, a Mask; (0 .<= x).allTrue is a Bool")
  public static func <= (a: Double, b: Tensor) -> Mask { fatalError() }

  @available(*, unavailable, message: "write 0 .<= x, a Mask; (0 .<= x).allTrue is a Bool")
  @_disfavoredOverload
  public static func <= (a: Double, b: Tensor) -> Bool { fatalError() }

  @available(*, unavailable, message: "write x .> y, a Mask; (x .> y).allTrue is a Bool")
  public static func > (a: Tensor, b: Tensor) -> Mask { fatalError() }

  @available(*, unavailable, message: "write x .> y, a Mask; (x .> y).allTrue is a Bool")
  @_disfavoredOverload
  public static func > (a: Tensor, b: Tensor) -> Bool { fatalError() }

  @available(*, unavailable, message: "write x .> 0, a Mask; (x .> 0).allTrue is a Bool")
  public static func > (a: Tensor, b: Double) -> Mask { fatalError() }

  @available(*, unavailable, message: "write x .> 0, a Mask; (x .> 0).allTrue is a Bool")
  @_disfavoredOverload
  public static func > (a: Tensor, b: Double) -> Bool { fatalError() }

  @available(*, unavailable, message: "write 0 .> x, a Mask; (0 .> x).allTrue is a Bool")
  public static func > (a: Double, b: Tensor) -> Mask { fatalError() }

  @available(*, unavailable, message: "write 0 .> x, a Mask; (0 .> x).allTrue is a Bool")
  @_disfavoredOverload
  public static func > (a: Double, b: Tensor) -> Bool { fatalError() }

  @available(*, unavailable, message: "write x .>= y, a Mask; (x .>= y).allTrue is a Bool")
  public static func >= (a: Tensor, b: Tensor) -> Mask { fatalError() }

  @available(*, unavailable, message: "write x .>= y, a Mask; (x .>= y).allTrue is a Bool")
  @_disfavoredOverload
  public static func >= (a: Tensor, b: Tensor) -> Bool { fatalError() }

  @available(*, unavailable, message: "write x .>= 0, a Mask; (x .>= 0).allTrue is a Bool")
  public static func >= (a: Tensor, b: Double) -> Mask { fatalError() }

  @available(*, unavailable, message: "write x .>= 0, a Mask; (x .>= 0).allTrue is a Bool")
  @_disfavoredOverload
  public static func >= (a: Tensor, b: Double) -> Bool { fatalError() }

  @available(*, unavailable, message: "write 0 .>= x, a Mask; (0 .>= x).allTrue is a Bool")
  public static func >= (a: Double, b: Tensor) -> Mask { fatalError() }

  @available(*, unavailable, message: "write 0 .>= x, a Mask; (0 .>= x).allTrue is a Bool")
  @_disfavoredOverload
  public static func >= (a: Double, b: Tensor) -> Bool { fatalError() }

  @available(*, unavailable, message: "write x .== 0, a Mask; (x .== 0).allTrue is a Bool")
  public static func == (a: Tensor, b: Double) -> Mask { fatalError() }

  @available(*, unavailable, message: "write x .== 0, a Mask; (x .== 0).allTrue is a Bool")
  @_disfavoredOverload
  public static func == (a: Tensor, b: Double) -> Bool { fatalError() }

  @available(*, unavailable, message: "write x .!= 0, a Mask; (x .!= 0).anyTrue is a Bool")
  public static func != (a: Tensor, b: Double) -> Mask { fatalError() }

  @available(*, unavailable, message: "write x .!= 0, a Mask; (x .!= 0).anyTrue is a Bool")
  @_disfavoredOverload
  public static func != (a: Tensor, b: Double) -> Bool { fatalError() }

  @available(*, unavailable, message: "write x .< Double(n)")
  public static func .< (a: Tensor, b: Int) -> Mask { fatalError() }

  @available(*, unavailable, message: "write x .<= Double(n)")
  public static func .<= (a: Tensor, b: Int) -> Mask { fatalError() }

  @available(*, unavailable, message: "write x .> Double(n)")
  public static func .> (a: Tensor, b: Int) -> Mask { fatalError() }

  @available(*, unavailable, message: "write x .>= Double(n)")
  public static func .>= (a: Tensor, b: Int) -> Mask { fatalError() }

  @available(*, unavailable, message: "write x .== Double(n)")
  public static func .== (a: Tensor, b: Int) -> Mask { fatalError() }

  @available(*, unavailable, message: "write x .!= Double(n)")
  public static func .!= (a: Tensor, b: Int) -> Mask { fatalError() }

  @available(*, unavailable, message: "write Double(n) .< x")
  public static func .< (a: Int, b: Tensor) -> Mask { fatalError() }

  @available(*, unavailable, message: "write Double(n) .<= x")
  public static func .<= (a: Int, b: Tensor) -> Mask { fatalError() }

  @available(*, unavailable, message: "write Double(n) .> x")
  public static func .> (a: Int, b: Tensor) -> Mask { fatalError() }

  @available(*, unavailable, message: "write Double(n) .>= x")
  public static func .>= (a: Int, b: Tensor) -> Mask { fatalError() }

  @available(*, unavailable, message: "write Double(n) .== x")
  public static func .== (a: Int, b: Tensor) -> Mask { fatalError() }

  @available(*, unavailable, message: "write Double(n) .!= x")
  public static func .!= (a: Int, b: Tensor) -> Mask { fatalError() }

  @available(*, unavailable, message: "write x .== Tensor(labels)")
  public static func .== (a: Tensor, b: [Int]) -> Mask { fatalError() }

  @available(*, unavailable, message: "write x .!= Tensor(labels)")
  public static func .!= (a: Tensor, b: [Int]) -> Mask { fatalError() }
}

extension [Int] {
  @available(
    *, unavailable,
    message: "write zip(a, b).count { $0 == $1 }, the number of places where they agree"
  )
  public static func .== (a: [Int], b: [Int]) -> Mask { fatalError() }
}
