/** Makes one JavaScript file of a TypeScript program of this project, and again only when one of its sources has changed. */
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL(".", import.meta.url));
const folder = join(root, "dist");

/** The address to import for the program `entry`, a path from the project's folder. */
export async function bundled(entry) {
  const name = entry.replaceAll(/[/\\]/g, "-").replace(/\.ts$/, "");
  const file = join(folder, `${name}.js`);
  const list = `${file}.sources.json`;
  if (!isCurrent(file, list)) await bundle(entry, file, list);
  return pathToFileURL(file).href;
}

/** Whether every source is as it was when the file was made. */
function isCurrent(file, list) {
  try {
    statSync(file);
    const sources = Object.entries(JSON.parse(readFileSync(list, "utf8")));
    return sources.every(([source, state]) => stateOf(source) === state);
  } catch {
    return false;
  }
}

function stateOf(source) {
  const { mtimeMs, size } = statSync(join(root, source));
  return `${mtimeMs} ${size}`;
}

async function bundle(entry, file, list) {
  const { build } = await import("esbuild");
  const draft = `${file}.${process.pid}`;
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: draft,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    // Errors name the lines that people wrote.
    sourcemap: "inline",
    sourcesContent: false,
    metafile: true,
    logLevel: "error",
    plugins: [ownAddresses],
  });
  const sources = [relative(root, fileURLToPath(import.meta.url)), ...Object.keys(metafile.inputs)];
  const states = Object.fromEntries(sources.map((source) => [source, stateOf(source)]));
  // Each is put in place whole, the list last: several programs may be starting at once.
  renameSync(draft, file);
  writeFileSync(`${list}.${process.pid}`, JSON.stringify(states));
  renameSync(`${list}.${process.pid}`, list);
}

/** A source still finds what lies beside it: its address stays its own within the one file. */
const ownAddresses = {
  name: "own-addresses",
  setup({ onLoad }) {
    mkdirSync(folder, { recursive: true });
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const contents = readFileSync(path, "utf8");
      if (!contents.includes("import.meta.url")) return undefined;
      const from = relative(folder, path).split(sep).join("/");
      const own = `new URL(${JSON.stringify(from)}, import.meta.url).href`;
      return { contents: contents.replaceAll("import.meta.url", own), loader: "ts" };
    });
  },
};
