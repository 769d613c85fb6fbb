/** Paints away from the page: gets two faces, answers with one. */
import type { Order } from "./canvas";
import { compose } from "./compose";

self.onmessage = ({ data }: MessageEvent<Order>) => {
  self.postMessage(compose(data.portrait, data.visitor, data.triangles));
};
