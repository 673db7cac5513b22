import Corruptions
import Foundation
import Grading
import Tensors
import Testing

@testable import Datasets

#if GRADUS_NETPBM
  import SolvedNetpbm
#endif

/// Files of data that are spoiled end in a sentence or in values, and never in a trap.
@Suite("Of corrupted data")
struct CorruptedDataTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func sentence(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return Sentences.error(error)
    }
  }

  /// Goes through all that was read, so that nothing stays behind a promise.
  private func use(_ x: Tensor) {
    _ = x.sum()
    _ = x.scalars.count
    if x.rank > 0 { _ = x[0..<0].transposed(permuting: Array(0..<x.rank)).count }
  }

  private let arrays: [[UInt8]] = [
    IDX.file(of: (0..<24).map { UInt8($0) }, shape: [2, 3, 4]), IDX.file(of: [7], shape: [1]),
    IDX.file(of: [], shape: [0, 5]),
    [0, 0, 0x0D, 1, 0, 0, 0, 2, 0x3F, 0x80, 0, 0, 0xC0, 0x20, 0, 0],
    [0, 0, 0x0E, 2, 0, 0, 0, 1, 0, 0, 0, 1, 0xC0, 0x04, 0, 0, 0, 0, 0, 0],
    [0, 0, 0x0B, 1, 0, 0, 0, 2, 1, 2, 0x80, 0], [0, 0, 0x0C, 1, 0, 0, 0, 1, 1, 0, 0, 1],
  ]

  @Test("the reader of IDX says what is wrong")
  func idx() throws {
    let faults = Corruptions(of: arrays).faults("IDX") { bytes in
      sentence {
        try folder.write(bytes, to: "array")
        use(try IDX.read("\(folder.path)/array").entries)
      }
    }
    #expect(faults == [])
  }

  @Test("the readers of MNIST say what is wrong")
  func mnist() throws {
    let images = IDX.file(of: [UInt8](repeating: 9, count: 2 * 28 * 28), shape: [2, 28, 28])
    let labels = IDX.file(of: [3, 9], shape: [2])
    let files = try DigitFiles(
      in: folder.path, inner: "mnist", classNames: MNIST.classNames, counts: nil)
    var isLabels = false
    let faults = Corruptions(of: [labels, images]).faults("MNIST") { bytes in
      isLabels.toggle()
      return sentence {
        try folder.write(isLabels ? images : bytes, to: DigitFiles.training.images)
        try folder.write(isLabels ? bytes : labels, to: DigitFiles.training.labels)
        let training = try files.training()
        if training.count > 0 { use(training.pixels(at: [training.count - 1])) }
      }
    }
    #expect(faults == [])
  }

  @Test("the reader of CIFAR-10 says what is wrong")
  func cifar10() throws {
    let record = [3] + [UInt8](repeating: 200, count: RecordFolder.imageSize)
    let names = Array((CIFAR10.classNames.joined(separator: "\n") + "\n").utf8)
    var number = 0
    let faults = Corruptions(of: [record + record, record, names]).faults("CIFAR-10") { bytes in
      number += 1
      return sentence {
        // The list of names a time in four, else the records, cut to whole ones a time in two.
        let isList = number % 4 == 0
        let count = bytes.count / RecordFolder.recordSize * RecordFolder.recordSize
        let records = number % 2 == 0 && count > 0 ? Array(bytes.prefix(count)) : bytes
        try folder.write(isList ? bytes : names, to: RecordFolder.classesFile)
        try folder.write(isList ? record : records, to: RecordFolder.testFile)
        let set = try RecordFolder(
          in: folder.path, classNames: CIFAR10.classNames,
          size: .positiveMultiple(of: RecordFolder.recordSize)
        ).labeledImages([RecordFolder.testFile])
        use(set.pixels(at: [set.count - 1]))
      }
    }
    #expect(faults == [])
  }

  @Test("the reader of safetensors says what is wrong")
  func safetensors() throws {
    let files = [
      Safetensors.bytes(of: ["w": Tensor([[1, 2], [3, 4]]), "b": Tensor(5)]),
      Safetensors.bytes(of: ["none": Tensor(zeros: [0, 3])]),
      SafetensorsTests.file(
        "{\"__metadata__\":{\"a\":\"b\"},\"h\":\(SafetensorsTests.entry("F16", "[2,1]", 0, 4)),"
          + "\"i\":\(SafetensorsTests.entry("I64", "[1]", 4, 12)),"
          + "\"t\":\(SafetensorsTests.entry("BOOL", "[3]", 12, 15))}",
        [0, 60, 1, 60, 9, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1]),
    ]
    // The header's length made right again, so that what is in it is read.
    let corruptions = Corruptions(of: files) { bytes in
      guard bytes.count > 8, let end = bytes.lastIndex(of: UInt8(ascii: "}")), end >= 8 else {
        return
      }
      withUnsafeBytes(of: UInt64(end - 7).littleEndian) { bytes.replaceSubrange(0..<8, with: $0) }
    }
    let faults = corruptions.faults("safetensors") { bytes in
      sentence {
        for tensor in try Safetensors(bytes: bytes, of: "f").tensors().values { use(tensor) }
      }
    }
    #expect(faults == [])
  }

  #if GRADUS_NETPBM
    @Test("the solution's reader of PPM and PGM says what is wrong")
    func netpbm() throws {
      let pixels = (0..<18).map { UInt8($0) }
      let files = [
        Array("P6\n3 2\n255\n".utf8) + pixels,
        Array("P5 # grey\n6 3 # wide\n#\n255 ".utf8) + pixels,
        Array("P5\t1\r\n1 255\n".utf8) + [0],
      ]
      let faults = Corruptions(of: files).faults("PPM and PGM") { bytes in
        sentence { use(try Netpbm.image(from: bytes)) }
      }
      #expect(faults == [])
    }
  #endif
}
