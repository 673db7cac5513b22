import Datasets
import Tensors
import Testing

@Suite("The reader of safetensors files")
struct SafetensorsTests {
  /// A file of that header and data.
  static func file(_ header: String, _ data: [UInt8] = []) -> [UInt8] {
    file(Array(header.utf8), data)
  }

  static func file(_ header: [UInt8], _ data: [UInt8] = []) -> [UInt8] {
    withUnsafeBytes(of: UInt64(header.count).littleEndian, Array.init) + header + data
  }

  /// What a header says of a tensor.
  static func entry(_ type: String, _ shape: String, _ start: Int, _ end: Int) -> String {
    "{\"dtype\":\"\(type)\",\"shape\":\(shape),\"data_offsets\":[\(start),\(end)]}"
  }

  private func read(_ bytes: [UInt8]) throws -> Safetensors {
    try Safetensors(bytes: bytes, of: "f")
  }

  /// Entries of every type that is read, as they come out.
  static let types: [(type: String, entries: [UInt8], values: [Double], exactly: ElementType)] = [
    ("F64", [1, 0, 0, 0, 0, 0, 0xF0, 0x3F], [1 + 0x1p-52], .float64),
    ("F32", [0, 0, 0x80, 0x3F, 1, 0, 0, 0x80], [1, -0x1p-149], .float32),
    ("BF16", [0x80, 0x3F, 0x7F, 0x7F, 1, 0], [1, 0x1.FEp127, 0x1p-133], .float32),
    (
      "F16", [0, 0x3C, 1, 0, 0xFF, 0x83, 0xFF, 0x7B, 0, 0x80, 0, 0x7C, 0, 0xFC],
      [1, 0x1p-24, -0x1.FF8p-15, 65_504, -0.0, .infinity, -.infinity], .float32
    ),
    ("BOOL", [0, 1, 1], [0, 1, 1], .float32),
    ("U8", [0, 255], [0, 255], .float32),
    ("I8", [0x7F, 0x80], [127, -128], .float32),
    ("U16", [2, 1, 0xFF, 0xFF], [258, 65_535], .float32),
    ("I16", [2, 1, 0, 0x80], [258, -32_768], .float32),
    ("U32", [1, 0, 0, 1, 0xFF, 0xFF, 0xFF, 0xFF], [16_777_217, 4_294_967_295], .float64),
    ("I32", [1, 0, 0, 1, 0, 0, 0, 0x80], [16_777_217, -2_147_483_648], .float64),
    ("U64", [0, 0, 0, 0, 0, 0, 0x20, 0], [0x1p53], .float64),
    ("I64", [0, 0, 0, 0, 0, 0, 0xE0, 0xFF], [-0x1p53], .float64),
  ]

  static let refusedTypes: [(name: String, bits: Int)] = [
    ("F4", 4), ("F6_E2M3", 6), ("F6_E3M2", 6), ("F8_E5M2", 8), ("F8_E4M3", 8), ("F8_E8M0", 8),
    ("F8_E4M3FNUZ", 8), ("F8_E5M2FNUZ", 8), ("C64", 64),
  ]

  @Test(
    "reads the very numbers of every type that it reads, the least byte first",
    arguments: types.indices)
  func elementTypes(_ index: Int) throws {
    let (type, bytes, values, exactly) = Self.types[index]
    let header = Self.entry(type, "[1,\(values.count)]", 0, bytes.count)
    let tensor = try read(Self.file("{\"x\":\(header)}", bytes)).tensor(named: "x")
    #expect(tensor.shape == [1, values.count])
    #expect(tensor.scalars.map(\.bitPattern) == values.map(\.bitPattern))
    #expect(tensor.elementType == exactly)
  }

  @Test("reads F16 as what is not a number, where it is that")
  func halfNaN() throws {
    let tensor = try read(
      Self.file("{\"x\":\(Self.entry("F16", "[2]", 0, 4))}", [1, 0x7C, 0, 0xFE])
    )
    .tensor(named: "x")
    #expect(tensor.scalars.map(\.isNaN) == [true, true])
  }

