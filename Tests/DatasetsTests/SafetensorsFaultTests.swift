import Datasets
import Tensors
import Testing

@Suite("The reader of safetensors files refuses")
struct SafetensorsFaultTests {
  private typealias Files = SafetensorsTests

  private func expect(_ fault: Safetensors.Fault, _ bytes: [UInt8]) {
    #expect(
      throws: DatasetError.notSafetensors(file: "f", fault),
      "\(String(decoding: bytes.dropFirst(8), as: UTF8.self))"
    ) {
      try Safetensors(bytes: bytes, of: "f")
    }
  }

  private func expect(_ fault: Safetensors.Fault, _ header: String, data: Int = 0) {
    expect(fault, Files.file(header, [UInt8](repeating: 0, count: data)))
  }

  @Test("a header whose length is not told, beyond the file, or beyond what the format allows")
  func lengths() {
    for count in 0..<8 {
      expect(.noHeaderLength(bytes: count), [UInt8](repeating: 0, count: count))
    }
    func length(_ length: UInt64) -> [UInt8] {
      withUnsafeBytes(of: length.littleEndian, Array.init) + [0x7B, 0x7D]
    }
    expect(.endsInHeader(length: 3, bytes: 10), length(3))
    expect(.endsInHeader(length: 100_000_000, bytes: 10), length(100_000_000))
    expect(.headerTooLong(100_000_001), length(100_000_001))
    expect(.headerTooLong(.max), length(.max))
    #expect(throws: Never.self) { try Safetensors(bytes: length(2), of: "f") }
  }

  @Test("a header that is not as the format has it, and says at which byte")
  func grammar() {
    let one = Files.entry("U8", "[1]", 0, 1)
    let faults: [(String, Int, Safetensors.Grammar)] = [
      ("", 0, .openingBrace), (" {}", 0, .openingBrace), ("[]", 0, .openingBrace),
      ("{", 1, .quote), ("{}}", 2, .end), ("{} \0", 3, .end), ("{a:1}", 1, .quote),
      ("{\"a\"", 4, .colon), ("{\"a", 3, .closingQuote), ("{\"a\n\":\(one)}", 3, .closingQuote),
      ("{\"a\":1}", 5, .openingBrace), ("{\"a\":null}", 5, .openingBrace),
      ("{\"a\":\(one)", 52, .closingBrace), ("{\"a\":\(one),}", 53, .quote),
      ("{\"__metadata__\":{\"a\":1}}", 21, .quote), ("{\"__metadata__\":nul}", 16, .null),
      ("{\"__metadata__\":[]}", 16, .openingBrace),
      (#"{"\x"#, 3, .escape), (#"{"\u12"#, 3, .escape), (#"{"\u12g4":"#, 3, .escape),
      (#"{"\ud800":"#, 3, .escape), (#"{"\udc00":"#, 3, .escape),
      (#"{"\ud800\u0041":"#, 3, .escape),
      (#"{"a":{"dtype":{"U8":null}}}"#, 14, .quote),
      (#"{"a":["U8",[1],[0,1]]}"#, 5, .openingBrace),
      (#"{"a":{"shape":1}}"#, 14, .openingBracket), (#"{"a":{"shape":[1}}"#, 16, .closingBracket),
      (#"{"a":{"shape":[1,]}}"#, 17, .wholeNumber), (#"{"a":{"shape":[-1]}}"#, 15, .wholeNumber),
      (#"{"a":{"shape":[-0]}}"#, 15, .wholeNumber), (#"{"a":{"shape":[01]}}"#, 16, .wholeNumber),
      (#"{"a":{"shape":[1.0]}}"#, 16, .closingBracket),
      (#"{"a":{"shape":[1e0]}}"#, 16, .closingBracket),
      (#"{"a":{"shape":[[1]]}}"#, 15, .wholeNumber),
      (#"{"a":{"shape":[9223372036854775808]}}"#, 15, .smallerNumber),
      (#"{"a":{"shape":[99999999999999999999999]}}"#, 15, .smallerNumber),
      (#"{"a":{"data_offsets":[0]}}"#, 23, .wholeNumber),
      (#"{"a":{"data_offsets":[0,1,2]}}"#, 25, .closingBracket),
    ]
    for (header, place, expected) in faults {
      expect(.grammar(place: place, expected: expected), header, data: 1)
    }
  }

  @Test("text that is not UTF-8, and a mark of byte order")
  func unicode() {
    let rest = Array("\":\(Files.entry("U8", "[1]", 0, 1))}".utf8)
    let broken: [[UInt8]] = [
      [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xC3],
    ]
    for bytes in broken {
      expect(.grammar(place: 2, expected: .unicode), Files.file([0x7B, 0x22] + bytes + rest, [0]))
    }
    expect(.grammar(place: 0, expected: .openingBrace), "\u{FEFF}{}")
  }

  @Test("a name that occurs twice, also in another spelling")
  func repeated() {
    let none = Files.entry("U8", "[0]", 0, 0)
    expect(.repeatedName("a"), "{\"a\":\(none),\"a\":\(none)}")
    expect(.repeatedName("a"), "{\"a\":\(none),\"\\u0061\":\(none)}")
    expect(.repeatedName("é"), "{\"\u{E9}\":\(none),\"e\u{301}\":\(none)}")
    expect(.repeatedName("__metadata__"), #"{"__metadata__":{},"__metadata__":{}}"#)
    expect(.repeatedName("k"), #"{"__metadata__":{"k":"","k":""}}"#)
    expect(.repeatedName("dtype"), #"{"a":{"dtype":"U8","dtype":"U8"}}"#)
  }

  @Test("a tensor that is said too little, too much, or unknown things of")
  func keys() {
    expect(.missingKey(tensor: "a", key: "dtype"), #"{"a":{"shape":[0],"data_offsets":[0,0]}}"#)
    expect(.missingKey(tensor: "a", key: "shape"), #"{"a":{"dtype":"U8","data_offsets":[0,0]}}"#)
    expect(.missingKey(tensor: "a", key: "data_offsets"), #"{"a":{"dtype":"U8","shape":[0]}}"#)
    expect(.unknownKey(tensor: "a", key: "x"), #"{"a":{"x":[[[[[[[["#)
    expect(.elementType(tensor: "a", name: "f32"), "{\"a\":\(Files.entry("f32", "[0]", 0, 0))}")
    let axes = repeatElement("1", count: 65).joined(separator: ",")
    expect(
      .tooManyAxes(tensor: "a", axes: 65), "{\"a\":\(Files.entry("U8", "[\(axes)]", 0, 1))}",
      data: 1)
  }

  @Test("a size that is not that of shape and type, or cannot be counted")
  func sizes() {
    for (type, shape, start, end) in [
      ("F32", [2], 0, 4), ("F32", [1], 0, 8), ("F32", [1], 8, 4), ("U8", [], 0, 0),
      ("U8", [0], 0, 1),
      ("F64", [2, 2], 0, 16), ("F4", [3, 4], 0, 5),
    ] {
      let fault = Safetensors.Fault.wrongSize(
        tensor: "a", shape: shape, type: .init(rawValue: type)!, start: start, end: end)
      expect(fault, "{\"a\":\(Files.entry(type, "\(shape)", start, end))}", data: end)
    }
    for shape in [[Int.max], [1 << 32, 1 << 32], [0, .max], [.max, 0], [1 << 31, 1 << 31, 0]] {
      expect(
        .tooLarge(tensor: "a", shape: shape), "{\"a\":\(Files.entry("F32", "\(shape)", 0, 0))}")
    }
    expect(
      .unfilledByte(tensor: "a", shape: [3], type: .float4),
      "{\"a\":\(Files.entry("F4", "[3]", 0, 1))}", data: 1)
  }

  @Test("tensors that share bytes, leave some out, or do not end with the file")
  func places() {
    func two(_ first: Range<Int>, _ second: Range<Int>) -> String {
      let entries = zip(["a", "b"], [first, second]).map { name, range in
        "\"\(name)\":\(Files.entry("U8", "[\(range.count)]", range.lowerBound, range.upperBound))"
      }
      return "{\(entries.joined(separator: ","))}"
    }
    expect(.wrongStart(tensor: "b", start: 1, expected: 2), two(0..<2, 1..<3), data: 3)
    expect(.wrongStart(tensor: "b", start: 0, expected: 2), two(0..<2, 0..<2), data: 2)
    expect(.wrongStart(tensor: "a", start: 3, expected: 2), two(3..<4, 0..<2), data: 4)
    expect(.wrongStart(tensor: "a", start: 1, expected: 0), two(1..<2, 2..<3), data: 3)
    expect(.wrongStart(tensor: "b", start: 1, expected: 2), two(0..<2, 1..<1), data: 2)
    expect(.wrongDataSize(bytes: 3, expected: 4), two(0..<2, 2..<4), data: 3)
    expect(.wrongDataSize(bytes: 5, expected: 4), two(0..<2, 2..<4), data: 5)
    expect(.wrongDataSize(bytes: 1, expected: 0), "{}", data: 1)
    #expect(throws: Never.self) {
      try Safetensors(bytes: Files.file(two(2..<4, 0..<2), [1, 2, 3, 4]), of: "f")
    }
  }

  @Test("a file that is missing, a folder, or larger than is asked for")
  func files() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/m.safetensors"
    #expect(throws: DatasetError.missingFile(path)) { try Safetensors(reading: path) }
    #expect(throws: DatasetError.self) { try Safetensors(reading: folder.path) }
    try folder.write(Files.file("{}"), to: "m.safetensors")
    #expect(throws: DatasetError.notSafetensors(file: path, .tooManyBytes(10, limit: 9))) {
      try Safetensors(reading: path, limit: 9)
    }
    #expect(throws: Never.self) { try Safetensors(reading: path, limit: 10) }
    try folder.resize("m.safetensors", to: 1 << 42)
    #expect(throws: DatasetError.notSafetensors(file: path, .tooManyBytes(1 << 42, limit: 1 << 31)))
    {
      try Safetensors(reading: path)
    }
  }

  @Test("ten thousand files with a bit turned, or cut short, without a trap")
  func corrupted() throws {
    let tensors = ["w": Tensor([[1, 2], [3, 4]]), "b": Tensor([5.0]).converted(to: .float32)]
    let whole = Safetensors.bytes(of: tensors, metadata: ["k": "v"])
    var generator = SeededGenerator(seed: 1)
    var refused = 0
    for i in 0..<10_000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] ^=
          1 << UInt8.random(in: 0..<8, using: &generator)
      }
      if i.isMultiple(of: 4) {
        bytes.removeLast(Int.random(in: 1...bytes.count, using: &generator))
      }
      do throws(DatasetError) {
        _ = try Safetensors(bytes: bytes, of: "f").tensors()
      } catch {
        refused += 1
      }
    }
    #expect(refused > 5000)
  }
}
