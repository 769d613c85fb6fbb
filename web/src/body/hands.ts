import type { Landmark } from "./points";
import { Seer } from "./seer";

let seer: Promise<Seer> | null = null;

/**
 * Find the hands in a picture: 21 points each, in pixels. Takes ownership of the picture.
 * The first call fetches the models, the worker stays for the next ones. Throws a Trouble.
 */
export async function hands(picture: ImageBitmap): Promise<readonly (readonly Landmark[])[]> {
  seer ??= Seer.open("hands").catch((error: unknown) => {
    seer = null; // the next call may find what this one did not
    throw error;
  });
  const seen = await (await seer).ask({ what: "still", picture }, [picture]);
  return seen.map(({ landmarks }) => landmarks);
}
