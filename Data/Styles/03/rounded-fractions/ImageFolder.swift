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
    var names = [String]()
    for entry in try Files.names(in: folder) {
      if entry.first == "." { continue }
      if Files.isFolder(folder + "/" + entry) { names.append(entry) }
    }
    names.sort()
    var list = [(path: String, label: Int)]()
    var label = 0
    while label < names.count {
      let dir = folder + "/" + names[label]
      var images = [String]()
      for entry in try Files.names(in: dir) {
        let isImage = entry.hasSuffix(".ppm") || entry.hasSuffix(".pgm")
        if isImage && entry.first != "." && !Files.isFolder(dir + "/" + entry) { images.append(entry) }
      }
      images.sort()
      for image in images { list.append((dir + "/" + image, label)) }
      label += 1
    }
    self.classNames = names
    self.files = list
  }

  /// The number of images.
  public var count: Int { files.count }

  /// Reads the image. One that is none ends the program: there is nobody to catch an error.
  public func sample(at index: Int) -> Sample {
    let file = files[index]
    guard let bytes = try? Files.bytes(of: file.path), let image = try? Netpbm.image(from: bytes) else {
      fatalError("No image: \(file.path)")
    }
    return Sample(image: image, label: file.label)
  }
}
