/** Who follows what a program prints into its terminal. */
export interface OutputFollower {
  write(text: string): void;
  /** Everything so far is of a run before this one. */
  reset(): void;
}

/** What a program printed into its terminal, as it came, and bounded: whoever follows later still draws the same screen. */
export class RawOutput {
  private pieces: string[] = [];
  private characters = 0;
  private readonly followers = new Set<OutputFollower>();

  constructor(private readonly maxCharacters = 1024 * 1024) {}

  append(text: string): void {
    this.pieces.push(text);
    this.characters += text.length;
    while (this.characters > this.maxCharacters && this.pieces.length > 1)
      this.characters -= this.pieces.shift()?.length ?? 0;
    for (const follower of this.followers) follower.write(text);
  }

  clear(): void {
    this.pieces = [];
    this.characters = 0;
    for (const follower of this.followers) follower.reset();
  }

  /** Tells all that is kept, then all that comes; gives back the way to stop. */
  follow(follower: OutputFollower): () => void {
    for (const piece of this.pieces) follower.write(piece);
    this.followers.add(follower);
    return () => this.followers.delete(follower);
  }
}
