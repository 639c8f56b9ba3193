import { generateVault } from "../../bench/vault/generate-vault.mts";
import { readVault, vaultOfTexts } from "./read-vault.mts";
import type { Shown } from "./server.mts";

/** Makes a vault when it is asked for: some are large. */
export type VaultMaker = () => Shown["vault"];

/** The sample vault. */
export const sample: VaultMaker = () => readVault("test/vaults/journal");

/** No note at all. */
export const empty: VaultMaker = () => vaultOfTexts("empty", {});

/** Notes without problems. */
export const clean: VaultMaker = () => vaultOfTexts("clean", { "a.md": "[[b]]\n", "b.md": "[[a]]\n" });

/** Thousands of notes, and thousands of problems. */
export const thousands: VaultMaker = () => vaultOfTexts("thousands", Object.fromEntries(generateVault(4000)));

/** A path of a note in {@link marked}. */
export const bench = "bench.md";

/** A note whose linkage block, and whose tree, show all that is said of links and tags. */
export const marked: VaultMaker = () =>
  vaultOfTexts("marked", {
    [bench]: `---
title: Bench notes
tags: [tools, silicon]
---
# Bench notes

*see also:* [[2025/parts]] · [[2026/parts]]

<div class="linkage-tree">
  <div class="linkage-tree-title">linkage tree</div>
  <ul>
    <li>tags
      <ul>
        <li>#tools</li>
        <li>#silicon valley</li>
        <li>#solder – no tag of this note</li>
      </ul>
    </li>
    <li>related
      <ul>
        <li>[[sketch]]</li>
        <li>[[a note that is not there and has a name which is rather long]]</li>
        <li>[[2025/parts|parts of last year]], chosen by hand</li>
      </ul>
    </li>
  </ul>
</div>

Words below.
`,
    "sketch.md": "---\ndraft: true\n---\nBack to [[bench]].\n",
    "2025/parts.md": "---\ntitle: Parts\n---\n",
    "2026/parts.md": "---\ntitle: parts\n---\n",
  });

/** Settings to be seen, and a type that new notes may be of. */
export const withTypes: VaultMaker = () =>
  vaultOfTexts("types", {
    "linkage.yaml": `site: quartz
classes: [wide-table, two-columns]
types:
  MR:
    tags: [market-news]
    folders: [Notes]
    required: [title, tags]
    linkage: required
    ending: "#"
  TJ: { tags: [tech-journal], folders: [Journal], required: [title] }
`,
    "Notes/a.md": "# A\n",
    "Journal/b.md": "---\ntags: [tech-journal]\n---\nTo [[nowhere]].\n",
  });

/** A path of a note in {@link rightToLeft}. */
export const cables = "كابلات تحت البحر.md";

/** Notes whose titles, links, tags and places go from right to left, one of them beside a name in Latin letters. */
export const rightToLeft: VaultMaker = () =>
  vaultOfTexts("rtl", {
    [cables]: `---
title: كابلات تحت البحر
tags: [كابلات, بحر]
---
# كابلات تحت البحر

انظر [[محطات الإنزال]] و[[غير موجود]] و[[zephyr radio]] ثم [[אורות הנמל]].

<div class="linkage-tree">
<ul>
<li>tags<ul><li>#كابلات</li><li>#سفن</li></ul></li>
<li>related<ul><li>[[محطات الإنزال]]</li><li>[[غير موجود]]</li></ul></li>
</ul>
</div>
`,
    "محطات الإنزال.md":
      "---\ntitle: محطات الإنزال على الساحل الطويل الذي لا ينتهي عند المدينة القديمة\ntags: [كابلات]\n---\nالعودة إلى [[كابلات تحت البحر]].\n",
    "אורות הנמל.md":
      "---\ntitle: אורות הנמל\ntags: [ים, נמל, ים]\n---\nעל [[כבלים]] ועל [[كابلات تحت البحر]].\n",
    "zephyr radio.md": "---\ntitle: Zephyr radio\n---\n[[אורות הנמל]]\n",
  });

const longWord = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";

/** A path of a note in {@link longTitles}. */
export const longest = `${longWord}.md`;

/** Titles, tags and targets that no sidebar has room for, in several scripts. */
export const longTitles: VaultMaker = () =>
  vaultOfTexts("long", {
    [longest]: `---
title: ${longWord}
tags: [${longWord.toLowerCase()}]
---
[[${longWord} of the second part]] and [[a short history of everything that was ever said about the status light of a machine]],
[[海底电缆与岛上的电池以及所有其他我们曾经写过的关于潮汐的事情]], [[🔋 pocket guide to cell sizes]], [[Μπαταρίες στο νησί]].
`,
    "a short history of everything that was ever said about the status light of a machine.md": `[[${longWord}]]\n`,
    "海底电缆与岛上的电池以及所有其他我们曾经写过的关于潮汐的事情.md": `[[${longWord}]]\n`,
  });

/** A path of a note in {@link scripts}. */
export const islands = "岛上的电池.md";

/** Notes in scripts that are high, wide, joined, or of several parts to a character. */
export const scripts: VaultMaker = () =>
  vaultOfTexts("scripts", {
    [islands]: `---
title: 岛上的电池与海底电缆
tags: [电池, बैटरी, "2026"]
---
[[海底电缆]] [[द्वीप की बैटरी]] [[कोई नोट नहीं]] [[🔋👩‍🔧 pocket guide]] [[Z̸̢a̴͜l̷̡g̸̨o̵͢ n̷o̶t̴e̸s̷]] [[كابلات]] [[ไม่มีบันทึก]] [[ノートなし]]
`,
    "海底电缆.md": "---\ntitle: 海底电缆\ndraft: true\n---\n[[岛上的电池]]\n",
    "द्वीप की बैटरी.md": "---\ntitle: द्वीप की बैटरी\ntags: [बैटरी]\n---\n[[岛上的电池]]\n",
    "🔋👩‍🔧 pocket guide.md": "# 🔋👩‍🔧 pocket guide\n[[岛上的电池]] [[岛上的电池#没有]]\n",
  });

/** A path of a note in {@link wrongConfig} that nothing is linked with. */
export const alone = "alone.md";

/** A `linkage.yaml` with mistakes, and a note that is linked with none. */
export const wrongConfig: VaultMaker = () =>
  vaultOfTexts("wrong", {
    "linkage.yaml":
      "site: quarz\nrules:\n  unresolved-link: eror\nplaceholders: nine minutes\ntypes:\n  MR: { tags: [market-news] }\n",
    [alone]: "Words.\n",
    "b.md": "To [[nowhere]].\n",
  });
