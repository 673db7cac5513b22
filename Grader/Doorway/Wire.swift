import Tensors

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Values to frames and back.
public enum Wire {
  /// Returns `value` as a frame; tensors and byte strings in it go to the blob.
  public static func encode(_ value: some Encodable, as kind: Frame.Kind) throws -> Frame {
    let blob = Blob()
    let encoder = JSONEncoder()
    encoder.userInfo[.blob] = blob
    encoder.outputFormatting = .sortedKeys
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    let header = try encoder.encode(value)
    return Frame(kind: kind, header: header, blob: blob.bytes)
  }

  /// Returns the value in a frame, or throws `unreadable`. No byte of the blob is read twice: else a
  /// small frame could name large tensors, again and again.
  ///
  /// - Parameter wholly: Whether every byte of the blob has to be somebody's.
  public static func decode<T: Decodable>(
    _ type: T.Type, from frame: Frame, wholly: Bool = false
  ) throws(WireError) -> T {
    let decoder = JSONDecoder()
    let blob = Blob(frame.blob)
    decoder.userInfo[.blob] = blob
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    let value: T
    do {
      value = try decoder.decode(type, from: frame.header)
    } catch {
      throw .unreadable("\(error)")
    }
    if let fault = blob.fault(wholly: wholly) { throw .unreadable(fault) }
    return value
  }
}

/// The body of a question's frame: several inputs in one go cost one round trip.
public struct Asked<Input: Codable & Sendable>: Codable, Sendable {
  public var question: String
  public var inputs: [Input]

  public init(_ question: String, _ inputs: [Input]) {
    self.question = question
    self.inputs = inputs
  }
}

/// The raw bytes that travel beside a header. A class, so that the coders of all tensors in one
/// value share it; it never leaves the call that made it.
private final class Blob: @unchecked Sendable {
  var bytes: Data

  /// The runs that have been read, and how much they are together.
  private var runs: [Range<Int>] = []
  private var count = 0

  init(_ bytes: Data = Data()) {
    self.bytes = bytes
  }

  /// Returns `count` bytes at `place`; `what` asks for them.
  func read(_ count: Int, at place: Int, for what: @autoclosure () -> String) throws(WireError)
    -> Data
  {
    guard place >= 0, count >= 0, place <= bytes.count, count <= bytes.count - place else {
      throw .unreadable("\(what()) at \(place) of a blob of \(bytes.count) bytes")
    }
    self.count += count
    guard self.count <= bytes.count else { throw .unreadable(Self.overlap) }
    runs.append(place..<place + count)
    return bytes[bytes.startIndex + place..<bytes.startIndex + place + count]
  }

  /// What is wrong with what has been read.
  func fault(wholly: Bool) -> String? {
    let runs = runs.filter { !$0.isEmpty }.sorted { $0.lowerBound < $1.lowerBound }
    guard zip(runs, runs.dropFirst()).allSatisfy({ $0.upperBound <= $1.lowerBound }) else {
      return Self.overlap
    }
    return wholly && count != bytes.count ? "\(bytes.count - count) bytes of it are nobody's" : nil
  }

  private static let overlap = "two values share bytes of it"

  static func of(_ info: [CodingUserInfoKey: Any]) throws(WireError) -> Blob {
    guard let blob = info[.blob] as? Blob else { throw .unreadable("no blob") }
    return blob
  }
}

extension CodingUserInfoKey {
  fileprivate static let blob = CodingUserInfoKey(rawValue: "gradus.blob")!
}

/// A run of bytes that crosses beside the header, not inside it.
public struct Bytes: Codable, Sendable {
  public var data: Data

  public init(_ data: Data) {
    self.data = data
  }

  private enum Key: CodingKey { case at, count }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let at = try container.decode(Int.self, forKey: .at)
    let count = try container.decode(Int.self, forKey: .count)
    data = Data(try Blob.of(decoder.userInfo).read(count, at: at, for: "\(count) bytes"))
  }

  public func encode(to encoder: any Encoder) throws {
    let blob = try Blob.of(encoder.userInfo)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(blob.bytes.count, forKey: .at)
    try container.encode(data.count, forKey: .count)
    blob.bytes.append(data)
  }
}

/// A shape, a type and a place in the blob, by short names: an answer may hold hundreds.
extension Tensor: Codable {
  private enum Key: String, CodingKey {
    case shape = "s"
    case type = "t"
    case place = "at"
  }

  /// More than any exercise has use for: a shape is also what is printed.
  private static let mostAxes = 64

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let shape = try container.decode([Int].self, forKey: .shape)
    let type = try container.decode(String.self, forKey: .type)
    let place = try container.decode(Int.self, forKey: .place)
    guard shape.count <= Self.mostAxes else {
      throw WireError.unreadable("a tensor of \(shape.count) axes")
    }
    guard let elementType = ElementType(coded: type) else {
      throw WireError.unreadable("no element type is called \(type)")
    }
    // Axes without entries left out: strides are products of the others.
    var size = elementType.size
    for axis in shape where axis != 0 {
      let (product, overflow) = size.multipliedReportingOverflow(by: axis)
      guard axis >= 0, !overflow else { throw WireError.unreadable("no shape: \(shape)") }
      size = product
    }
    if shape.contains(0) { size = 0 }
    let bytes = try Blob.of(decoder.userInfo).read(
      size, at: place, for: "a tensor \(shape) of \(type)")
    self = bytes.withUnsafeBytes {
      Tensor(shape: shape, bytes: $0, elementType: elementType)
    }
  }

  public func encode(to encoder: any Encoder) throws {
    let blob = try Blob.of(encoder.userInfo)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(shape, forKey: .shape)
    try container.encode(elementType.coded, forKey: .type)
    try container.encode(blob.bytes.count, forKey: .place)
    withRawBytes { blob.bytes.append(contentsOf: $0) }
  }
}

extension ElementType {
  fileprivate init?(coded: String) {
    switch coded {
    case "f8": self = .float64
    case "f4": self = .float32
    default: return nil
    }
  }

  fileprivate var coded: String { self == .float64 ? "f8" : "f4" }
}
