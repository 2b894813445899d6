/** Who a request comes from, as the server found out: never taken from a body. */
export interface Actor {
  /** The signed-in reader, null for a guest. */
  user: { documentId: string; name: string; email: string } | null;
  /** The key under which this actor votes and reports: of an account, or a guest's random id. */
  key: string;
  /** `key` and those that earlier secrets gave the same actor. */
  keys: string[];
  /** For triage while the request lasts; never stored. */
  address: string;
  /** Keyed hash of the address's prefix: what is counted, and no identity. */
  ipHash: string;
  userAgent: string;
  /**
   * The token to hand to a guest with the first vote or comment; null when they came with one, or
   * an account. Who is handed one is nobody yet: nothing may be known or trusted of their key.
   */
  newVisitorToken: string | null;
}
