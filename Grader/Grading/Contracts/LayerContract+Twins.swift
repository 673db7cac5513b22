import Doorway
import Tensors

extension LayerContract {
  /// Returns one that has the shapes and the sums of `input`, and one that has only its shapes, so that
  /// what is kept of a call by either is seen. Where `input` is smooth, so are they.
  func twins(of input: Input) -> [Input] {
    let mustBeSmooth = isSmooth(input)
    return [
      input.mapped { $0.reversed() }, input.mapped { $0.map { 0.75 * $0 } },
    ].filter { !mustBeSmooth || isSmooth($0) }
  }
}

extension LayerInput {
  /// The same shapes, with other entries.
  fileprivate func mapped(_ change: ([Double]) -> [Double]) -> Self {
    var mapped = self
    mapped.differentiable = differentiable.map {
      Part($0.name, Tensor(shape: $0.value.shape, scalars: change($0.value.scalars)))
    }
    return mapped
  }
}
