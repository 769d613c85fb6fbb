import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  globalIgnores(["node_modules/"]),
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { "no-console": "error" },
  },
  {
    // Loops over arrays of numbers whose bounds are their own: a check at every pixel would cost more than the work.
    files: ["src/body/sampling.ts", "src/portraits/{expression,rotation}.ts", "src/portraits/composite/*.ts"],
    rules: { "@typescript-eslint/no-non-null-assertion": "off" },
  },
);
