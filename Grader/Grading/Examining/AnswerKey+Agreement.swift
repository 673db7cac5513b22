import Doorway
import Foundation

extension AnswerKey {
  /// What it has of the reference, without what the mistakes answer.
  public var ofReference: AnswerKey {
    var key = AnswerKey(mistakes: mistakes)
    key.sheets = sheets.filter { !$0.value.answers.isEmpty }
      .mapValues { AnswerKey.Sheet(answers: $0.answers) }
    return key
  }

  /// Whether both know the answers to the same questions, and the same answers, as near as machines
  /// come to each other: their logarithms and their sums differ in the last places.
  public func agrees(with other: AnswerKey) -> Bool {
    mistakes == other.mistakes && Set(sheets.keys) == Set(other.sheets.keys)
      && sheets.allSatisfy { other.sheets[$0]?.agrees(with: $1) ?? false }
  }
}

extension AnswerKey.Sheet {
  func agrees(with other: AnswerKey.Sheet) -> Bool {
    guard Set(answers.keys) == Set(other.answers.keys),
      Set(fingerprints.keys) == Set(other.fingerprints.keys),
      fingerprints.allSatisfy({ other.fingerprints[$0]?.agrees(with: $1) ?? false })
    else { return false }
    return answers.keys.allSatisfy { entry in
      guard let own = RecordedAnswer(answers[entry]),
        let others = RecordedAnswer(other.answers[entry])
      else { return false }
      return own.agrees(with: others)
    }
  }
}

/// An answer of unknown type: all that can be said of it is which numbers stand where.
private struct RecordedAnswer {
  let kind: Frame.Kind
  let header: Any
  let blob: [UInt8]

  init?(_ bytes: Data?) {
    guard var bytes, let frame = try? Frame.take(from: &bytes, limit: .max / 4),
      let header = try? JSONSerialization.jsonObject(
        with: frame.header, options: .fragmentsAllowed)
    else { return nil }
    kind = frame.kind
    self.header = header
    blob = Array(frame.blob)
  }

  func agrees(with other: RecordedAnswer) -> Bool {
    kind == other.kind && agree(header, other.header, other)
  }

  private func agree(_ a: Any, _ b: Any, _ other: RecordedAnswer) -> Bool {
    switch (a, b) {
    case (let a as [String: Any], let b as [String: Any]):
      guard Set(a.keys) == Set(b.keys) else { return false }
      if let own = numbers(a), let others = other.numbers(b) {
        // Machines whose vectors are of another width add float32 in another order.
        let isSingle = a["t"] as? String == "f4"
        return agree(own, others, isSingle ? .single : .value) && agree(a["s"]!, b["s"]!, other)
      }
      return a.allSatisfy { key, value in agree(value, b[key]!, other) }
    case (let a as [Any], let b as [Any]):
      return a.count == b.count && zip(a, b).allSatisfy { agree($0, $1, other) }
    case (let a as Double, let b as Double):
      return agree([a], [b], .value)
    // A whole number of 64 bits, such as a generator's, is none of the doubles.
    case (let a as UInt64, let b as UInt64):
      return a == b
    case (let a as String, let b as String):
      return a == b
    default:
      return a is NSNull && b is NSNull
    }
  }

  private func agree(_ a: [Double], _ b: [Double], _ tolerance: Tolerance) -> Bool {
    a.count == b.count
      && zip(a, b).allSatisfy { $0.isNaN && $1.isNaN || tolerance.accepts($0, for: $1) }
  }

  /// The entries of a tensor; nil where `value` is none.
  private func numbers(_ value: [String: Any]) -> [Double]? {
    guard let shape = value["s"] as? [Int], let type = value["t"] as? String,
      let at = value["at"] as? Int
    else { return nil }
    let isSingle = type == "f4"
    let size = isSingle ? 4 : 8
    var entries = 1
    for axis in shape {
      let (product, overflow) = entries.multipliedReportingOverflow(by: axis)
      guard axis >= 0, !overflow else { return nil }
      entries = product
    }
    guard (0...blob.count).contains(at), entries <= (blob.count - at) / size else { return nil }
    return blob[at..<at + size * entries].withUnsafeBytes { bytes in
      (0..<entries).map {
        isSingle
          ? Double(bytes.loadUnaligned(fromByteOffset: 4 * $0, as: Float.self))
          : bytes.loadUnaligned(fromByteOffset: 8 * $0, as: Double.self)
      }
    }
  }
}
