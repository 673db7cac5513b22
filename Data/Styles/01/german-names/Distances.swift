import Tensors

public func squaredDistances(_ a: Tensor, _ b: Tensor) -> Tensor {
  var ergebnis = Tensor(zeros: [a.shape[0], b.shape[0]]).converted(to: a.elementType)
  let spaltenA = a.transposed(), spaltenB = b.transposed()
  for k in 0..<a.shape[1] {
    let unterschied = spaltenA.row(k).expandingAxis(at: 1) - spaltenB.row(k)
    ergebnis = ergebnis + unterschied * unterschied
  }
  return ergebnis
}
