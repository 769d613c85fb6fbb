import { Model, startEngine } from "./engine";

// The floor that benchmarks measure against: a landmark model alone, over and over on the same picture. No page of the site starts this.

self.onmessage = ({ data }: MessageEvent<{ folder: string; file: string; milliseconds: number }>) => {
  void rate(data).then((perSecond) => { self.postMessage(perSecond); });
};

async function rate({ folder, file, milliseconds }: { folder: string; file: string; milliseconds: number }): Promise<number> {
  await startEngine(folder);
  const model = await Model.open(folder, file);
  const picture = new Float32Array(model.size * model.size * 3).fill(0.5);
  for (let i = 0; i < 10; i += 1) await model.run(picture, []); // compiled in earnest only after some rounds
  let rounds = 0;
  const start = performance.now();
  for (; performance.now() - start < milliseconds; rounds += 1) await model.run(picture, []);
  return (rounds * 1000) / (performance.now() - start);
}
