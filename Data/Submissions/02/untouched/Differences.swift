import Tensors

/// Returns the slope of `f` at `x`, measured by a central difference.
///
///     (f(x + step) - f(x - step)) / (2 · step)
///
/// - Parameter step: Above 0, and not always small.
public func derivative(of f: (Double) -> Double, at x: Double, step: Double) -> Double {
  // TODO: 2.1  How far apart are the two places at which f is asked?
  unfinished("2.1")
}

/// Returns the gradient of `f` at `x`, measured: for each entry of `x` a central difference, with
/// all other entries as they are in `x`.
///
/// | name     | shape    | meaning                           |
/// | -------- | -------- | --------------------------------- |
/// | `x`      | any      | the place; `float64`              |
/// | `f`      | a number | of a tensor that is shaped as `x` |
/// | returned | as `x`   | the slope of `f` along each entry |
public func gradient(of f: (Tensor) -> Double, at x: Tensor, step: Double) -> Tensor {
  // TODO: 2.2  Is an entry back where it was when the next one's turn comes?
  unfinished("2.2")
}

/// Returns the slope of `f` at `x` along `v`, measured: by how much `f` grows for each step of the
/// length and direction of `v`. All entries move at once, so two values of `f` are enough.
///
///     (f(x + step · v) - f(x - step · v)) / (2 · step)
///
/// | name | shape    | meaning                                        |
/// | ---- | -------- | ---------------------------------------------- |
/// | `x`  | any      | the place; `float64`                           |
/// | `v`  | as `x`   | the direction; its length counts, whatever it is |
/// | `f`  | a number | of a tensor that is shaped as `x`              |
public func directionalDerivative(
  of f: (Tensor) -> Double, at x: Tensor, along v: Tensor, step: Double
) -> Double {
  // TODO: 2.3  Walk along v: it is a function of one number.
  unfinished("2.3")
}

/// Returns how the error of the central difference changes with the step: the slope of the line
/// through two points, on paper where both axes are logarithms.
///
///     log(E(b) / E(a)) / log(b / a)
///
/// E(h) is the mean, over `points`, of |central difference with step h - `exact`|. A slope of 2 says
/// that twice the step makes four times the error.
public func errorSlope(
  of f: (Double) -> Double, exact: (Double) -> Double, at points: [Double], steps a: Double,
  _ b: Double
) -> Double {
  // TODO: 2.4  The mean of distances, not the distance of means.
  unfinished("2.4")
}
