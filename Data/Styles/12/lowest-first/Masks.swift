import Tensors

/// Returns the mask `[length, length]` with which a position sees itself and all before it, and
/// nothing behind: true at (t, s) where s ≤ t.
public func causalMask(_ length: Int) -> Mask {
  if let known = Memo.masks[length] { return known }
  let made = Mask(
    shape: [length, length], (0..<length * length).map { $0 % length <= $0 / length })
  Memo.masks[length] = made
  return made
}

/// Returns the mask `[N, 1, 1, count]` that hides what rows of different lengths were filled up with:
/// true at (n, 0, 0, s) where s < `lengths[n]`. It broadcasts to all heads and all positions that ask.
public func paddingMask(_ lengths: [Int], count: Int) -> Mask {
  let flags = lengths.flatMap { length in (0..<count).map { $0 < length } }
  return Mask(shape: [lengths.count, 1, 1, count], flags)
}

private enum Memo { nonisolated(unsafe) static var masks: [Int: Mask] = [:] }