  @Test("names the type that it does not read, and reads the rest", arguments: refusedTypes.indices)
  func unreadTypes(_ index: Int) throws {
    let (name, bits) = Self.refusedTypes[index]
    let header =
      "{\"a\":\(Self.entry(name, "[8]", 0, bits)),\"b\":\(Self.entry("U8", "[1]", bits, bits + 1))}"
    let file = try read(Self.file(header, [UInt8](repeating: 7, count: bits + 1)))
    #expect(file.entries.map(\.type.rawValue) == [name, "U8"])
    let type = file.entries[0].type
    #expect(throws: DatasetError.unreadTensor(file: "f", name: "a", .elementType(type))) {
      try file.tensor(named: "a")
    }
    #expect(try file.tensor(named: "b").scalars == [7])
  }

  @Test("knows every type of the format")
  func allTypes() {
    let names = Self.types.map(\.type) + Self.refusedTypes.map(\.name)
    #expect(Set(names) == Set(Safetensors.ElementType.allCases.map(\.rawValue)))
  }

  @Test("refuses integers that no float64 may be, and names the first")
  func inexact() throws {
    let (one, below): ([UInt8], [UInt8]) = (
      [1, 0, 0, 0, 0, 0, 0x20, 0], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xDF, 0xFF]
    )
    let zero = [UInt8](repeating: 0, count: 8)
    for (type, bytes, value) in [
      ("U64", one, 1 << 53 + 1 as Int128), ("I64", one, 1 << 53 + 1),
      ("I64", below, -(1 << 53) - 1),
    ] {
      let file = try read(Self.file("{\"x\":\(Self.entry(type, "[2]", 0, 16))}", zero + bytes))
      let fault = Safetensors.EntryFault.inexact(entry: 1, value: value)
      #expect(throws: DatasetError.unreadTensor(file: "f", name: "x", fault)) { try file.tensors() }
    }
  }

  @Test("refuses a BOOL that is neither 0 nor 1")
  func notBool() throws {
    let file = try read(Self.file("{\"x\":\(Self.entry("BOOL", "[3]", 0, 3))}", [1, 0, 2]))
    let fault = Safetensors.EntryFault.notBool(entry: 2, value: 2)
    #expect(throws: DatasetError.unreadTensor(file: "f", name: "x", fault)) { try file.tensors() }
  }

  @Test("reads tensors of no axes, of no entries, of many axes, and files of no tensors")
  func shapes() throws {
    let entries = [
      "\"one\":" + Self.entry("U8", "[]", 0, 1), "\"none\":" + Self.entry("F32", "[3,0,5]", 1, 1),
      "\"void\":" + Self.entry("F64", "[0]", 1, 1),
      "\"many\":"
        + Self.entry("U8", "[\(repeatElement("1", count: 64).joined(separator: ","))]", 1, 2),
    ]
    let tensors = try read(Self.file("{\(entries.joined(separator: ","))}", [7, 8])).tensors()
    #expect(tensors["one"]?.shape == [])
    #expect(tensors["one"]?.scalar == 7)
    #expect(tensors["none"]?.shape == [3, 0, 5])
    #expect(tensors["void"]?.shape == [0])
    #expect(tensors["many"]?.rank == 64)
    #expect(tensors["many"]?.scalar == 8)
    #expect(try read(Self.file("{}")).entries.isEmpty)
  }

  @Test("takes tensors in any order, at any byte, and blanks where JSON has them")
  func order() throws {
    let header =
      "{\n\t\"b\" : \(Self.entry("F32", "[ 1 ]", 1, 5)) , \"a\":\(Self.entry("U8", "[1]", 0, 1)) } \r\n  "
    let file = try read(Self.file(header, [7, 0, 0, 0x80, 0x3F]))
    #expect(file.entries.map(\.name) == ["a", "b"])
    #expect(file.entries.map(\.count) == [1, 1])
    #expect(try file.tensor(named: "a").scalars == [7])
    #expect(try file.tensor(named: "b").scalars == [1])
  }

  @Test("reads metadata, also where it is null")
  func metadata() throws {
    #expect(
      try read(Self.file("{\"__metadata__\":{\"k\":\"v\",\"\":\"\"}}")).metadata == [
        "k": "v", "": "",
      ])
    #expect(try read(Self.file("{\"__metadata__\": null}")).metadata.isEmpty)
  }

  @Test("reads names with every escape of JSON, and those beyond ASCII")
  func names() throws {
    let escaped = #"\"\\\/\b\f\n\r\t\u0041\u00e9\uD83d\ude00\u0000"#
    let file = try read(Self.file("{\"\(escaped)ü😀\":\(Self.entry("U8", "[0]", 0, 0))}"))
    #expect(file.entries[0].name == "\"\\/\u{8}\u{C}\n\r\tA\u{E9}😀\0ü😀")
  }

  @Test("says which tensors there are, where one is asked for that is not")
  func noTensor() throws {
    let file = try read(Self.file("{\"w\":\(Self.entry("U8", "[0]", 0, 0))}"))
    #expect(throws: DatasetError.noTensor(file: "f", name: "W", names: ["w"])) {
      try file.tensor(named: "W")
    }
  }
}
