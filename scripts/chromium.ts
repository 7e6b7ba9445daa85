import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import { chromium, type LaunchOptions } from "playwright";

export interface TestBrowser {
  /** Only the pinned browser rasterises as the baselines do. */
  readonly pinned: boolean;
  readonly launchOptions: LaunchOptions;
}

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const packageDir = join(root, "node_modules/@sparticuz/chromium");

const args = [
  "--no-sandbox",
  "--disable-dev-shm-usage",
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--font-render-hinting=none",
  "--disable-lcd-text",
  "--force-color-profile=srgb",
  "--hide-scrollbars",
  // Without these two, corners and hairlines differ by a few pixels from run to run.
  "--disable-partial-raster",
  "--disable-skia-runtime-opts",
];

/** The pinned Chromium on Linux x64; elsewhere Playwright's own, which must have been installed. */
export function testBrowser(): TestBrowser {
  if (process.platform === "linux" && process.arch === "x64") return { pinned: true, launchOptions: pinnedChromium() };

  const own = chromium.executablePath();
  if (!existsSync(own)) {
    throw new Error(
      `No browser to test in. The pinned Chromium runs on Linux x64 only (this is ${process.platform} ${process.arch}), ` +
        `and Playwright's own is not at ${own}. Run "npx playwright install chromium-headless-shell chromium", then try again.`,
    );
  }
  return { pinned: false, launchOptions: { args } };
}

function pinnedChromium(): LaunchOptions {
  if (!existsSync(join(packageDir, "package.json"))) {
    throw new Error(`No browser to test in: ${packageDir} is missing. Run "npm ci", then try again.`);
  }
  const { version } = JSON.parse(readFileSync(join(packageDir, "package.json"), "utf8")) as { version: string };
  const dir = join(root, "node_modules/.cache", `chromium-${version}`);
  if (!existsSync(join(dir, "chromium"))) unpack(dir);

  return {
    executablePath: join(dir, "chromium"),
    args,
    env: {
      ...(process.env as Record<string, string>),
      FONTCONFIG_FILE: join(dir, "fonts.conf"),
      LD_LIBRARY_PATH: [join(dir, "al2023/lib"), process.env["LD_LIBRARY_PATH"]].filter(Boolean).join(":"),
    },
  };
}

function unpack(dir: string): void {
  // Two test processes may start at once: each unpacks for itself, and the first rename wins.
  const draft = `${dir}.${process.pid}`;
  try {
    mkdirSync(draft, { recursive: true });
    untar("al2023.tar.br", join(draft, "al2023"));
    untar("swiftshader.tar.br", draft);
    untar("fonts.tar.br", join(draft, "fonts"));
    writeFileSync(join(draft, "chromium"), packed("chromium.br"), { mode: 0o755 });
    writeFileSync(
      join(draft, "fonts.conf"),
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">` +
        `<fontconfig><dir>${dir}/fonts</dir><cachedir>${dir}/fc-cache</cachedir></fontconfig>`,
    );
    renameSync(draft, dir);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (existsSync(join(dir, "chromium"))) return;
    throw new Error(
      `The pinned Chromium could not be unpacked from ${packageDir} into ${dir}. ` +
        `Check that "tar" is installed, that about 250 MB are free, and that "npm ci" finished, then try again.`,
      { cause: error },
    );
  }
}

function packed(file: string): Buffer {
  return brotliDecompressSync(readFileSync(join(packageDir, "bin", file)));
}

function untar(file: string, into: string): void {
  mkdirSync(into, { recursive: true });
  const tar = spawnSync("tar", ["-xf", "-", "--no-same-owner", "-C", into], { input: packed(file) });
  if (tar.error) throw tar.error;
  if (tar.status !== 0) throw new Error(`tar left with ${tar.status}: ${String(tar.stderr)}`);
}
