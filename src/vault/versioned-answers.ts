/** What was found out by key, for as long as what was asked about has the same version. */
export class VersionedAnswers<Key, Answer> {
  private readonly known = new Map<Key, Answer>();
  private version = 0;

  /** The answers of this version, to be added to. Those of another are forgotten. */
  of(version: number): Map<Key, Answer> {
    if (this.version !== version) {
      this.known.clear();
      this.version = version;
    }
    return this.known;
  }
}
