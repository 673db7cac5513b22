import Tensors

public func causalMask(_ length: Int) -> Mask {
  var flags = [Bool](repeating: false, count: length * length)
  for t in 0..<length {
    for s in 0...t { flags[t * length + s] = true }
  }
  return Mask(shape: [length, length], flags)
}

public func paddingMask(_ lengths: [Int], count: Int) -> Mask {
  var flags: [Bool] = []
  for length in lengths {
    for place in 0..<count { flags.append(place < length) }
  }
  return Mask(shape: [lengths.count, 1, 1, count], flags)
}
