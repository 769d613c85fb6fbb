/// <reference types="node" />
import { readdirSync } from "node:fs";
import { defineConfig } from "vite";
import { models } from "./models.ts";

// Every stylesheet and script that lies directly in src is loaded by some page; the folders hold their parts.
const entries = readdirSync("src").filter((name) => /\.(css|ts)$/.test(name));

export default defineConfig({
  // Addresses inside the stylesheets are relative to them, wherever static files are served from.
  base: "./",
  publicDir: false,
  plugins: [models()],
  build: {
    outDir: "../src/vitrine/server/site/static/site/build",
    emptyOutDir: true,
    manifest: "manifest.json",
    target: ["chrome111", "firefox114", "safari16.4"],
    // Fonts stay files of their own: inlined they would be fetched whether a page needs them or not.
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      input: entries.map((name) => `src/${name}`),
    },
  },
  worker: {
    // In a folder of their own: they run WebAssembly, which the pages' policy allows there only (security.py).
    rolldownOptions: { output: { entryFileNames: "assets/workers/[name]-[hash].js" } },
  },
});
