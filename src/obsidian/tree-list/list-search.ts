import { Component, debounce, SearchComponent } from "obsidian";

/** How long a search waits for the next letter, in milliseconds. */
const SEARCH_DELAY = 150;

/** The search above a list: tells what is looked for when nobody types any more. */
export class ListSearch extends Component {
  private readonly search: SearchComponent;
  private readonly label: string;
  private readonly change: (text: string) => void;
  private text: string;

  /**
   * @param label what the search is called
   * @param change is told a text that is not the one of now
   */
  constructor(parent: HTMLElement, text: string, label: string, change: (text: string) => void) {
    super();
    this.search = new SearchComponent(parent);
    this.text = text;
    this.label = label;
    this.change = change;
  }

  override onload(): void {
    this.search.setPlaceholder(this.label).setValue(this.text).inputEl.setAttr("aria-label", this.label);
    const changeText = debounce(
      (text: string) => {
        if (text !== this.text) this.change(text);
      },
      SEARCH_DELAY,
      true,
    );
    this.search.onChange(changeText);
    this.register(() => {
      changeText.cancel();
    });
  }

  /** Show the text of now. What is being typed stays. */
  update(text: string): void {
    const isOther = text !== this.text;
    this.text = text;
    if (isOther && text !== this.search.getValue()) this.search.setValue(text);
  }
}
