import Datasets
import Foundation

/// A policy as it is kept with the grades that it has made: whole, and by a digest. The file that it was
/// read from may be changed or gone.
struct KeptPolicy: Codable, Sendable, Equatable {
  let digest: String
  let content: Policy

  init(_ policy: Policy) {
    content = policy
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    encoder.dateEncodingStrategy = .iso8601
    digest = Digest((try? encoder.encode(policy)) ?? Data()).description
  }
}
