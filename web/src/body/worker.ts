import { Trouble } from "../camera/trouble";
import { startEngine } from "./engine";
import type { Eye } from "./eye";
import { FaceEye } from "./face";
import { Following, seeAll } from "./following";
import { Reader } from "./frame";
import { HandEye } from "./hand";
import { pack, type Answer, type Ask } from "./messages";
import { PoseEye } from "./pose";
import type { Seen } from "./points";

// Sees people, beside the page: one question after the other, so that what is followed is followed in order.

const reader = new Reader();
let opened: { eye: Eye; following: Following } | null = null;
let before: Promise<void> = Promise.resolve();

self.onmessage = ({ data }: MessageEvent<Ask>) => {
  before = before.then(() => answer(data));
};

async function answer(ask: Ask): Promise<void> {
  try {
    const seen = (await done(ask)).map(pack);
    send({ number: ask.number, seen }, seen.map(({ values }) => values.buffer));
  } catch (error) {
    const trouble = error instanceof Trouble ? error.code : "unsupported";
    send({ number: ask.number, trouble, cause: String(error instanceof Trouble ? error.cause : error) }, []);
  }
}

function send(message: Answer, transfer: Transferable[]): void {
  self.postMessage(message, { transfer });
}

async function done(ask: Ask): Promise<readonly Seen[]> {
  if (ask.what === "open") {
    const eye = await open(ask);
    opened = { eye, following: new Following(eye) };
    return [];
  }
  if (opened === null) throw new Trouble("models");
  const { eye, following } = opened;
  if (ask.what === "pick") {
    following.pick(ask);
    return [];
  }
  if (ask.what === "still") return await seeAll(eye, reader.read(ask.picture));
  const seen = await following.track(reader.read(ask.frame), ask.at);
  return seen === null ? [] : [seen];
}

async function open({ folder, kind, model }: Extract<Ask, { what: "open" }>): Promise<Eye> {
  await startEngine(folder);
  if (kind === "pose") return await PoseEye.open(folder, model);
  return kind === "face" ? await FaceEye.open(folder) : await HandEye.open(folder);
}
