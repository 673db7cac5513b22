/// "52.7 %", of 0.5271.
public func percent(_ fraction: Double) -> String {
  "\((fraction * 1000).rounded() / 10) %"
}

/// Four places after the point, as many as a loss needs.
public func short(_ x: Double) -> String { "\((x * 1e4).rounded() / 1e4)" }
