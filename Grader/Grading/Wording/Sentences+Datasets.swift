import Datasets

extension Sentences {
  static func sentence(_ error: DatasetError) -> String {
    switch error {
    case .missingFolder(let path):
      return "There is no folder \(path) to read a data set from. "
        + "Correct GRADUS_DATA or --data, or leave it out: the synthetic set needs no folder."
    case .missingFile(let path) where path.hasSuffix("-ubyte"):
      return
        "\(path) is missing. MNIST has four files, two whose names begin with 'train-' and two "
        + "with 't10k-'; put them there, unpacked."
    case .missingFile(let path) where path.hasSuffix(".safetensors"):
      return "\(path) is missing. Save your network there, or correct the path."
    case .missingFile(let path):
      return "\(path) is missing. CIFAR-10's binary version has six .bin files and "
        + "batches.meta.txt; put them there, or leave out GRADUS_DATA and --data."
    case .unreadable(let path, let code):
      return "\(path) cannot be read: \(system(code))."
    case .unwritable(let path, let code):
      return "\(path) cannot be written: \(system(code))."
    case .wrongSize(let path, let bytes, .exactly(let expected)):
      return "\(path) has \(bytes) bytes, expected \(expected): "
        + (bytes < expected ? "it is cut short. " : "it is something else. ")
        + "Fetch it again."
    case .wrongSize(let path, let bytes, .positiveMultiple(let unit)):
      return "\(path) has \(bytes) bytes, expected a multiple of \(unit). Make it again."
    case .badLabel(let path, let record, let label):
      return "\(path), record \(record): the label is \(label), expected 0 to 9. Fetch it again."
    case .repeatedImages(let path, let record, let original, let other, let count):
      let example = "record \(record) is record \(other)"
      return path == original
        ? "\(path) holds \(count) copies of its own images: \(example) again. Fetch it again."
        : "\(path) and \(original) hold the same images: \(example) of the other, and there are "
          + "\(count) such copies. One of the two files is wrong. Fetch both again."
    case .wrongClassCount(let path, let name, let images, let expected):
      let wanted =
        expected.count == 1
        ? "\(expected.lowerBound)" : "\(expected.lowerBound) to \(expected.upperBound)"
      return "In \(path) \(images) images are of the class '\(name)', expected \(wanted): "
        + "labels are wrong. Fetch it again."
    case .otherClasses(let path, let names):
      // It may be any file, and of any length.
      let first = names.prefix(3).map { String($0.prefix(40)).onOneLine }
      return "\(path) lists other classes than CIFAR-10's (\(list(first))…). "
        + "Is this the right folder?"
    case .packed(let path):
      return "\(path) is packed. Unpack it with 'gunzip', which wants a name that ends in '.gz'."
    case .notIDX(let path, let fault):
      return "\(path) is no IDX file: \(words(fault)). Fetch it again."
    case .otherArray(let path, let type, let shape, let expected):
      let lengths = expected.map { $0.map(String.init) ?? "any" }.joined(separator: ", ")
      return "\(path) holds \(type) \(shape), expected uint8 [\(lengths)]. Is this the right file?"
    case .notSafetensors(let path, let fault):
      return notSafetensors(path, fault)
    case .noTensor(let path, let name, let names):
      return noTensor(path, name, among: names)
    case .unreadTensor(let path, let name, let fault):
      return unreadTensor(path, name, fault)
    }
  }

  private static func words(_ fault: IDX.Fault) -> String {
    switch fault {
    case .magic: "it does not begin with two bytes of 0"
    case .elementType(let code):
      "\(code) is the number of no type of entries"
    case .noAxes: "it has no axes"
    case .endsInHeader: "it ends before its shape is told"
    case .tooLarge(let shape): "its shape would be \(shape)"
    }
  }
}
