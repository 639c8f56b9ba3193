import { type NotePlan, placeholders } from "./plan-vault.mts";
import type { Random } from "./random.mts";
import { phrase, sentence, subjects } from "./words.mts";

/** The text of one note: some 3.4 KB of frontmatter, see-also line, sections and a linkage block, with the journal's faults. */
export function writeNote(plan: NotePlan, all: readonly NotePlan[], random: Random): string {
  const tags = tagsOf(plan, random);
  const seeAlso = [linkOf(all, random), linkOf(all, random)];
  const block = [...seeAlso, linkOf(all, random), linkOf(all, random)].slice(0, 2 + random.below(3));
  const sections = Array.from({ length: 5 }, () => section(all, random));
  const heading = `# ${plan.title}`;
  return [
    frontmatter(plan, tags, random),
    heading,
    paragraph(3, random),
    `*see also:* ${seeAlso.join(" · ")}`,
    ...sections,
    ...(random.chance(0.65) ? [linkageBlock(block, tags, random)] : []),
    random.chance(0.12) ? heading : "#",
    "",
  ].join("\n\n");
}

/** Three in four notes have a year tag, which YAML reads as a number. */
function tagsOf({ type, day }: NotePlan, random: Random): readonly string[] {
  const own = [random.pick(subjects), random.pick(subjects)];
  const year = random.chance(0.75) ? [day.slice(0, 4)] : [];
  return [...new Set([...(random.chance(0.97) ? [type.tag] : []), ...own, ...year])];
}

function frontmatter(plan: NotePlan, tags: readonly string[], random: Random): string {
  const { title, day, noteId, type, isDraft } = plan;
  return `---
title: ${title.includes(":") ? JSON.stringify(title) : title}
tags:
${tags.map((tag) => `  - ${tag}`).join("\n")}
keywords:
${Array.from({ length: 4 }, () => `  - ${random.pick(subjects)}`).join("\n")}
draft: ${String(isDraft)}
description: ${sentence(random)}
created: ${day}
updated: ${day}
note_id: ${noteId}
cssclasses:
  - ${type.cssclass}
---`;
}

/** Of all links nearly a quarter lead nowhere: most are placeholders, some name a note by its title, a few are slips. */
function linkOf(all: readonly NotePlan[], random: Random): string {
  if (random.chance(0.2)) return `[[${random.pick(placeholders)}]]`;
  const { title, path } = random.pick(all);
  const name = path.slice(path.lastIndexOf("/") + 1, -".md".length);
  if (title !== name && random.chance(0.4)) return `[[${title}]]`;
  if (random.chance(0.005)) return `[[${name.replace("e", "")}]]`;
  return random.chance(0.1) ? `[[${name}|${title}]]` : `[[${name}]]`;
}

function section(all: readonly NotePlan[], random: Random): string {
  const source = random.chance(0.4)
    ? ` ([source](https://example.org/${random.pick(subjects)}/${String(random.below(1e6))}))`
    : "";
  const link = random.chance(0.4) ? ` It goes on in ${linkOf(all, random)}.` : "";
  const items = Array.from({ length: 3 }, () => `- ${sentence(random)}`).join("\n");
  return `## ${phrase(random)}\n${paragraph(4, random)}${source}${link}\n\n${items}`;
}

function paragraph(sentences: number, random: Random): string {
  return Array.from({ length: sentences }, () => sentence(random)).join(" ");
}

/** Both markups of the journal: with tags and groups, and a plain list. */
function linkageBlock(links: readonly string[], tags: readonly string[], random: Random): string {
  const items = (indent: string, texts: readonly string[]): string =>
    texts.map((text) => `${indent}<li>${text}</li>`).join("\n");
  if (random.chance(0.2))
    return `<div class="linkage">\n  <p><strong>linkage</strong></p>\n  <ul>\n${items("    ", links)}\n  </ul>\n</div>`;
  return `<div class="linkage-tree">
  <div class="linkage-tree-title">linkage tree</div>
  <ul>
    <li>tags
      <ul>
${items(
  "        ",
  tags.map((tag) => `#${tag}`),
)}
      </ul>
    </li>
    <li>related
      <ul>
${items("        ", links)}
      </ul>
    </li>
  </ul>
</div>`;
}
