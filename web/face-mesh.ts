/// <reference types="node" />
// The canonical face out of MediaPipe's geometry pipeline metadata, a protocol buffer.
// mediapipe/modules/face_geometry/protos/{geometry_pipeline_metadata,mesh_3d}.proto: the metadata's first field that is a message with
// vertices is the mesh: field 3 its vertex buffer (x, y, z, u, v as floats), field 4 its index buffer.

/** The face that all landmarks are a deformed copy of: points in centimetres, and triangles between them. */
export interface FaceMesh {
  readonly vertices: readonly (readonly [number, number, number])[];
  readonly triangles: readonly (readonly [number, number, number])[];
}

const VARINT = 0;
const MESSAGE = 2;
const FIXED32 = 5;
const VERTEX_BUFFER = 3;
const INDEX_BUFFER = 4;
const VERTEX_SIZE = 5;
const POINTS = 468;

/** Decode the mesh. Throws where the bytes hold another. */
export function decodeMesh(bytes: Buffer): FaceMesh {
  for (const field of fields(bytes)) {
    if (field.bytes === null) continue;
    const inner = [...fields(field.bytes)];
    const numbers = inner.filter((one) => one.number === VERTEX_BUFFER && one.wire === FIXED32).map((one) => one.value);
    const indices = inner.filter((one) => one.number === INDEX_BUFFER && one.wire === VARINT).map((one) => one.value);
    if (numbers.length === POINTS * VERTEX_SIZE) {
      return { vertices: triples(numbers, VERTEX_SIZE).map(rounded), triangles: triples(indices, 3) };
    }
  }
  throw new Error(`The face's metadata holds no mesh of ${String(POINTS)} points.`);
}

function triples(numbers: number[], step: number): [number, number, number][] {
  return Array.from({ length: numbers.length / step }, (_, i) => numbers.slice(i * step, i * step + 3) as [number, number, number]);
}

function rounded([x, y, z]: [number, number, number]): [number, number, number] {
  const round = (value: number): number => Math.round(value * 1e6) / 1e6;
  return [round(x), round(y), round(z)];
}

interface Field {
  readonly number: number;
  readonly wire: number;
  readonly value: number;
  readonly bytes: Buffer | null;
}

/** The fields of a message, in order. */
function* fields(bytes: Buffer): Generator<Field> {
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const tag = varint();
    const number = tag >> 3;
    const wire = tag & 7;
    if (wire === VARINT) {
      yield { number, wire, value: varint(), bytes: null };
    } else if (wire === FIXED32) {
      yield { number, wire, value: bytes.readFloatLE(at), bytes: null };
      at += 4;
    } else if (wire === MESSAGE) {
      const length = varint();
      yield { number, wire, value: length, bytes: bytes.subarray(at, at + length) };
      at += length;
    } else {
      throw new Error(`A field of kind ${String(wire)} is none of the face's metadata.`);
    }
  }
}
