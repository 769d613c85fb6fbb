import { Trouble } from "./trouble";

/** A running camera, shown in a video element. */
export interface Camera {
  /** The next picture: each one is given once, at the pace of the camera. Whoever takes it closes it. */
  frame(): Promise<ImageBitmap | VideoFrame>;
  /** The size of a picture, in pixels; it changes when a phone is turned. */
  readonly width: number;
  readonly height: number;
  /** Tell when the camera goes away: unplugged, taken by another program, permission withdrawn. */
  onlost(then: (trouble: Trouble) => void): void;
  /** Switch the camera off. */
  close(): void;
}

/** What the models look at is 256 pixels wide; more would only have to be shrunk, with every picture. */
const SIZE = { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 30 } };

/** A camera that is switched on but says nothing for so long is held by something else. */
const SILENT_MS = 10_000;

/** A track that is silenced (a call comes in, the lid is shut) for longer than this does not come back by itself. */
const MUTED_MS = 3000;

/** What the browser's errors mean (Media Capture and Streams, getUserMedia). */
const MEANING: Record<string, Trouble["code"]> = {
  NotAllowedError: "refused",
  SecurityError: "refused",
  NotFoundError: "no-camera",
  OverconstrainedError: "no-camera",
  NotReadableError: "busy",
  AbortError: "busy",
};

/**
 * Switch the camera on and show it in `video`; only after a tap of the visitor.
 * Throws a Trouble: "insecure", "unsupported", "no-camera", "refused" or "busy".
 */
export async function openCamera(
  video: HTMLVideoElement, options: { facing?: "user" | "environment" } = {},
): Promise<Camera> {
  if (!window.isSecureContext) throw new Trouble("insecure");
  // Older browsers have none of it, whatever the types say.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined || !("getUserMedia" in devices)) throw new Trouble("unsupported");
  const stream = await asked(devices, { ...SIZE, facingMode: options.facing ?? "user" });
  try {
    return await Running.start(video, stream);
  } catch (error) {
    for (const track of stream.getTracks()) track.stop();
    throw error;
  }
}

async function asked(devices: MediaDevices, video: MediaTrackConstraints): Promise<MediaStream> {
  try {
    return await devices.getUserMedia({ video, audio: false });
  } catch (cause) {
    const name = cause instanceof Error ? cause.name : "";
    throw new Trouble(MEANING[name] ?? "unsupported", { cause });
  }
}

class Running implements Camera {
  private lost: Trouble | null = null;
  private listeners: ((trouble: Trouble) => void)[] = [];
  private waiting: ((trouble: Trouble) => void) | null = null;
  private muted = 0;
  private closed = false;

  private constructor(private readonly video: HTMLVideoElement, private readonly stream: MediaStream) {
    for (const track of stream.getVideoTracks()) {
      track.onended = () => { this.lose(); };
      track.onmute = () => { this.muted = window.setTimeout(() => { this.lose(); }, MUTED_MS); };
      track.onunmute = () => { window.clearTimeout(this.muted); };
    }
  }

  static async start(video: HTMLVideoElement, stream: MediaStream): Promise<Running> {
    const camera = new Running(video, stream);
    video.muted = true;
    video.playsInline = true;
    video.srcObject = stream;
    await Promise.race([played(video), later(SILENT_MS)]);
    return camera;
  }

  get width(): number {
    return this.video.videoWidth;
  }

  get height(): number {
    return this.video.videoHeight;
  }

  async frame(): Promise<ImageBitmap | VideoFrame> {
    await this.next();
    // Turned by the browser as the video is shown: a phone's stream may lie on its side.
    return await createImageBitmap(this.video);
  }

  onlost(then: (trouble: Trouble) => void): void {
    if (this.lost !== null) then(this.lost);
    this.listeners.push(then);
  }

  close(): void {
    this.closed = true;
    this.end(new Trouble("lost"));
    this.video.srcObject = null;
  }

  /** Wait until the video shows another picture. */
  private next(): Promise<void> {
    if (this.lost !== null) return Promise.reject(this.lost);
    return new Promise((resolve, reject) => {
      this.waiting = reject;
      const shown = (): void => {
        this.waiting = null;
        if (this.lost === null) resolve();
      };
      // Firefox before 132 has no callback for the video's own pictures.
      if ("requestVideoFrameCallback" in this.video) this.video.requestVideoFrameCallback(shown);
      else window.requestAnimationFrame(shown);
    });
  }

  private lose(): void {
    if (this.lost !== null || this.closed) return;
    const trouble = new Trouble("lost");
    this.end(trouble);
    for (const tell of this.listeners) tell(trouble);
  }

  private end(trouble: Trouble): void {
    this.lost ??= trouble;
    window.clearTimeout(this.muted);
    for (const track of this.stream.getTracks()) track.stop();
    this.waiting?.(this.lost);
    this.waiting = null;
  }
}

async function played(video: HTMLVideoElement): Promise<void> {
  try {
    await video.play();
  } catch (cause) {
    throw new Trouble("unsupported", { cause });
  }
}

function later(milliseconds: number): Promise<never> {
  return new Promise((_, reject) => window.setTimeout(() => { reject(new Trouble("busy")); }, milliseconds));
}
