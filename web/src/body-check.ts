// Opens the trackers and the camera to tests and benchmarks: no page of the site loads this.
import { hands } from "./body/hands";
import { modelFolder } from "./body/models";
import { openTracker } from "./body/tracker";
import { openCamera } from "./camera/camera";
import { countSent } from "./camera/sent";
import { watch } from "./camera/watch";

/** How often a second a model alone can run here. */
function bareRate(file: string, milliseconds: number): Promise<number> {
  const worker = new Worker(new URL("./body/bare-worker.ts", import.meta.url));
  return new Promise((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<number>) => {
      worker.terminate();
      resolve(data);
    };
    worker.postMessage({ folder: modelFolder(), file, milliseconds });
  });
}

Object.assign(window, { body: { bareRate, countSent, hands, openCamera, openTracker, watch } });
