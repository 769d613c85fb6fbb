import { defineConfig } from "vite";

export default defineConfig({
  // Addresses inside the stylesheets are relative to them, wherever static files are served from.
  base: "./",
  publicDir: false,
  build: {
    outDir: "../src/vitrine/server/site/static/site/build",
    emptyOutDir: true,
    manifest: "manifest.json",
    target: ["chrome111", "firefox114", "safari16.4"],
    // Fonts stay files of their own: inlined they would be fetched whether a page needs them or not.
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      input: ["src/site.css", "src/studio.css", "src/studio.ts"],
    },
  },
});
