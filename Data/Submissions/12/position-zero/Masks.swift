import Tensors

/// Returns the mask `[length, length]` with which a position sees itself and all before it, and
/// nothing behind: true at (t, s) where s ≤ t.
public func causalMask(_ length: Int) -> Mask {
  Mask(
    shape: [length, length], (0..<length).flatMap { t in (0..<length).map { s in s <= t } })
}

/// Returns the mask `[N, 1, 1, count]` that hides what rows of different lengths were filled up with:
/// true at (n, 0, 0, s) where s < `lengths[n]`. It broadcasts to all heads and all positions that ask.
public func paddingMask(_ lengths: [Int], count: Int) -> Mask {
  Mask(
    shape: [lengths.count, 1, 1, count],
    lengths.flatMap { length in (0..<count).map { $0 < length } })
}
