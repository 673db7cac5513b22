/// Every record of a set, counted and told apart: files of the right size may still be the wrong
/// ones, or filled with zeros by a download that was cut short.
///
/// The files are read through a small buffer and not mapped, so that they do not count as memory
/// of this process; 16 bytes are kept of each record.
struct Census {
  /// So many copies are let pass. 16 images of the set that this was measured on are approximate,
  /// and nobody here knows whether what they stand for occurs twice. Files that have been mixed up
  /// hold thousands of copies.
  static let toleratedCopies = 16

  private struct Entry {
    var digest: UInt64
    var number: UInt32
  }

  /// The training files, and behind them the test file.
  private let files: [String]
  private let classNames: [String]

  /// How many images of each class each file holds.
  private var counts: [[Int]] = []

  /// For each file, the number in the whole set of its first record.
  private var starts: [Int] = []

  /// One for each record, those of like images side by side.
  private var entries: [Entry] = []

  /// Reads all six files of `folder`.
  init(of folder: RecordFolder) throws(DatasetError) {
    try folder.checkFiles()
    files = (RecordFolder.trainingFiles + [RecordFolder.testFile]).map { "\(folder.path)/\($0)" }
    classNames = folder.classNames
    var bytes = 0
    for file in files { bytes += try FileSystem.size(of: file) }
    entries.reserveCapacity(bytes / RecordFolder.recordSize)
    for file in files { try read(file) }
    entries.sort { ($0.digest, $0.number) < ($1.digest, $1.number) }
  }

  private mutating func read(_ file: String) throws(DatasetError) {
    let size = RecordFolder.recordSize
    let start = entries.count
    starts.append(start)
    counts.append(Array(repeating: 0, count: classNames.count))
    try FileSystem.readPieces(of: file, size: 256 * size) { (piece) throws(DatasetError) in
      for offset in stride(from: 0, through: piece.count - size, by: size) {
        let label = Int(piece[offset])
        guard label < classNames.count else {
          throw .badLabel(file: file, record: entries.count - start, label: label)
        }
        counts[counts.count - 1][label] += 1
        let image = UnsafeRawBufferPointer(rebasing: piece[offset + 1..<offset + size])
        entries.append(
          Entry(digest: RecordDigest.digest(image), number: UInt32(entries.count)))
      }
    }
  }

  /// Throws `DatasetError.repeatedImages` where images occur more than once, and
  /// `.wrongClassCount` where not every class has a tenth of the training and of the test images.
  func check() throws(DatasetError) {
    try checkCopies()
    let (training, test) = (counts.dropLast(), counts[counts.count - 1])
    for (file, counts) in zip(files, training) {
      let tenth = counts.reduce(0, +) / classNames.count
      // In CIFAR-10's own files it is 937 to 1,042 of 10,000.
      try checkCounts(counts, in: file, expected: tenth - tenth / 10...tenth + tenth / 10)
    }
    let together = classNames.indices.map { name in training.reduce(0) { $0 + $1[name] } }
    let trainingFiles = "\(files[0]) to \(RecordFolder.trainingFiles[training.count - 1])"
    for (file, counts) in [(trainingFiles, together), (files[training.count], test)] {
      let tenth = counts.reduce(0, +) / classNames.count
      try checkCounts(counts, in: file, expected: tenth...tenth)
    }
  }

  private func checkCounts(
    _ counts: [Int], in file: String, expected: ClosedRange<Int>
  ) throws(DatasetError) {
    // The class that is farthest off, since one too many here is one too few there.
    let middle = (expected.lowerBound + expected.upperBound) / 2
    let farthest = counts.indices.max { abs(counts[$0] - middle) < abs(counts[$1] - middle) }
    guard let name = farthest, !expected.contains(counts[name]) else { return }
    throw .wrongClassCount(
      file: file, className: classNames[name], images: counts[name], expected: expected)
  }

  private func checkCopies() throws(DatasetError) {
    var copies: [(number: Int, original: Int)] = []
    var first = 0
    for i in entries.indices.dropFirst() {
      if entries[i].digest != entries[first].digest {
        first = i
      } else {
        copies.append((Int(entries[i].number), Int(entries[first].number)))
      }
    }
    guard copies.count > Self.toleratedCopies else { return }
    // A file that repeats itself is certainly wrong; of two that agree it may be the other.
    let own = copies.filter { file(of: $0.number) == file(of: $0.original) }
    let telling = own.count > Self.toleratedCopies ? own : copies
    let byFile = Dictionary(grouping: telling) { file(of: $0.number) }
    let (worst, its) = byFile.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }!
    let example = its.min { $0.number < $1.number }!
    let original = file(of: example.original)
    throw .repeatedImages(
      file: files[worst], record: example.number - starts[worst], original: files[original],
      originalRecord: example.original - starts[original], count: its.count)
  }

  private func file(of number: Int) -> Int {
    starts.lastIndex { $0 <= number } ?? 0
  }
}
