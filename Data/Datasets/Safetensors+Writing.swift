import Tensors

extension Safetensors {
  /// Writes the tensors to a file, whose bytes are always the same for the same tensors. It is there
  /// as a whole, or as it was before.
  ///
  /// Throws `DatasetError` where it cannot be written. Traps where a tensor is called
  /// `__metadata__`, which is taken.
  public static func save(
    _ tensors: [String: Tensor], metadata: [String: String] = [:], as file: String
  ) throws(DatasetError) {
    try FileSystem.replace(file, with: bytes(of: tensors, metadata: metadata))
  }

  /// The bytes of such a file: those that Python's `safetensors` writes.
  ///
  /// The longer type comes first, so that every entry lies at a multiple of its size; of equal ones
  /// the lesser name.
  public static func bytes(
    of tensors: [String: Tensor], metadata: [String: String] = [:]
  ) -> [UInt8] {
    guard tensors["__metadata__"] == nil else {
      fatalError("Safetensors: no tensor may be called '__metadata__'. Choose another name")
    }
    let ordered = tensors.sorted { a, b in
      let (size, other) = (a.value.elementType.size, b.value.elementType.size)
      return size == other ? a.key.precedes(b.key) : size > other
    }
    var members: [String] = []
    if !metadata.isEmpty {
      let texts = metadata.sorted { $0.key.precedes($1.key) }
      members.append(
        "\"__metadata__\":{\(texts.map { "\($0.quoted):\($1.quoted)" }.joined(separator: ","))}")
    }
    var end = 0
    for (name, tensor) in ordered {
      let start = end
      end += tensor.count * tensor.elementType.size
      let type: ElementType = tensor.elementType == .float32 ? .float32 : .float64
      let shape = tensor.shape.map(String.init).joined(separator: ",")
      members.append(
        "\(name.quoted):{\"dtype\":\"\(type.rawValue)\",\"shape\":[\(shape)],"
          + "\"data_offsets\":[\(start),\(end)]}")
    }
    let header = Array("{\(members.joined(separator: ","))}".utf8)
    let padding = [UInt8](repeating: 0x20, count: -header.count & 7)
    var bytes = withUnsafeBytes(of: UInt64(header.count + padding.count).littleEndian, Array.init)
    bytes.reserveCapacity(bytes.count + header.count + padding.count + end)
    bytes += header
    bytes += padding
    for (_, tensor) in ordered { tensor.withRawBytes { bytes += $0 } }
    return bytes
  }
}

extension String {
  /// Whether its bytes come before those of `other`: `<` would not tell spellings apart.
  fileprivate func precedes(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }

  /// As JSON has it.
  fileprivate var quoted: String {
    let escaped = unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case "\u{8}": "\\b"
      case "\u{C}": "\\f"
      case "\n": "\\n"
      case "\r": "\\r"
      case "\t": "\\t"
      case _ where scalar.value < 0x20:
        "\\u00" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16)
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}
