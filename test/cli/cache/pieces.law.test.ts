import { fc, test } from "@fast-check/jest";
import { execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readPieces, writePieces } from "../../../src/cli/cache/pieces.mts";
import { realDisk } from "../../../src/cli/write/disk.mts";
import { folderOf } from "../command-line.ts";

const folder = folderOf({});
const file = join(folder, "pieces");
const pieces = fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 5 });

function write(pieces: readonly Uint8Array[]): Buffer {
  writePieces(realDisk, file, join(folder, "draft"), pieces);
  return readFileSync(file);
}

function read(): unknown {
  return readPieces(realDisk, file)?.map((piece) => [...piece]) ?? null;
}

test.prop([pieces])("what was written is read", (all) => {
  write(all);
  expect(read()).toEqual(all.map((piece) => [...piece]));
});

test("what is cut off anywhere is not read, nor what is longer", () => {
  const bytes = write([Buffer.from("one"), Buffer.from("two")]);
  for (let length = 0; length < bytes.length; length++) {
    writeFileSync(file, bytes.subarray(0, length));
    expect(read()).toBeNull();
  }
  writeFileSync(file, Buffer.concat([bytes, bytes]));
  expect(read()).toBeNull();
});

test.prop([pieces, fc.nat(), fc.integer({ min: 1, max: 255 })])(
  "what has another byte anywhere is not read",
  (all, place, change) => {
    const bytes = write(all);
    const at = place % bytes.length;
    bytes.writeUInt8(bytes.readUInt8(at) ^ change, at);
    writeFileSync(file, bytes);
    expect(read()).toBeNull();
  },
);

test("what was written as another file is not read", () => {
  write([Buffer.from("one")]);
  renameSync(file, join(folder, "others"));
  expect(readPieces(realDisk, join(folder, "others"))).toBeNull();
});

/** Windows has none. */
const unixTest = process.platform === "win32" ? test.skip : test;

unixTest("nothing is read from a pipe, and nobody waits for it", () => {
  const pipe = join(folder, "pipe");
  execFileSync("sh", ["-c", 'mkfifo "$1"', "sh", pipe]);
  // Whoever waits is let go in the end.
  const writer = spawn("sh", ["-c", 'sleep 5; touch "$1.late"; : <> "$1"', "sh", pipe]);
  try {
    expect(readPieces(realDisk, pipe)).toBeNull();
    expect(existsSync(`${pipe}.late`)).toBe(false);
  } finally {
    writer.kill();
  }
});

test.each([
  ["there is none", "none"],
  ["it is a folder", "."],
])("nothing is read where %s", (_, name) => {
  expect(readPieces(realDisk, join(folder, name))).toBeNull();
});
