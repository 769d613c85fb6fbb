/** A pose in words, from the directions of its limbs: keys of which the page has the sentences (`drawn-…`, in words.py). */

import { between, lie, LIMBS, trunk, type Joint, type LimbName, type Lie, type Part, type Side } from "./limbs";

/** A limb hidden below this says nothing. */
const HIDDEN = 0.5;
const BENT = 45;
const DOWN = 90; // degrees, clockwise on the screen
const LEANING = 20;
const LYING = 55;

/** Return what can be said of a pose, the arms first. Left and right are the figure's own. */
export function describe(joints: readonly Joint[], part: Part): string[] {
  const lies = new Map(LIMBS.map((limb) => [limb.name, lie(limb, joints)]));
  const seen = (name: LimbName): Lie | null => {
    const found = lies.get(name);
    return found !== undefined && found.visibility >= HIDDEN ? found : null;
  };
  const sides: readonly Side[] = ["left", "right"];
  const arms = sides.flatMap((side) => armOf(side, seen, facing(joints)));
  const legs = part === "full" ? legsOf(seen, trunk(joints)) : [];
  const said = [...arms, ...legs, ...trunkOf(seen, facing(joints))];
  return said.length > 0 ? said : ["drawn-hidden"];
}

/** Return how unlike the words of two poses are: those that are in one only. */
export function toldApart(one: readonly Joint[], other: readonly Joint[], part: Part): boolean {
  return describe(one, part).join() !== describe(other, part).join();
}

function facing(joints: readonly Joint[]): 1 | -1 {
  return (joints[11]?.x ?? 1) >= (joints[12]?.x ?? 0) ? 1 : -1;
}

function armOf(side: Side, seen: (name: LimbName) => Lie | null, turned: 1 | -1): string[] {
  const arm = seen(`${side}-arm`);
  if (arm === null) {
    return [];
  }
  const forearm = seen(`${side}-forearm`);
  const off = between(arm.angle, DOWN); // 0: hanging down
  const outwards = (side === "left" ? -1 : 1) * turned * off;
  const lift = Math.abs(off);
  const place = lift > 120 ? "up" : lift < 35 ? "down" : outwards > 0 ? "out" : "across";
  const bent = forearm !== null && Math.abs(between(forearm.angle, arm.angle)) > BENT;
  return [`drawn-${side}-arm-${place}`, ...(bent ? [`drawn-${side}-arm-bent`] : [])];
}

function legsOf(seen: (name: LimbName) => Lie | null, size: number): string[] {
  const said: string[] = [];
  const sides: readonly Side[] = ["left", "right"];
  for (const side of sides) {
    const [thigh, shin] = [seen(`${side}-thigh`), seen(`${side}-shin`)];
    if (thigh !== null && Math.abs(between(thigh.angle, DOWN)) > 50 && thigh.length > 0.3 * size) {
      said.push(`drawn-${side}-leg-raised`);
    } else if (thigh !== null && shin !== null && Math.abs(between(shin.angle, thigh.angle)) > BENT) {
      said.push(`drawn-${side}-leg-bent`);
    }
  }
  const [left, right] = [seen("left-thigh"), seen("right-thigh")];
  if (said.length === 0 && left !== null && right !== null && Math.abs(between(left.angle, right.angle)) > 40) {
    said.push("drawn-legs-apart");
  }
  return said;
}

function trunkOf(seen: (name: LimbName) => Lie | null, turned: 1 | -1): string[] {
  const torso = seen("torso");
  if (torso === null) {
    return [];
  }
  const lean = between(torso.angle, -DOWN);
  if (Math.abs(lean) > LYING) {
    return ["drawn-lying"];
  }
  if (Math.abs(lean) > LEANING) {
    return [lean * turned > 0 ? "drawn-leaning-left" : "drawn-leaning-right"];
  }
  const head = seen("head");
  return head !== null && Math.abs(between(head.angle, torso.angle)) > 30 ? ["drawn-bowed"] : [];
}
