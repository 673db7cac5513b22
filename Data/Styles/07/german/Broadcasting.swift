import Tensors

public func summed(_ gradient: Tensor, to shape: [Int]) -> Tensor {
  var ergebnis = gradient
  let fehlend = gradient.rank - shape.count
  for achse in (0..<gradient.rank).reversed() {
    if achse < fehlend {
      ergebnis = ergebnis.sum(along: achse)
    } else if shape[achse - fehlend] == 1 {
      ergebnis = ergebnis.sum(along: achse, keepingAxis: true)
    }
  }
  return ergebnis
}
