import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { GivenFile } from "../vault/adapter.ts";

export interface Served {
  /** Where the page is. */
  readonly url: string;
  close(): Promise<void>;
}

/** What the server shows. `built`: a folder with the host's page and the plugin's `main.js`. */
export interface Shown {
  readonly built: string;
  readonly vault: { readonly name: string; readonly files: readonly GivenFile[] };
}

const html = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Linkage in a browser</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="app.css" />
  </head>
  <body>
    <script src="page.js"></script>
  </body>
</html>
`;

/** Serve the host on this machine alone. */
export async function serveHost({ built, vault }: Shown, port = 0): Promise<Served> {
  const answers: Readonly<Record<string, () => readonly [type: string, body: string | Buffer]>> = {
    "/": () => ["text/html", html],
    "/app.css": () => ["text/css", readFileSync(join(built, "app.css"))],
    "/page.js": () => ["text/javascript", readFileSync(join(built, "page.js"))],
    "/host.json": () => ["application/json", hostData(built, vault)],
  };
  const server = createServer(({ url = "/" }, response) => {
    const answer = answers[url.split("?")[0] ?? "/"];
    if (!answer) {
      response.writeHead(404).end();
      return;
    }
    const [type, body] = answer();
    response
      .writeHead(200, { "content-type": `${type}; charset=utf-8`, "cache-control": "no-store" })
      .end(body);
  });
  await listening(server, port);
  const { port: used } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(used)}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
}

function hostData(built: string, vault: Shown["vault"]): string {
  return JSON.stringify({
    vault,
    manifest: JSON.parse(readFileSync("manifest.json", "utf8")) as unknown,
    css: readFileSync("styles.css", "utf8"),
    main: readFileSync(join(built, "main.js"), "utf8"),
    api: JSON.parse(readFileSync(join(built, "api.json"), "utf8")) as unknown,
  });
}
