import { Notice } from "obsidian";

/**
 * What the plugin tells for a moment, at the edge of the screen. Its sentences read from left to right in an app that goes from right
 * to left, too, unless they begin with a name that does not.
 */
export class PluginNotice extends Notice {
  /** @param duration in milliseconds; 0 stays until it is clicked, and none is as long as the app finds right */
  constructor(message: string, duration?: number) {
    super(message, duration);
    this.messageEl.dir = "auto";
  }
}
