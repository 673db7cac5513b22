/// A folder with the four files of MNIST, or of a set in its shape.
struct DigitFiles {
  static let imageShape = [1, 28, 28]
  static let training = (
    images: "train-images-idx3-ubyte", labels: "train-labels-idx1-ubyte"
  )
  static let test = (images: "t10k-images-idx3-ubyte", labels: "t10k-labels-idx1-ubyte")

  let path: String
  let classNames: [String]

  /// How many images there must be to train and to test on; any number where it is nil.
  let counts: (training: Int, test: Int)?

  /// Opens `folder`, or the folder `inner` in it.
  init(
    in folder: String, inner: String, classNames: [String], counts: (training: Int, test: Int)?
  ) throws(DatasetError) {
    guard try FileSystem.isFolder(folder) else { throw .missingFolder(folder) }
    let inner = "\(folder)/\(inner)"
    path = try FileSystem.isFolder(inner) ? inner : folder
    self.classNames = classNames
    self.counts = counts
  }

  func training() throws(DatasetError) -> LabeledImages {
    try labeledImages(Self.training.images, Self.training.labels, count: counts?.training)
  }

  func test() throws(DatasetError) -> LabeledImages {
    try labeledImages(Self.test.images, Self.test.labels, count: counts?.test)
  }

  private func labeledImages(
    _ imageFile: String, _ labelFile: String, count: Int?
  ) throws(DatasetError) -> LabeledImages {
    let (rows, columns) = (Self.imageShape[1], Self.imageShape[2])
    let images = try map(imageFile, shape: [count, rows, columns])
    let labels = try map(labelFile, shape: [images.count])
    let values = labels.block.memory[labels.start...].map { Int($0) }
    if let record = values.firstIndex(where: { $0 >= classNames.count }) {
      throw .badLabel(file: "\(path)/\(labelFile)", record: record, label: values[record])
    }
    let places = (0..<images.count).map {
      Images.Place(block: 0, offset: images.start + $0 * rows * columns)
    }
    return LabeledImages(
      images: Images(shape: Self.imageShape, blocks: [images.block], places: places),
      labels: values, classNames: classNames)
  }

  /// Maps a file of bytes in that shape, in which nil stands for any length; returns where its
  /// entries begin, and the length of its first axis.
  private func map(
    _ name: String, shape: [Int?]
  ) throws(DatasetError) -> (block: SharedBytes, start: Int, count: Int) {
    let file = "\(path)/\(name)"
    let header: IDX.Header
    do {
      header = try IDX.Header(of: file)
    } catch .missingFile {
      throw FileSystem.isThere(file + ".gz") ? .packed(file: file + ".gz") : .missingFile(file)
    }
    let fits =
      header.elementType == .uint8 && header.shape.count == shape.count
      && zip(header.shape, shape).allSatisfy { $1 == nil || $0 == $1 }
    guard fits else {
      throw .otherArray(
        file: file, elementType: header.elementType, shape: header.shape, expected: shape)
    }
    let block = try SharedBytes(mapping: file, size: .exactly(header.fileSize))
    return (block, header.size, header.shape[0])
  }
}
