import Tensors

/// The mean of each window of `width` neighbours, along each row.
///
///     y[n, t] = (x[n, t] + x[n, t + 1] + … + x[n, t + width - 1]) / width
///
/// Only whole windows count, so a row gets shorter by width - 1.
///
/// | name    | shape                | meaning                         |
/// | ------- | -------------------- | ------------------------------- |
/// | `x`     | `[N, T]`             | N series of T numbers           |
/// | `width` | a number             | from 1 to T                     |
/// | result  | `[N, T - width + 1]` | the averages                    |
public func movingAverages(_ x: Tensor, width: Int) -> Tensor {
  // TODO: 1.8  x.windows(of: [width]) has an axis more than x. What stands along it?
  unfinished("1.8")
}
