// Calls a function of the front end for programs in other languages (tests, benchmarks), on the source itself:
// node call.js src/poses/score.ts compare < calls.json > results.json
// In: a JSON list of calls, each a list of arguments. Out: the list of results. Vite does what it does when it builds.
import process from "node:process";
import { text } from "node:stream/consumers";
import { runnerImport } from "vite";

const [path, name] = process.argv.slice(2);
const { module } = await runnerImport(`./${path}`, { configFile: false, logLevel: "error" });
const calls = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(calls.map((given) => module[name](...given) ?? null)));
