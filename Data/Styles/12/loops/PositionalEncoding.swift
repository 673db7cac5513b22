import Foundation
import Tensors

public func positionalEncoding(_ positions: Range<Int>, width: Int) -> Tensor {
  var table = Tensor(zeros: [positions.count, width])
  for (row, position) in positions.enumerated() {
    for i in 0..<width / 2 {
      let wavelength = pow(10000.0, 2 * Double(i) / Double(width))
      table[row, 2 * i] = sin(Double(position) / wavelength)
      table[row, 2 * i + 1] = cos(Double(position) / wavelength)
    }
  }
  return table
}
