/// A program of ours, which may be several: a mutant, or a known mistake.
struct VariantProgram: Sendable {
  var build: Build

  /// Which of several it is; nil where it is the only one.
  var variant: Int?

  /// What it is told at its start.
  var arguments: [String] { variant.map { ["\($0)"] } ?? [] }
}
