import Corruptions
import Doorway
import Foundation
import Tensors
import Testing

@testable import Grading

/// What comes in from outside and is spoiled, on purpose or on the way, ends in a sentence or in what it
/// was, and never in a trap.
@Suite("Of corrupted archives and messages")
struct CorruptedArchiveTests {
  private let folder: ScratchFolder
  private let exercise = Exercise.ofTwoFiles

  init() throws {
    folder = try ScratchFolder()
  }

  private static let entries: [PackedFiles.Entry] = [
    .init("work/Net.swift", "let a = 1"), .init("work/SGD.swift", "let b = 2"), .init("c/", ""),
    .init("link", "nowhere", mode: 0o120777),
  ]

  /// Unpacks it as a submission's archive is.
  private func unpack(_ bytes: [UInt8]) -> String? {
    let target = "\(folder.path)/out"
    defer { try? FileManager.default.removeItem(atPath: target) }
    do throws(ArchiveProblem) {
      let archive = try Archive(Data(bytes), in: folder.path)
      _ = try archive.layOut(beneath: target) { $0.hasSuffix(".swift") }
      return nil
    } catch {
      return Sentences.archive("a.zip", error)
    }
  }

  /// Reads it as a whole class's submission is read; all that is said of it.
  private func handIn(_ bytes: [UInt8], as name: String) -> String? {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: "\(folder.path)/\(name)"))
      let found = try SubmissionFolder(folder.path).submissions.first
      let notes = try found?.contents(for: exercise).notes ?? []
      return notes.isEmpty ? nil : notes.joined(separator: "\n")
    } catch {
      return Sentences.error(error)
    }
  }

  @Test("a ZIP file says what is wrong with it")
  func zip() throws {
    var deflated = Self.entries
    deflated[0].isDeflated = true
    let stored = Corruptions(of: [
      Array(try PackedFiles.zip(Self.entries)), Array(try PackedFiles.zip([Self.entries[0]])),
    ])
    #expect(stored.faults("ZIP, stored", unpack) == [])
    // Each of these starts a program.
    let packed = Corruptions(of: [Array(try PackedFiles.zip(deflated))])
    #expect(packed.faults("ZIP, deflated", count: Corruptions.count / 20, unpack) == [])
    #expect(
      stored.faults("ZIP, handed in", count: Corruptions.count / 20) { handIn($0, as: "a.zip") }
        == [])
  }

  @Test("a tar file says what is wrong with it")
  func tar() throws {
    let whole = Array(PackedFiles.tar(Self.entries))
    let corruptions = Corruptions(of: [whole, Array(PackedFiles.tar([Self.entries[1]]))]) { bytes in
      // The sums of all heads, so that what they say is looked at.
      for start in stride(from: 0, to: bytes.count - 511, by: 512) {
        let head = bytes[start..<start + 512]
        guard head.contains(where: { $0 != 0 }) else { continue }
        let sum = head.indices.reduce(0) {
          $0 + ((start + 148..<start + 156).contains($1) ? 32 : Int(head[$1]))
        }
        let text = String(sum, radix: 8)
        let digits = Array(String(repeating: "0", count: 6 - text.count).utf8) + Array(text.utf8)
        bytes.replaceSubrange(start + 148..<start + 156, with: digits + [0, 32])
      }
    }
    #expect(corruptions.faults("tar", unpack) == [])
    let gzip = Corruptions(of: [Array(try PackedFiles.gzip(Data(whole)))])
    #expect(gzip.faults("tar, packed", count: Corruptions.count / 20, unpack) == [])
    #expect(
      corruptions.faults("tar, handed in", count: Corruptions.count / 20) {
        handIn($0, as: "a.tar")
      } == []
    )
  }

  @Test("a message of a subject's is one, or is told to be none")
  func frames() throws {
    let frames = [
      try Wire.encode([Tensor([[1, 2], [3, .nan]]), Tensor(7)], as: .answer),
      try Wire.encode(
        [Tensor(shape: [2], float32s: [0.1, -3]), Tensor(zeros: [0, 3])], as: .answer),
    ].map { Array($0.bytes) }
    // Lengths that are those of the bytes, so that the header is read.
    let corruptions = Corruptions(of: frames) { bytes in
      guard bytes.count > 20, let end = bytes.lastIndex(of: UInt8(ascii: "]")), end >= 20 else {
        return
      }
      let lengths = [UInt64(end - 19), UInt64(bytes.count - end - 1)]
      withUnsafeBytes(of: UInt32(lengths[0]).littleEndian) {
        bytes.replaceSubrange(8..<12, with: $0)
      }
      withUnsafeBytes(of: lengths[1].littleEndian) { bytes.replaceSubrange(12..<20, with: $0) }
    }
    var isWhole = false
    let faults = corruptions.faults("frames") { bytes in
      isWhole.toggle()
      var reader = FrameReader()
      reader.append(Data(bytes))
      do throws(WireError) {
        while let frame = try reader.next(limit: 1 << 20) {
          for tensor in try Wire.decode([Tensor].self, from: frame, wholly: isWhole) {
            _ = (tensor.sum(), tensor.flipped(along: Array(0..<tensor.rank)).scalars, "\(tensor)")
          }
        }
        return nil
      } catch {
        return Sentences.end(.garbled(error))
      }
    }
    #expect(faults == [])
  }
}
