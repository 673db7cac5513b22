extension String {
  /// The text, with the middle left out where it is very long: what a subject answers may be quoted in
  /// it. The end stays, since it names the mistake.
  var cutShort: String {
    let (beginning, end) = (3000, 1500)
    let left = unicodeScalars.count - beginning - end
    guard left > 0 else { return self }
    return String(unicodeScalars.prefix(beginning)) + " … \(left) letters left out … "
      + String(unicodeScalars.suffix(end))
  }
}
