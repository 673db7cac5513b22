import Tensors

/// Welche Stellen man sehen darf.
public func causalMask(_ length: Int) -> Mask {
  let stellen = Tensor(0..<length)
  return stellen.expandingAxis(at: 0) .<= stellen.expandingAxis(at: 1)
}

public func paddingMask(_ lengths: [Int], count: Int) -> Mask {
  let laengen = Tensor(lengths).reshaped(to: [lengths.count, 1, 1, 1])
  return Tensor(0..<count).reshaped(to: [1, 1, 1, count]) .< laengen
}
