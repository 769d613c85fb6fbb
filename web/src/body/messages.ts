import type { Code } from "../camera/trouble";
import type { Landmark, Seen } from "./points";

/** What is seen: bodies, faces, or hands (in pictures that stand alone). */
export type Kind = "pose" | "face" | "hands";

/** What the page asks of the worker. Everything but `pick` is answered under its number. */
export type Ask =
  | { readonly number: number; readonly what: "open"; readonly kind: Kind; readonly model: "lite" | "full"; readonly folder: string }
  | { readonly number: number; readonly what: "track"; readonly frame: ImageBitmap | VideoFrame; readonly at: number }
  | { readonly number: number; readonly what: "still"; readonly picture: ImageBitmap }
  | { readonly number: number; readonly what: "pick"; readonly x: number; readonly y: number };

/** The worker's answer. */
export type Answer =
  | { readonly number: number; readonly seen: readonly Packed[] }
  | { readonly number: number; readonly trouble: Code; readonly cause: string };

/** Someone seen, the landmarks as x, y, z, visibility one after the other: thousands of small objects would cost more to send. */
export interface Packed extends Omit<Seen, "landmarks"> {
  readonly values: Float32Array<ArrayBuffer>;
}

const VALUES = 4;

/** Make of someone seen what can be sent. */
export function pack({ landmarks, ...rest }: Seen): Packed {
  const values = new Float32Array(landmarks.length * VALUES);
  landmarks.forEach(({ x, y, z, visibility }, i) => {
    values[i * VALUES] = x;
    values[i * VALUES + 1] = y;
    values[i * VALUES + 2] = z;
    values[i * VALUES + 3] = visibility;
  });
  return { ...rest, values };
}

/** The other way round. */
export function unpack({ values, ...rest }: Packed): Seen {
  const landmarks: Landmark[] = [];
  for (let i = 0; i < values.length; i += VALUES) {
    landmarks.push({ x: values[i] ?? 0, y: values[i + 1] ?? 0, z: values[i + 2] ?? 0, visibility: values[i + 3] ?? 0 });
  }
  return { ...rest, landmarks };
}
