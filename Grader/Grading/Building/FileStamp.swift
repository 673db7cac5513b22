import Foundation

/// What a folder says of a file, without a look inside: where it is the same, so is the file most likely.
struct FileStamp: Equatable, CustomStringConvertible {
  private let size: UInt64?
  private let modified: Date?
  private let number: UInt64?

  init(_ path: String) {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    size = (attributes?[.size] as? NSNumber)?.uint64Value
    modified = attributes?[.modificationDate] as? Date
    number = (attributes?[.systemFileNumber] as? NSNumber)?.uint64Value
  }

  /// Whether it was written after `other`, or there is no telling.
  func isNewer(than other: FileStamp) -> Bool {
    guard let modified, let earlier = other.modified else { return true }
    return modified > earlier
  }

  var description: String {
    "\(size ?? 0) \(modified?.timeIntervalSince1970 ?? 0) \(number ?? 0)"
  }
}
