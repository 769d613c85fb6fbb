/** What a film made on this device says of itself, written into the file: tags in WebM, a box of XMP in MP4. */

import type { Facts } from "../play/xmp";

const SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/";

/** Return a film (WebM or MP4) with the facts in it, appended: players that know nothing of them pass over them. */
export function marked(film: Blob, facts: Facts): Blob {
  const piece = film.type === "video/mp4" ? box(facts) : tags(facts);
  return new Blob([film, piece], { type: film.type });
}

/** The identifier of a box that holds XMP (XMP specification part 3, MPEG-4). */
const XMP_BOX = [0xbe, 0x7a, 0xcf, 0xcb, 0x97, 0xa9, 0x42, 0xe8, 0x9c, 0x71, 0x99, 0x94, 0x91, 0xe3, 0xaf, 0xac];

function box(facts: Facts): Uint8Array<ArrayBuffer> {
  const packet = new TextEncoder().encode(
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""` +
      ` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">` +
      `<Iptc4xmpExt:DigitalSourceType>${SOURCE_TYPES}${facts.sourceType}</Iptc4xmpExt:DigitalSourceType>` +
      `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(facts.title)}</rdf:li></rdf:Alt></dc:title>` +
      `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escaped(facts.caption)}</rdf:li></rdf:Alt></dc:description>` +
      `</rdf:Description></rdf:RDF></x:xmpmeta>`,
  );
  const piece = new Uint8Array(8 + XMP_BOX.length + packet.length);
  new DataView(piece.buffer).setUint32(0, piece.length);
  piece.set(new TextEncoder().encode("uuid"), 4);
  piece.set(XMP_BOX, 8);
  piece.set(packet, 8 + XMP_BOX.length);
  return piece;
}

/** Matroska's elements (matroska.org/technical/elements.html): tags, one tag, what it is about, a simple tag, its name, its text. */
const TAGS = [0x12, 0x54, 0xc3, 0x67];
const TAG = [0x73, 0x73];
const TARGETS = [0x63, 0xc0];
const SIMPLE = [0x67, 0xc8];
const NAME = [0x45, 0xa3];
const STRING = [0x44, 0x87];

function tags(facts: Facts): Uint8Array<ArrayBuffer> {
  const said: readonly (readonly [string, string])[] = [
    ["TITLE", facts.title],
    ["COMMENT", `${facts.caption}. ${SOURCE_TYPES}${facts.sourceType}`],
    ["DIGITAL_SOURCE_TYPE", SOURCE_TYPES + facts.sourceType],
    ["COPYRIGHT", facts.credit],
  ];
  const words = (text: string): number[] => Array.from(new TextEncoder().encode(text));
  const simple = said.flatMap(([name, text]) => element(SIMPLE, [...element(NAME, words(name)), ...element(STRING, words(text))]));
  return Uint8Array.from(element(TAGS, element(TAG, [...element(TARGETS, []), ...simple])));
}

/** Return an element: identifier, length in four bytes, content. */
function element(identifier: readonly number[], content: readonly number[]): number[] {
  const { length } = content;
  return [...identifier, 0x10 | (length >> 24), (length >> 16) & 0xff, (length >> 8) & 0xff, length & 0xff, ...content];
}

function escaped(words: string): string {
  return words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
