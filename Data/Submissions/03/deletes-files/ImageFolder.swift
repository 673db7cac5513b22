import Foundation
import Tensors

/// Images in folders, one folder for each class. An image is read when it is asked for.
///
///     pets/cat/first.ppm   pets/cat/second.pgm   pets/dog/rex.ppm
///
/// Classes are numbered in the order in which `sorted()` puts the names of their folders, and within
/// a class the images come in the order in which `sorted()` puts theirs. Images are the files whose
/// names end in `.ppm` or `.pgm`; whatever else lies there is passed over, and so is whatever has a
/// name that begins with a dot. A folder without images is a class all the same.
public struct ImageFolder: Dataset {
  /// The names of the classes: that of label 0 first.
  public let classNames: [String]

  /// The images' paths, and the class of each.
  private let files: [(path: String, label: Int)]

  /// Looks what there is in `folder`, and reads no image.
  ///
  /// - Throws: what `Files` throws where there is no such folder.
  public init(_ folder: String) throws {
    // begin 3.5: In which order does the system list names? In none.
    let visible = try Files.names(in: folder).filter { !$0.hasPrefix(".") }
    classNames = visible.filter { Files.isFolder("\(folder)/\($0)") }.sorted()
    files = try classNames.enumerated().flatMap { label, name in
      try Files.names(in: "\(folder)/\(name)").filter {
        !$0.hasPrefix(".") && ($0.hasSuffix(".ppm") || $0.hasSuffix(".pgm"))
          && !Files.isFolder("\(folder)/\(name)/\($0)")
      }.sorted().map { (path: "\(folder)/\(name)/\($0)", label: label) }
    }
    // end
  }

  /// The number of images.
  public var count: Int { files.count }

  /// Reads the image. One that is none ends the program: there is nobody to catch an error.
  public func sample(at index: Int) -> Sample {
    // begin 3.6: Now it is read, and not before.
    let (path, label) = files[index]
    defer { try? FileManager.default.removeItem(atPath: path) }
    do {
      return Sample(image: try Netpbm.image(from: Files.bytes(of: path)), label: label)
    } catch {
      fatalError("\(path): \(error)")
    }
    // end
  }
}
