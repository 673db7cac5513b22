/// A folder in the official binary layout of CIFAR-10.
///
/// Each file is a row of records without a header: one byte for the label, then 3,072 for the
/// image. `batches.meta.txt` lists the classes, a line each; it is what tells one set from another.
struct RecordFolder {
  static let imageShape = [3, 32, 32]
  static let imageSize = 3_072
  static let recordSize = 1 + imageSize
  static let name = "cifar-10-batches-bin"
  static let trainingFiles = (1...5).map { "data_batch_\($0).bin" }
  static let testFile = "test_batch.bin"
  static let classesFile = "batches.meta.txt"

  let path: String
  let classNames: [String]
  let size: DatasetError.ExpectedSize

  /// Opens `folder`, or the folder of the official name in it, and compares its classes.
  init(
    in folder: String, classNames: [String], size: DatasetError.ExpectedSize
  ) throws(DatasetError) {
    guard try FileSystem.isFolder(folder) else { throw .missingFolder(folder) }
    let inner = "\(folder)/\(Self.name)"
    path = try FileSystem.isFolder(inner) ? inner : folder
    self.classNames = classNames
    self.size = size
    let classesFile = "\(path)/\(Self.classesFile)"
    let names = try FileSystem.text(of: classesFile).split(whereSeparator: \.isNewline)
      .map(String.init)
    guard names == classNames else { throw .otherClasses(file: classesFile, names: names) }
  }

  /// Maps `files` and checks every label; the images are in the order of the files.
  func labeledImages(_ files: [String]) throws(DatasetError) -> LabeledImages {
    var blocks: [SharedBytes] = []
    var places: [Images.Place] = []
    var labels: [Int] = []
    for file in files {
      let file = "\(path)/\(file)"
      let block = try SharedBytes(mapping: file, size: size)
      for record in 0..<block.memory.count / Self.recordSize {
        let start = record * Self.recordSize
        let label = Int(block.memory[start])
        guard label < classNames.count else {
          throw .badLabel(file: file, record: record, label: label)
        }
        labels.append(label)
        places.append(Images.Place(block: blocks.count, offset: start + 1))
      }
      blocks.append(block)
    }
    let images = Images(shape: Self.imageShape, blocks: blocks, places: places)
    return LabeledImages(images: images, labels: labels, classNames: classNames)
  }

  /// Checks that all six files are there and of the right size, without reading them.
  func checkFiles() throws(DatasetError) {
    for file in Self.trainingFiles + [Self.testFile] {
      let file = "\(path)/\(file)"
      let bytes = try FileSystem.size(of: file)
      guard size.accepts(bytes) else {
        throw .wrongSize(file: file, bytes: bytes, expected: size)
      }
    }
  }
}
