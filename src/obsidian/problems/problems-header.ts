import { ButtonComponent, Component, DropdownComponent, setIcon } from "obsidian";
import { numberText } from "../reader-language.ts";
import { severities, type Severity } from "../../rules/rule.ts";
import { iconButton } from "../icon-button.ts";
import { severityIcons } from "../severity-icons.ts";
import type { ProblemCounts } from "./shown-problems.ts";
import { groupings, type ProblemsState } from "./problems-state.ts";
import { noteName } from "./row-text.ts";
import { ListSearch } from "../tree-list/list-search.ts";
import { texts } from "../texts.ts";

/** What the header asks of the view that it is in. */
export interface HeaderHost {
  readonly change: (said: Partial<ProblemsState>) => void;
  /** Show the menu of filters by note, folder and rule. */
  readonly openFilters: (event: MouseEvent) => void;
  readonly expandAll: (expanded: boolean) => void;
}

/** Above the tree: how many problems there are, search, grouping, severities, and the filters that are on. */
export class ProblemsHeader extends Component {
  /** Where it is said how many there are. */
  readonly titleEl: HTMLElement;
  private readonly el: HTMLElement;
  private readonly host: HeaderHost;
  private readonly grouping: DropdownComponent;
  private readonly search: ListSearch;
  private readonly toggles: ReadonlyMap<Severity, ButtonComponent>;
  private readonly chips: HTMLElement;
  private state: ProblemsState;

  constructor(parent: HTMLElement, state: ProblemsState, host: HeaderHost) {
    super();
    this.el = parent.createDiv({ cls: "linkage-header" });
    this.state = state;
    this.host = host;
    this.titleEl = this.el.createDiv({ cls: "linkage-problems-counts" });
    const tools = this.el.createDiv({ cls: "linkage-tools" });
    this.search = new ListSearch(
      tools.createDiv({ cls: "linkage-search" }),
      state.text,
      texts.problems.search,
      (text) => {
        host.change({ text });
      },
    );
    this.addTools(tools.createDiv({ cls: "linkage-tool-buttons" }));
    const controls = this.el.createDiv({ cls: "linkage-problems-controls" });
    this.grouping = new DropdownComponent(controls);
    const toggles = controls.createDiv({ cls: "linkage-problems-toggles" });
    this.toggles = new Map(severities.map((severity) => [severity, this.toggleOf(severity, toggles)]));
    this.chips = this.el.createDiv({ cls: "linkage-problems-chips" });
  }

  override onload(): void {
    for (const grouping of groupings) this.grouping.addOption(grouping, texts.problems.groupings[grouping]);
    this.grouping.selectEl.setAttr("aria-label", texts.shared.groupBy);
    this.grouping.onChange((value) => {
      const grouping = groupings.find((each) => each === value);
      if (grouping && grouping !== this.state.grouping) this.host.change({ grouping });
    });
    this.addChild(this.search);
  }

  /** Show a state and what it lets through. What is being typed stays. */
  update(state: ProblemsState, counts: ProblemCounts): void {
    this.state = state;
    this.grouping.setValue(state.grouping);
    this.search.update(state.text);
    for (const [severity, { buttonEl }] of this.toggles) {
      const count = counts.bySeverity[severity];
      buttonEl.setAttr("aria-pressed", String(state.severities.includes(severity)));
      buttonEl.setAttr("aria-label", texts.problems.showSeverity[severity](count));
      buttonEl.lastElementChild?.setText(numberText(count));
    }
    this.chips.empty();
    this.addChip(state.rule, { rule: null });
    this.addChip(state.folder, { folder: null });
    this.addChip(state.note, { note: null }, state.note === null ? "" : noteName(state.note));
  }

  private addTools(parent: HTMLElement): void {
    const { buttonEl: filters } = iconButton(parent, "list-filter", texts.problems.filter);
    filters.setAttr("aria-haspopup", "menu");
    this.registerDomEvent(filters, "click", this.host.openFilters);
    const { buttonEl: expand } = iconButton(parent, "chevrons-up-down", texts.shared.expandAll);
    this.registerDomEvent(expand, "click", () => {
      this.host.expandAll(true);
    });
    const { buttonEl: collapse } = iconButton(parent, "chevrons-down-up", texts.shared.collapseAll);
    this.registerDomEvent(collapse, "click", () => {
      this.host.expandAll(false);
    });
  }

  private toggleOf(severity: Severity, parent: HTMLElement): ButtonComponent {
    const button = new ButtonComponent(parent);
    button.buttonEl.addClasses(["clickable-icon", "linkage-problems-toggle", `linkage-problems-${severity}`]);
    const icon = button.buttonEl.createSpan({
      cls: "linkage-problems-icon",
      attr: { "aria-hidden": "true" },
    });
    setIcon(icon, severityIcons[severity]);
    button.buttonEl.createSpan({ text: "0" });
    this.registerDomEvent(button.buttonEl, "click", () => {
      const shown = this.state.severities;
      const others = shown.filter((each) => each !== severity);
      this.host.change({ severities: others.length < shown.length ? others : [...shown, severity] });
    });
    return button;
  }

  /** @param shown what there is room for */
  private addChip(what: string | null, without: Partial<ProblemsState>, shown = what ?? ""): void {
    if (what === null) return;
    const button = new ButtonComponent(this.chips).onClick(() => {
      this.host.change(without);
    });
    button.buttonEl.addClass("linkage-problems-chip");
    button.buttonEl.setAttr("aria-label", texts.problems.removeFilter(what));
    button.buttonEl.createSpan({ cls: "linkage-problems-chip-text", text: shown, attr: { dir: "auto" } });
    setIcon(
      button.buttonEl.createSpan({ cls: "linkage-problems-icon", attr: { "aria-hidden": "true" } }),
      "x",
    );
  }
}
