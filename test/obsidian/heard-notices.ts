import { Notice } from "obsidian-test-mocks/obsidian";

/** What notices say from now on, as plain text. */
export function heardNotices(): readonly string[] {
  const heard: string[] = [];
  jest.spyOn(Notice.prototype, "constructor__").mockImplementation((message) => {
    heard.push(typeof message === "string" ? message : message.textContent);
  });
  return heard;
}
