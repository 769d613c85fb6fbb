// Opens the trackers to tests and benchmarks: no page of the site loads this.
import { hands } from "./body/hands";
import { openTracker } from "./body/tracker";

Object.assign(window, { body: { hands, openTracker } });
