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

  private let images: [String]
  private let labels: [Int]

  /// Looks what there is in `folder`, and reads no image.
  ///
  /// - Throws: what `Files` throws where there is no such folder.
  public init(_ folder: String) throws {
    var (names, groups): ([String], [[String]]) = ([], [])
    for name in try Files.names(in: folder).sorted() where !name.hasPrefix(".") {
      let path = [folder, name].joined(separator: "/")
      guard Files.isFolder(path) else { continue }
      names.append(name)
      groups.append(
        try Files.names(in: path).sorted().filter { file in
          let ending = file.split(separator: ".").last
          return !file.hasPrefix(".") && file.contains(".") && (ending == "ppm" || ending == "pgm")
            && !Files.isFolder([path, file].joined(separator: "/"))
        }.map { "\(path)/\($0)" })
    }
    classNames = names
    (images, labels) = (
      groups.flatMap(\.self),
      groups.enumerated().flatMap { label, files in files.map { _ in label } }
    )
  }

  /// The number of images.
  public var count: Int { images.count }

  /// Reads the image. One that is none ends the program: there is nobody to catch an error.
  public func sample(at index: Int) -> Sample {
    guard let bytes = try? Files.bytes(of: images[index]),
      let image = try? Netpbm.image(from: bytes)
    else { fatalError("\(images[index]) is no image") }
    return Sample(image: image, label: labels[index])
  }
}
