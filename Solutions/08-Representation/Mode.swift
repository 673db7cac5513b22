/// What a layer is used for: some do one thing while a network learns, and another when it is asked.
///
/// Read it; there is nothing to write here.
public enum Mode: Sendable, Equatable {
  case training, testing
}
