/** Small things that outlive what they were for unless somebody clears them away. */
export type Leftovers = {
  /**
   * Removes, as of now (epoch ms): wrong tries of a day ago, codes for drafts that ended 30 days ago, names of messages of 8 days ago,
   * line rows without a session in which nothing waits, and contacts of whom nothing is kept but their address.
   */
  forget(now: number): Promise<void>;
};
