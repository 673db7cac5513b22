extension PixelImage {
  /// Colours that all eyes tell apart, from dark to light, so that greys do as well.
  private static let colours: [[UInt8]] = [
    [30, 30, 30], [0, 80, 150], [190, 70, 10], [0, 158, 115], [230, 159, 0], [240, 228, 66],
  ]

  /// Pixels that have a class each, row by row, in the colours of the classes; white where it is none.
  public init(classes: [Int], width: Int) {
    self.init(
      width: width, height: classes.count / width, channels: 3,
      bytes: classes.flatMap { number in
        Self.colours.indices.contains(number) ? Self.colours[number] : [255, 255, 255]
      })
  }
}
