import Datasets
import Foundation
import Tensors
import Testing

@Suite("The IDX reader")
struct IDXTests {
  let folder: TemporaryFolder
  var file: String { "\(folder.path)/array" }

  init() throws {
    folder = try TemporaryFolder()
  }

  func read(_ bytes: [UInt8]) throws -> (elementType: IDX.ElementType, entries: Tensor) {
    try folder.write(bytes, to: "array")
    return try IDX.read(file)
  }

  /// Two entries, of each type.
  static let types: [(code: UInt8, entries: [UInt8], values: [Double], exactly: ElementType)] = [
    (0x08, [0, 255], [0, 255], .float32),
    (0x09, [0x7F, 0x80], [127, -128], .float32),
    (0x0B, [0x01, 0x02, 0x80, 0x00], [258, -32_768], .float32),
    (0x0C, [0x01, 0, 0, 0x01, 0xFF, 0xFF, 0xFF, 0xFE], [16_777_217, -2], .float64),
    (0x0D, [0x3F, 0x80, 0, 0, 0xC0, 0x20, 0, 0], [1, -2.5], .float32),
    (
      0x0E, [0x3F, 0xF0, 0, 0, 0, 0, 0, 1, 0xC0, 0x04, 0, 0, 0, 0, 0, 0], [1 + 0x1p-52, -2.5],
      .float64
    ),
  ]

  @Test("reads entries of every type, the greatest byte first", arguments: types.indices)
  func elementTypes(_ index: Int) throws {
    let type = Self.types[index]
    let array = try read([0, 0, type.code, 2, 0, 0, 0, 1, 0, 0, 0, 2] + type.entries)
    #expect(array.elementType.rawValue == type.code)
    #expect(array.entries.shape == [1, 2])
    #expect(array.entries.scalars == type.values)
    #expect(array.entries.elementType == type.exactly)
  }

  @Test("knows every type of the format", arguments: IDX.ElementType.allCases)
  func allTypes(_ type: IDX.ElementType) {
    #expect(Self.types.contains { $0.code == type.rawValue })
    #expect(Self.types.count == IDX.ElementType.allCases.count)
  }

  @Test("reads arrays of one, of many, and of no entries")
  func shapes() throws {
    #expect(try read([0, 0, 8, 1, 0, 0, 0, 3, 7, 8, 9]).entries.scalars == [7, 8, 9])
    let many = try read([0, 0, 8, 4] + [1, 2, 1, 2].flatMap { [0, 0, 0, $0] } + [1, 2, 3, 4])
    #expect(many.entries.shape == [1, 2, 1, 2])
    #expect(try read([0, 0, 8, 2, 0, 0, 0, 0, 0, 0, 0, 5]).entries.shape == [0, 5])
    let long = try read([0, 0, 8, 1, 0, 0, 1, 2] + [UInt8](repeating: 1, count: 258))
    #expect(long.entries.shape == [258])
  }

  @Test("reads what it has written")
  func roundTrip() throws {
    let bytes = (0..<24).map { UInt8($0 * 10) }
    let array = try read(IDX.file(of: bytes, shape: [2, 3, 4]))
    #expect(array.entries.shape == [2, 3, 4])
    #expect(array.entries.scalars == bytes.map(Double.init))
  }

  static let faults: [(bytes: [UInt8], fault: IDX.Fault)] = [
    ([1, 0, 8, 1, 0, 0, 0, 0], .magic), ([0, 7, 8, 1, 0, 0, 0, 0], .magic), ([80, 75], .magic),
    ([], .endsInHeader), ([0, 0, 8], .endsInHeader), ([0, 0, 8, 2, 0, 0, 0, 1], .endsInHeader),
    ([0, 0, 8, 0], .noAxes),
    ([0, 0, 0x0A, 1, 0, 0, 0, 0], .elementType(0x0A)),
    ([0, 0, 0, 1, 0, 0, 0, 0], .elementType(0)),
    (
      [0, 0, 0x0E, 3] + [UInt8](repeating: 255, count: 12),
      .tooLarge(shape: [Int](repeating: 4_294_967_295, count: 3))
    ),
  ]

  @Test("refuses what is not of the format, and says why", arguments: faults.indices)
  func notIDX(_ index: Int) throws {
    let (bytes, fault) = Self.faults[index]
    #expect(throws: DatasetError.notIDX(file: file, fault)) { try read(bytes) }
  }

  @Test("refuses a file that is cut short or too long", arguments: [3, 5])
  func wrongSize(_ entries: Int) throws {
    let bytes = [0, 0, 8, 1, 0, 0, 0, 4] + [UInt8](repeating: 1, count: entries)
    #expect(
      throws: DatasetError.wrongSize(file: file, bytes: bytes.count, expected: .exactly(12))
    ) { try read(bytes) }
  }

  @Test("refuses a packed file, and a missing one")
  func packed() throws {
    #expect(throws: DatasetError.packed(file: file)) { try read([0x1F, 0x8B, 8, 0, 0]) }
    try folder.remove("array")
    #expect(throws: DatasetError.missingFile(file)) { try IDX.read(file) }
  }
}
