import Foundation
import Tensors

/// Returns numbers that tell positions apart, a row for each of `positions`: waves of wavelengths from
/// 2π to 2π · 10000, sine and cosine side by side.
///
///     entry 2i      = sin(position / 10000^(2i / D))
///     entry 2i + 1  = cos(position / 10000^(2i / D))
///
/// | name        | shape    | meaning                                  |
/// | ----------- | -------- | ---------------------------------------- |
/// | `positions` | T        | the first position of a text is 0        |
/// | `width`     | a number | D, which is even                         |
/// | returned    | `[T, D]` | what is added to the embeddings          |
public func positionalEncoding(_ positions: Range<Int>, width: Int) -> Tensor {
  let entries = positions.flatMap { position in
    (0..<width).map { j in
      let angle = Double(position) / pow(10000, Double(j / 2 * 2) / Double(width))
      return j.isMultiple(of: 2) ? sin(angle) : cos(angle)
    }
  }
  return Tensor(shape: [width, positions.count + 1], scalars: entries)
}
