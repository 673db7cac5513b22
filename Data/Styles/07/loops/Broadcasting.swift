import Tensors

public func summed(_ gradient: Tensor, to shape: [Int]) -> Tensor {
  if gradient.shape == shape { return gradient }
  let entries = gradient.scalars
  let missing = gradient.rank - shape.count
  var sums = [Double](repeating: 0, count: shape.reduce(1, *))
  for (number, entry) in entries.enumerated() {
    var (rest, place, stride) = (number, 0, 1)
    for axis in gradient.shape.indices.reversed() {
      let index = rest % gradient.shape[axis]
      rest /= gradient.shape[axis]
      guard axis >= missing else { continue }
      let size = shape[axis - missing]
      place += (size == 1 ? 0 : index) * stride
      stride *= size
    }
    sums[place] += entry
  }
  return Tensor(shape: shape, scalars: sums).converted(to: gradient.elementType)
}
