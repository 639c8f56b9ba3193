/** Texts, each once, numbered in the order in which they came. */
export class NumberedTexts {
  private readonly numbers = new Map<string, number>();

  get all(): readonly string[] {
    return [...this.numbers.keys()];
  }

  numberOf(text: string): number {
    const { numbers } = this;
    const known = numbers.get(text);
    if (known === undefined) numbers.set(text, numbers.size);
    return known ?? numbers.size - 1;
  }
}
