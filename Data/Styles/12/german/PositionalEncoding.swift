import Foundation
import Tensors

public func positionalEncoding(_ positions: Range<Int>, width: Int) -> Tensor {
  let haelfte = width / 2
  let stellen = Tensor(positions).expandingAxis(at: 1)
  let wellen = Tensor((0..<haelfte).map { pow(10000, -2 * Double($0) / Double(width)) })
  let winkel = stellen * wellen
  let paare = Tensor(
    concatenating: [sin(winkel).expandingAxis(at: 2), cos(winkel).expandingAxis(at: 2)], along: 2)
  return paare.reshaped(to: [positions.count, width])
}
