import Doorway
import Foundation
import Tensors
import Testing

@testable import Grading

@Suite("The wire")
struct FrameTests {
  private let answer: Frame

  init() throws {
    answer = try Wire.encode([Tensor([[1, 2], [3, .nan]])], as: .answer)
  }

  private func take(_ bytes: Data, limit: Int = 1 << 20) throws(WireError) -> Frame? {
    var buffer = bytes
    return try Frame.take(from: &buffer, limit: limit)
  }

  @Test("Tensors of both element types come through to the bit, NaN and infinity too")
  func tensorsComeThrough() throws {
    let tensors = [
      Tensor([[1.5, -0.0], [.infinity, .leastNonzeroMagnitude]]),
      Tensor(shape: [2], float32s: [0.1, -3]),
      Tensor(zeros: [0, 3]), Tensor(7),
    ]
    let frame = try #require(try take(Wire.encode(tensors, as: .answer).bytes))
    let back = try Wire.decode([Tensor].self, from: frame)
    #expect(back == tensors)
    #expect(back.map(\.elementType) == tensors.map(\.elementType))
  }

  @Test("A transposed view crosses as what it shows, not as what lies in memory")
  func viewsComeThrough() throws {
    let view = Tensor([[1, 2, 3], [4, 5, 6]]).transposed()
    let frame = try Wire.encode(view, as: .answer)
    #expect(try Wire.decode(Tensor.self, from: frame) == Tensor([[1, 4], [2, 5], [3, 6]]))
  }

  @Test("Any beginning of a frame is waited for, and none is taken for a whole one")
  func beginningsAreNoFrames() throws {
    let bytes = answer.bytes
    for count in 0..<bytes.count {
      #expect(try take(bytes.prefix(count)) == nil)
    }
    #expect(try take(bytes) != nil)
  }

  @Test("What does not begin as a frame is refused at its first wrong byte")
  func strangersAreRefused() {
    #expect(throws: WireError.notOurs) { try take(Data("x".utf8)) }
    #expect(throws: WireError.notOurs) { try take(Data("GRAx".utf8)) }
    #expect(throws: WireError.notOurs) { try take(Data("{\"points\": 100, \"ok\": 1}".utf8)) }
  }

  @Test("A frame of another version is told by its number")
  func versionsAreTold() {
    var bytes = answer.bytes
    bytes[4] = 9
    #expect(throws: WireError.version(9)) { try take(bytes) }
  }

  @Test("A length is not believed: too long is refused before a byte of it is there")
  func lengthsAreBounded() {
    var bytes = answer.bytes.prefix(20)
    bytes.replaceSubrange(12..<20, with: [UInt8](repeating: 0xff, count: 8))
    #expect(throws: WireError.tooLong(limit: 1000)) { try take(Data(bytes), limit: 1000) }
    bytes.replaceSubrange(8..<12, with: [0xff, 0xff, 0xff, 0x7f])
    #expect(throws: WireError.tooLong(limit: 1000)) { try take(Data(bytes), limit: 1000) }
  }

  @Test(
    "A header that lies about its tensors is refused, and traps nobody",
    arguments: [
      #"{"s":[2,2],"t":"f8","at":0}"#,
      #"{"s":[-1,-8],"t":"f8","at":0}"#,
      #"{"s":[4611686018427387904,4],"t":"f8","at":0}"#,
      #"{"s":[1],"t":"f8","at":1}"#,
      #"{"s":[1],"t":"f8","at":-1}"#,
      #"{"s":[1],"t":"f8","at":9223372036854775807}"#,
      #"{"s":[1],"t":"i1","at":0}"#,
      #"{"s":[1e400],"t":"f8","at":0}"#,
      #"{"s":[1.5],"t":"f8"}"#, "[[[[", "", "null", "\u{0}",
      String(repeating: "[", count: 100_000),
    ])
  func liesAreRefused(header: String) {
    let frame = Frame(
      kind: .answer, header: Data(header.utf8), blob: Data(repeating: 0, count: 8))
    #expect(throws: WireError.self) { try Wire.decode(Tensor.self, from: frame) }
  }

  @Test("A million random frames' worth of bytes trap nobody")
  func randomBytesTrapNobody() throws {
    var generator = SeededGenerator(seed: 5)
    let whole = answer.bytes
    for _ in 0..<20_000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] =
          .random(in: 0...255, using: &generator)
      }
      if let frame = try? take(bytes) { _ = try? Wire.decode([Tensor].self, from: frame) }
    }
  }

  @Test("Many small frames cost what their bytes cost, not the square of it")
  func manyFrames() throws {
    var reader = FrameReader()
    let empty = Frame(kind: .progress, header: Data(), blob: Data()).bytes
    let count = 200_000
    var bytes = Data(capacity: count * empty.count)
    for _ in 0..<count { bytes.append(empty) }
    reader.append(bytes + answer.bytes.dropLast())
    var found = 0
    let start = ContinuousClock.now
    while try reader.next(limit: 1 << 20) != nil { found += 1 }
    #expect(found == count)
    #expect(reader.count == answer.bytes.count - 1)
    reader.append(answer.bytes.suffix(1))
    #expect(try reader.next(limit: 1 << 20)?.header == answer.header)
    // By the square it would be minutes.
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  @Test("No byte of a blob is two tensors', nor nobody's")
  func bytesHaveOneOwner() throws {
    func decode(_ header: String, blob: Int) throws(WireError) -> [Tensor] {
      let frame = Frame(kind: .answer, header: Data(header.utf8), blob: Data(count: blob))
      return try Wire.decode([Tensor].self, from: frame, wholly: true)
    }
    func tensor(_ count: Int, at place: Int) -> String {
      "{\"s\":[\(count)],\"t\":\"f8\",\"at\":\(place)}"
    }
    #expect(try decode("[\(tensor(2, at: 8)),\(tensor(1, at: 0))]", blob: 24).count == 2)
    #expect(try decode("[\(tensor(0, at: 0)),\(tensor(1, at: 0))]", blob: 8).count == 2)
    for (header, blob) in [
      ("[\(tensor(2, at: 0)),\(tensor(2, at: 0))]", 16),
      ("[\(tensor(2, at: 0)),\(tensor(2, at: 8))]", 32),
      ("[\(tensor(1, at: 0))]", 16),
      ("[" + Array(repeating: tensor(1000, at: 0), count: 200).joined(separator: ",") + "]", 8000),
    ] {
      #expect(throws: WireError.self) { try decode(header, blob: blob) }
    }
  }
}
