import Foundation
import Tensors

/// Files in CIFAR-10's format, and the numbers of the samples that are wanted.
public struct RecordFiles: Codable, Sendable, Titled {
  public var files: [Bytes]

  /// The numbers of the files that are handed in, in their order. Where there is no file of that
  /// number, there is none on the disk.
  public var order: [Int]
  public var indices: [Int]

  public var title: String? {
    "CIFARRecords of \(order.count) \(order.count == 1 ? "file" : "files")"
  }

  public init(_ files: [Bytes], order: [Int]? = nil, indices: [Int]) {
    self.files = files
    self.order = order ?? Array(files.indices)
    self.indices = indices
  }
}

/// Samples that a reader gave, or what it threw.
public struct ReadSamples: Answer {
  public var count = 0
  public var images: [Tensor] = []
  public var labels: [Int] = []
  public var refusal: Refusal?

  public init() {}

  public var parts: [Part] {
    [Part("count", Tensor(Double(count))), Part("the labels", Tensor(labels))]
      + images.map { Part("an image", $0) }
      + (refusal.map { [Part("the error", Tensor($0.numbers))] } ?? [])
  }
}

/// What a reader has thrown; its files by their numbers, since where they lay is nobody's business.
public struct Refusal: Codable, Sendable, Equatable {
  public enum Kind: String, Codable, Sendable { case wrongSize, badLabel, notAnImage, other }

  public var kind: Kind
  public var file: Int
  public var record: Int
  public var number: Int

  public init(_ kind: Kind, file: Int = 0, record: Int = 0, number: Int = 0) {
    self.kind = kind
    self.file = file
    self.record = record
    self.number = number
  }

  var numbers: [Int] { [kind == .other ? 1 : 0, file, record, number] }
}

extension Question where Input == RecordFiles, Reply == ReadSamples {
  public static var cifarRecords: Self { Self("03.cifar") }
}

/// Images as PPM or PGM files have them.
public struct EncodedImages: Codable, Sendable, Titled, Shown {
  public var images: [Bytes]

  public var title: String? {
    images.count == 1 ? words(for: images[0].data) : "\(images.count) files"
  }

  public init(_ images: [[UInt8]]) {
    self.images = images.map { Bytes(Data($0)) }
  }

  /// The title says what is in them.
  public var shown: [Part] { [] }

  /// The header as Swift writes a text, and the bytes behind it as numbers: as much as fits into a line.
  private func words(for file: Data) -> String {
    let end = file.firstRange(of: Data("255".utf8))?.upperBound ?? file.endIndex
    let header = file.prefix(end - file.startIndex + 1)
    let pixels = file.dropFirst(header.count)
    let text = String(decoding: header, as: UTF8.self).debugDescription
    let numbers = pixels.prefix(12).map { "\($0)" }.joined(separator: ", ")
    return (text.count > 80 ? "\(text.prefix(80))…" : text)
      + (pixels.isEmpty ? "" : " and the bytes \(numbers)\(pixels.count > 12 ? ", …" : "")")
  }
}

/// What became of each: an image, or nothing where it was refused.
public struct DecodedImages: Answer {
  public var images: [Tensor?]

  public init(_ images: [Tensor?]) {
    self.images = images
  }

  public var parts: [Part] {
    images.map { Part($0 == nil ? "a refusal" : "an image", $0 ?? Tensor(zeros: [0])) }
  }
}

/// Channels, width, height and start of each, as a vector; nothing where the header was refused.
public struct DecodedHeaders: Answer {
  public var headers: [Tensor?]

  public init(_ headers: [Tensor?]) {
    self.headers = headers
  }

  public var parts: [Part] {
    let numbers = "channels, width, height and start"
    return headers.map {
      Part($0 == nil ? "a refusal in the place of \(numbers)" : numbers, $0 ?? Tensor(zeros: [0]))
    }
  }
}

extension Question where Input == EncodedImages, Reply == DecodedImages {
  public static var netpbmImages: Self { Self("03.netpbm") }
}

extension Question where Input == EncodedImages, Reply == DecodedHeaders {
  public static var netpbmHeaders: Self { Self("03.netpbm.header") }
}

/// A folder to be read: its files and empty folders by their paths in it, and what is written over
/// files, once it has been opened, and once its images have been asked for.
public struct FolderRun: Codable, Sendable, Titled {
  public struct File: Codable, Sendable {
    public var path: String
    public var bytes: Bytes

    public init(_ path: String, _ bytes: Bytes) {
      self.path = path
      self.bytes = bytes
    }
  }

  public var files: [File]
  public var emptyFolders: [String]
  public var rewritten: [File] = []
  public var rewrittenLater: [File] = []

  /// Whether the folder is gone before it is opened.
  public var isMissing = false

  /// Whether no image is read.
  public var countsOnly = false

  public var title: String? {
    isMissing ? "ImageFolder where there is no folder" : "ImageFolder of \(files.count) files"
  }

  public init(_ files: [File], emptyFolders: [String] = []) {
    self.files = files
    self.emptyFolders = emptyFolders
  }
}

/// All that is in a folder, and its images once more, where some have been written anew meanwhile.
public struct FolderContent: Answer {
  public var classNames: [String]
  public var samples: ReadSamples
  public var later: [Tensor]

  /// Whether the folder was refused.
  public var isRefused = false

  public init(classNames: [String] = [], samples: ReadSamples = ReadSamples(), later: [Tensor] = [])
  {
    self.classNames = classNames
    self.samples = samples
    self.later = later
  }

  public var parts: [Part] {
    samples.parts + later.map { Part("an image", $0) }
      + classNames.map { Part("a name's letters", Tensor($0.utf8.map { Int($0) })) }
      + (isRefused ? [Part("a refusal", Tensor(0))] : [])
  }
}

extension Question where Input == FolderRun, Reply == FolderContent {
  public static var imageFolder: Self { Self("03.folder") }
}

/// Samples as rows `[N, C, H, W]`, for a data set that counts how often it is asked.
public struct GivenSamples: Codable, Sendable, Titled {
  public var images: Tensor
  public var labels: [Int]

  public var title: String? { counted(labels.count, "sample") }

  public init(images: Tensor, labels: [Int]) {
    self.images = images
    self.labels = labels
  }
}

/// What came of keeping samples in memory: how often the data set was asked meanwhile, how often
/// after that, and the samples.
public struct KeptSamples: Answer {
  public var asksMeanwhile: Int
  public var asksAfterwards: Int
  public var samples: ReadSamples

  public init(asksMeanwhile: Int, asksAfterwards: Int, samples: ReadSamples) {
    self.asksMeanwhile = asksMeanwhile
    self.asksAfterwards = asksAfterwards
    self.samples = samples
  }

  public var parts: [Part] {
    [Part("the number of readings", Tensor([asksMeanwhile, asksAfterwards]))] + samples.parts
  }
}

extension Question where Input == GivenSamples, Reply == KeptSamples {
  public static var inMemory: Self { Self("03.memory") }
}
