extension Safetensors {
  /// What a file says of itself before its data, all of it checked.
  struct Header {
    /// In the order of their bytes, which leave nothing out and share nothing.
    private(set) var entries: [Entry] = []
    private(set) var metadata: [String: String] = [:]

    /// In bytes, the eight that tell the length among them.
    let size: Int

    /// As the format has it.
    static let longest = 100_000_000

    /// As NumPy has it.
    static let mostAxes = 64

    init(of file: [UInt8]) throws(Fault) {
      guard file.count >= 8 else { throw .noHeaderLength(bytes: file.count) }
      let length = file[..<8].reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
      guard length <= Self.longest else { throw .headerTooLong(length) }
      size = 8 + Int(length)
      guard size <= file.count else {
        throw .endsInHeader(length: Int(length), bytes: file.count)
      }
      // Else blanks might come before it.
      guard length > 0, file[8] == UInt8(ascii: "{") else {
        throw .grammar(place: 0, expected: .openingBrace)
      }
      var text = HeaderText(file[8..<size])
      try text.readObject { (name, text) throws(Fault) in
        if name == "__metadata__" {
          try readMetadata(&text)
        } else {
          entries.append(try Entry(named: name, &text))
        }
      }
      try text.readEnd()
      try order(dataSize: file.count - size)
    }

    /// Some writers say `null` where there is nothing to say.
    private mutating func readMetadata(_ text: inout HeaderText) throws(Fault) {
      if try text.readNull() { return }
      try text.readObject { (key, text) throws(Fault) in metadata[key] = try text.readString() }
    }

    private mutating func order(dataSize: Int) throws(Fault) {
      entries.sort {
        ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
      }
      var end = 0
      for entry in entries {
        guard entry.range.lowerBound == end else {
          throw .wrongStart(tensor: entry.name, start: entry.range.lowerBound, expected: end)
        }
        end = entry.range.upperBound
      }
      guard end == dataSize else { throw .wrongDataSize(bytes: dataSize, expected: end) }
    }
  }
}

extension Safetensors.Entry {
  /// Reads what the header says of the tensor, and checks that it fits together.
  init(named name: String, _ text: inout HeaderText) throws(Safetensors.Fault) {
    var typeName: String?
    var shape: [Int]?
    var offsets: [Int]?
    try text.readObject { (key, text) throws(Safetensors.Fault) in
      switch key {
      case "dtype": typeName = try text.readString()
      case "shape": shape = try text.readNumbers()
      case "data_offsets": offsets = try text.readNumbers(count: 2)
      default: throw .unknownKey(tensor: name, key: key)
      }
    }
    guard let typeName else { throw .missingKey(tensor: name, key: "dtype") }
    guard let shape else { throw .missingKey(tensor: name, key: "shape") }
    guard let offsets else { throw .missingKey(tensor: name, key: "data_offsets") }
    guard let type = Safetensors.ElementType(rawValue: typeName) else {
      throw .elementType(tensor: name, name: typeName)
    }
    guard shape.count <= Safetensors.Header.mostAxes else {
      throw .tooManyAxes(tensor: name, axes: shape.count)
    }
    let bytes = try Self.byteCount(tensor: name, shape, type)
    let (start, end) = (offsets[0], offsets[1])
    guard start <= end, end - start == bytes else {
      throw .wrongSize(tensor: name, shape: shape, type: type, start: start, end: end)
    }
    (self.name, self.type, self.shape, range) = (name, type, shape, start..<end)
  }

  /// Whatever is asked of a shape, its strides say, has to be countable even if one of its lengths
  /// is 0.
  private static func byteCount(
    tensor: String, _ shape: [Int], _ type: Safetensors.ElementType
  ) throws(Safetensors.Fault) -> Int {
    var bits = type.bits
    for length in shape where length > 0 {
      let (product, overflow) = bits.multipliedReportingOverflow(by: length)
      guard !overflow else { throw .tooLarge(tensor: tensor, shape: shape) }
      bits = product
    }
    if shape.contains(0) { return 0 }
    guard bits.isMultiple(of: 8) else {
      throw .unfilledByte(tensor: tensor, shape: shape, type: type)
    }
    return bits / 8
  }
}
