import { ExtraButtonComponent, SearchComponent } from "../ui/components.ts";
import { Setting } from "./setting.ts";

/** Settings that belong together, under a heading. */
export class SettingGroup {
  readonly groupEl: HTMLElement;
  readonly listEl: HTMLElement;
  private heading: Setting | null = null;

  constructor(containerEl: HTMLElement) {
    this.groupEl = containerEl.createDiv("setting-group");
    this.listEl = this.groupEl.createDiv("setting-items");
  }

  setHeading(text: string | DocumentFragment): this {
    this.headingRow().setName(text);
    return this;
  }

  addClass(...classes: string[]): this {
    this.groupEl.addClass(...classes);
    return this;
  }

  addSetting(use: (setting: Setting) => void): this {
    use(new Setting(this.listEl));
    return this;
  }

  addSearch(use: (component: SearchComponent) => unknown): this {
    use(new SearchComponent(this.headingRow().controlEl));
    return this;
  }

  addExtraButton(use: (component: ExtraButtonComponent) => unknown): this {
    use(new ExtraButtonComponent(this.headingRow().controlEl));
    return this;
  }

  private headingRow(): Setting {
    if (!this.heading) {
      this.heading = new Setting(this.groupEl).setHeading();
      this.groupEl.prepend(this.heading.settingEl);
    }
    return this.heading;
  }
}
