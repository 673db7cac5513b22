internal import Kernels

extension Tensor {
  /// The tensors one after another along `axis`; their other axes must be equal.
  ///
  /// [2, 3] and [4, 3] along 0 make [6, 3].
  public init(concatenating tensors: [Tensor], along axis: Int) {
    guard let first = tensors.first else { misuse("concatenating: no tensors") }
    first.requireAxis(axis, "concatenating")
    var shape = first.shape
    shape[axis] = 0
    var type = first.elementType
    for tensor in tensors {
      var expected = first.shape
      if axis < tensor.rank { expected[axis] = tensor.shape[axis] }
      if tensor.shape != expected {
        misuse("concatenating: \(first.shape) and \(tensor.shape) differ beside axis \(axis)")
      }
      shape[axis] += tensor.shape[axis]
      type = type.promoted(with: tensor.elementType)
    }
    let result = Tensor(unwritten: shape, type)
    let outer = shape[..<axis].reduce(1, *)
    let inner = shape[(axis + 1)...].reduce(type.size, *)
    var position = 0
    for tensor in tensors {
      let width = tensor.shape[axis] * inner
      tensor.converted(to: type).withRawBytes { source in
        guard width > 0, let start = source.baseAddress else { return }
        copyRows(
          start, rows: outer, byteCount: width, to: result.storage.bytes + position,
          stride: shape[axis] * inner)
      }
      position += width
    }
    self = result
  }

  /// This tensor and then `other` along `axis`.
  public func concatenated(with other: Tensor, along axis: Int) -> Tensor {
    Tensor(concatenating: [self, other], along: axis)
  }
}
