/// Where a block normalises. With `sub` for attention or the feed-forward part:
///
///     before:   y = x + sub(norm(x))         pre-norm
///     after:    y = norm(x + sub(x))         post-norm, as in the paper of 2017
///
/// Read it; there is nothing to write here.
public enum NormPlacement: String, Sendable, Codable { case before, after }
