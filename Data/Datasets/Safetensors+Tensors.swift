import Tensors

extension Safetensors.Entry {
  typealias Fault = Safetensors.EntryFault

  /// Returns the tensor whose entries are `bytes`, as many as they take.
  func tensor(of bytes: ArraySlice<UInt8>) throws(Fault) -> Tensor {
    switch type {
    // All machines that run this lay numbers out as the format does.
    case .float32: bytes.withUnsafeBytes { Tensor(shape: shape, bytes: $0, elementType: .float32) }
    case .float64: bytes.withUnsafeBytes { Tensor(shape: shape, bytes: $0, elementType: .float64) }
    case .float16: float32s(bytes, Self.number(half:))
    case .bfloat16: float32s(bytes) { (bits: UInt16) in Float(bitPattern: UInt32(bits) << 16) }
    case .uint8: float32s(bytes) { (entry: UInt8) in Float(entry) }
    case .int8: float32s(bytes) { (entry: Int8) in Float(entry) }
    case .uint16: float32s(bytes) { (entry: UInt16) in Float(entry) }
    case .int16: float32s(bytes) { (entry: Int16) in Float(entry) }
    case .bool: try bools(bytes)
    case .uint32: try float64s(bytes, UInt32.self)
    case .int32: try float64s(bytes, Int32.self)
    case .uint64: try float64s(bytes, UInt64.self)
    case .int64: try float64s(bytes, Int64.self)
    case .float4, .float6e2m3, .float6e3m2, .float8e5m2, .float8e4m3, .float8e8m0, .float8e4m3fnuz,
      .float8e5m2fnuz, .complex64:
      throw .elementType(type)
    }
  }

  /// The number that has these bits in 16-bit floating point: a sign, 5 bits of exponent, 10 of
  /// fraction.
  private static func number(half bits: UInt16) -> Float {
    let sign = UInt32(bits & 0x8000) << 16
    let magnitude = UInt32(bits & 0x7FFF) << 13
    let isFinite = magnitude < 0x0F80_0000
    // In a `Float` the same exponent stands for 112 less, of numbers below the normal ones as well.
    return isFinite
      ? Float(bitPattern: sign | magnitude) * 0x1p112
      : Float(bitPattern: sign | 0x7F80_0000 | magnitude)
  }

  private func float32s<T: FixedWidthInteger & SendableMetatype>(
    _ bytes: ArraySlice<UInt8>, _ number: (T) -> Float
  ) -> Tensor {
    Tensor(shape: shape, float32s: integers(bytes).map(number))
  }

  private func bools(_ bytes: ArraySlice<UInt8>) throws(Fault) -> Tensor {
    if let place = bytes.firstIndex(where: { $0 > 1 }) {
      throw .notBool(entry: place - bytes.startIndex, value: bytes[place])
    }
    return float32s(bytes) { (entry: UInt8) in Float(entry) }
  }

  private func float64s<T: FixedWidthInteger & SendableMetatype>(
    _ bytes: ArraySlice<UInt8>, _ type: T.Type
  ) throws(Fault) -> Tensor {
    let integers: [T] = integers(bytes)
    if let i = integers.firstIndex(where: { $0.magnitude > 1 << 53 }) {
      throw .inexact(entry: i, value: Int128(integers[i]))
    }
    return Tensor(shape: shape, scalars: integers.map(Double.init))
  }

  private func integers<T: FixedWidthInteger & SendableMetatype>(_ bytes: ArraySlice<UInt8>) -> [T]
  {
    let size = MemoryLayout<T>.size
    return bytes.withUnsafeBytes { bytes in
      (0..<bytes.count / size).map {
        T(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * size, as: T.self))
      }
    }
  }
}
