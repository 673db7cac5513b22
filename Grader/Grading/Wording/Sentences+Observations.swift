import Doorway

extension Sentences {
  /// What can be seen of wrong answers, whatever the reason is.
  static func observation(_ observation: Observation) -> String {
    switch observation {
    case .factor(-1):
      "All of it is right but for the sign."
    case .factor(let factor):
      "Every number is \(number(factor)) times what is expected."
    case .sizeFactor(let size, let isDivided, let scale):
      "Every number is \(isDivided ? "divided" : "multiplied") by \(size.name), against what is "
        + "expected\(scale == 1 ? "" : ", and times \(number(scale))")."
    case .stretched(let columns):
      "Each \(columns ? "column" : "row") is what is expected times a number of its own: look at "
        + "what it is multiplied or divided by."
    case .transposed:
      "It is what is expected, transposed."
    case .offset(let offset):
      "Every number is \(number(abs(offset))) too \(offset > 0 ? "high" : "low")."
    case .zero:
      "All that is wrong is 0."
    case .input(let name):
      "What came back is \(name) itself."
    case .otherCall:
      "It is what another call should have given. Is something kept from one call to the next?"
    case .onlyFirst(let count):
      count == 1
        ? "The first call is right, and none after it."
        : "The first \(count) calls are right, and none after them."
    case .onlyLast(let axes):
      "Nothing is wrong but the last \(alongAxis0(axes))."
    case .allButFirst(let axes):
      "The first \(alongAxis0(axes)) is always right."
    case .onlyWhere(let size):
      "What came out wrong, of all that was asked, is what has \(size.value) for \(size.name)."
    case .roundedToSingle:
      "It is right to about seven digits: is something rounded, or converted to float32?"
    case .overflow(let from, let right):
      "It is right up to |x| = \(number(right)). What is wrong begins at |x| = \(number(from)), and is no "
        + "number: something overflows."
    case .notFinite:
      "All that is wrong is infinite or NaN: something overflows, is divided by 0, or is a logarithm "
        + "or a root of what has none."
    case .fitsOwnForward:
      "Your backward fits your forward. It is your forward that is wrong."
    }
  }

  private static func alongAxis0(_ axes: Int?) -> String {
    switch axes {
    case 1: "entry"
    case 2: "row"
    default: "slice along axis 0"
    }
  }
}
