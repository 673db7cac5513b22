import Foundation

extension BatchOutput {
  /// Keeps with the results by which rules grades are made, and where the submissions lie.
  ///
  /// - Returns: Whether other rules were kept before.
  /// - Throws: `GraderError.noPolicy` where rules are kept and none are given: everybody's grade would be
  ///   taken back; `GraderError.otherPolicy` where shares of one class are given different ones.
  public func keep(_ policy: Policy?, submissions: String? = nil) throws(GraderError) -> Bool {
    var journal = try BatchJournal.read(in: path)
    let place = submissions.map { URL(fileURLWithPath: $0).standardizedFileURL.path }
    let (old, new) = (journal.policy, policy.map { KeptPolicy($0) })
    if shard != nil {
      // Others are at work by what is kept.
      guard old == nil || old == new else { throw .otherPolicy(path) }
    } else if old != nil, new == nil {
      throw .noPolicy(path)
    }
    let isKept = old == new && (place == nil || journal.submissions == place)
    if !isKept {
      journal.policy = new
      journal.submissions = place ?? journal.submissions
      try journal.write(in: path)
    }
    return old != nil && old != new
  }
}
