import Foundation

enum Folder {
  /// Makes the folder `path` and those above it, where they are not there yet.
  static func make(_ path: String) throws(GraderError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .cannotWrite(path: path, errno: code(of: error))
    }
  }

  /// The system's number for what went wrong.
  private static func code(of error: any Error) -> Int32 {
    guard let error = error as? CocoaError else { return EACCES }
    switch error.code {
    case .fileWriteFileExists: return EEXIST
    case .fileWriteOutOfSpace: return ENOSPC
    case .fileWriteVolumeReadOnly: return EROFS
    default: return (error.underlying as? POSIXError)?.code.rawValue ?? EACCES
    }
  }
}
