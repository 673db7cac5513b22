import Datasets
import Foundation
import Tensors
import Testing

@Suite("The writer of safetensors files")
struct SafetensorsWritingTests {
  @Test("writes what Python's package writes, byte for byte")
  func bytes() {
    let tensors = [
      "w": Tensor(shape: [1, 2], float32s: [1, -2]), "b": Tensor(shape: [1], float32s: [0.5]),
      "z": Tensor(3),
    ]
    let header =
      #"{"__metadata__":{"a":"1","b":"2"},"#
      + #""z":{"dtype":"F64","shape":[],"data_offsets":[0,8]},"#
      + #""b":{"dtype":"F32","shape":[1],"data_offsets":[8,12]},"#
      + #""w":{"dtype":"F32","shape":[1,2],"data_offsets":[12,20]}}"#
    let data: [UInt8] = [
      0, 0, 0, 0, 0, 0, 8, 0x40, 0, 0, 0, 0x3F, 0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0,
    ]
    let padding = String(repeating: " ", count: -header.utf8.count & 7)
    #expect(
      Safetensors.bytes(of: tensors, metadata: ["b": "2", "a": "1"])
        == SafetensorsTests.file(header + padding, data))
    #expect(Safetensors.bytes(of: [:]) == SafetensorsTests.file("{}      "))
  }

  @Test("writes what the reader reads as it was, whatever its shape, its view, its name")
  func roundTrip() throws {
    let x = Tensor([[1, .infinity, 3], [-0.0, 5, 6]])
    let tensors = [
      "": x, "\"\\/\u{8}\u{C}\n\r\t\u{1}\u{1F}é😀": x.converted(to: .float32),
      "transposed": x.transposed(), "part": x[0..<1], "none": Tensor(zeros: [0, 3]),
      "one": Tensor(7),
    ]
    let metadata = ["": "", "\"\0\u{7F}": "ü\n"]
    let file = try Safetensors(
      bytes: Safetensors.bytes(of: tensors, metadata: metadata), of: "f")
    #expect(file.metadata == metadata)
    #expect(try file.tensors() == tensors)
  }

  @Test("orders equal types by the bytes of their names, and aligns the data to eight bytes")
  func order() throws {
    let one = Tensor(shape: [1], float32s: [1])
    let tensors = ["b": one, "ä": one, "a": one, "B": one, "w.10": one, "w.2": one, "z": Tensor(1)]
    let bytes = Safetensors.bytes(of: tensors)
    #expect(bytes[0].isMultiple(of: 8))
    #expect(
      try Safetensors(bytes: bytes, of: "f").entries.map(\.name)
        == ["z", "B", "a", "b", "w.10", "w.2", "ä"])
  }

  @Test("replaces a file as a whole, and leaves nothing beside it")
  func replacing() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/m.safetensors"
    try folder.write([1, 2, 3], to: "m.safetensors")
    try Safetensors.save(["x": Tensor([1, 2])], as: path)
    #expect(try Safetensors(reading: path).tensors() == ["x": Tensor([1, 2])])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["m.safetensors"])
  }

  @Test("says why a file cannot be written, and leaves nothing beside it")
  func unwritable() throws {
    let folder = try TemporaryFolder()
    let missing = "\(folder.path)/none/m.safetensors"
    #expect(throws: DatasetError.unwritable(file: missing, errno: ENOENT)) {
      try Safetensors.save([:], as: missing)
    }
    try folder.makeFolder("m.safetensors")
    #expect(throws: DatasetError.self) {
      try Safetensors.save([:], as: "\(folder.path)/m.safetensors")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["m.safetensors"])
  }
}
