@_spi(Datasets) import Tensors

/// Images of one shape, without labels.
///
/// The pixels stay bytes, in memory that all values cut from one data set share; they become
/// tensors a batch at a time. This is what may be shown to code that must not see the labels.
public struct Images: Sendable {
  /// `[channels, height, width]`; within an image, the planes of the channels follow one another,
  /// each row by row.
  public let shape: [Int]

  private let blocks: [SharedBytes]
  private let places: [Place]

  /// Where an image's first byte lies.
  struct Place: Sendable {
    let block: Int
    let offset: Int
  }

  init(shape: [Int], blocks: [SharedBytes], places: [Place]) {
    self.shape = shape
    self.blocks = blocks
    self.places = places
  }

  /// Copies images that lie one behind the other, without gaps.
  ///
  /// Traps unless `bytes` are a whole number of images of shape `shape`.
  public init(copying bytes: UnsafeRawBufferPointer, shape: [Int]) {
    let block = SharedBytes(count: bytes.count) { $0.copyMemory(from: bytes) }
    self.init(packed: block, shape: shape)
  }

  /// Makes images back from what `bytes(in:)` has returned.
  ///
  /// Traps unless `bytes` are a whole number of images of shape `shape`.
  public init(bytes: [UInt8], shape: [Int]) {
    self = bytes.withUnsafeBytes { Images(copying: $0, shape: shape) }
  }

  init(packed block: SharedBytes, shape: [Int]) {
    let size = shape.reduce(1, *)
    let count = block.memory.count
    guard shape.count == 3, size > 0, count.isMultiple(of: size) else {
      fatalError("Images: \(count) bytes are no whole number of images \(shape)")
    }
    let places = (0..<count / size).map { Place(block: 0, offset: $0 * size) }
    self.init(shape: shape, blocks: [block], places: places)
  }

  public var count: Int { places.count }

  private func place(ofImage index: Int) -> Place {
    guard places.indices.contains(index) else {
      fatalError("Images: there is no image \(index) among \(count)")
    }
    return places[index]
  }

  /// The number of bytes, and of pixel values, in one image.
  var imageSize: Int { shape.reduce(1, *) }

  /// Calls `body` with the bytes of image `index`, in place; their address must not be kept.
  public func withBytes<R>(ofImage index: Int, _ body: (UnsafeRawBufferPointer) -> R) -> R {
    withExtendedLifetime(blocks) { body(bytes(ofImage: index)) }
  }

  /// The bytes of image `index`, which are there for as long as `blocks` are.
  private func bytes(ofImage index: Int) -> UnsafeRawBufferPointer {
    let place = place(ofImage: index)
    let range = place.offset..<place.offset + imageSize
    return UnsafeRawBufferPointer(rebasing: blocks[place.block].memory[range])
  }

  /// The images at `indices`, in that order and as often as they are named: float32
  /// `[indices.count, channels, height, width]`, each byte divided by 255.
  public func pixels(at indices: [Int]) -> Tensor {
    withExtendedLifetime(blocks) {
      Tensor(dividingBy255: indices.map(bytes(ofImage:)), rowShape: shape)
    }
  }

  /// The images of `range`: float32 `[range.count, channels, height, width]`, each byte divided
  /// by 255.
  public func pixels(in range: Range<Int>) -> Tensor {
    pixels(at: Array(range))
  }

  /// The bytes of the images of `range`, one image behind the other, without gaps.
  public func bytes(in range: Range<Int>) -> [UInt8] {
    let size = imageSize
    return [UInt8](unsafeUninitializedCapacity: range.count * size) { target, initializedCount in
      let target = UnsafeMutableRawBufferPointer(target)
      for (position, index) in range.enumerated() {
        withBytes(ofImage: index) {
          UnsafeMutableRawBufferPointer(rebasing: target[(position * size)...]).copyMemory(from: $0)
        }
      }
      initializedCount = range.count * size
    }
  }

  /// The images at `indices`, in that order and as often as they are named. Shares the bytes.
  public func subset(_ indices: [Int]) -> Images {
    Images(shape: shape, blocks: blocks, places: indices.map(place(ofImage:)))
  }
}
