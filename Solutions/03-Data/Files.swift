import Foundation

/// The little that has to be known of files. A path is a text: that of a file in a folder is
/// `"\(folder)/\(name)"`.
///
/// Read it; there is nothing to write here.
public enum Files {
  /// Returns all bytes of a file. Throws where it is missing or cannot be read.
  public static func bytes(of path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// Returns the names of all that lies in a folder, files and folders, hidden ones too, in no
  /// order. Throws where there is no such folder.
  public static func names(in folder: String) throws -> [String] {
    // Systems list names in orders of their own, often by luck the one that is wanted. Here nobody is
    // lucky: the order is the same on all machines, and the wrong one.
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted(by: >)
  }

  /// Whether there is a folder at `path`.
  public static func isFolder(_ path: String) -> Bool {
    var isFolder = ObjCBool(false)
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}

/// What is wrong with data that could be read.
public enum DataError: Error, Equatable {
  /// The file holds no whole number of records.
  case wrongSize(file: String, bytes: Int)

  /// A label beyond the last class, in the record with that number, counted from 0 in its file.
  case badLabel(file: String, record: Int, label: Int)

  /// The bytes are none of an image that we read. The reason is for people; no check reads it.
  case notAnImage(reason: String)
}
