/**
 * What a picture made on this device says of itself, written into the file: XMP in PNG (iTXt) and JPEG (APP1).
 * IPTC's digital source type says how it was made; title, maker, rights and credit say of what.
 */

/** http://cv.iptc.org/newscodes/digitalsourcetype/ */
export type SourceType = "compositeWithTrainedAlgorithmicMedia" | "compositeCapture";

export interface Facts {
  readonly sourceType: SourceType;
  readonly title: string;
  /** The makers of the work that is in the picture. */
  readonly creators: readonly string[];
  readonly caption: string;
  /** Rights in words, and the address of the statement ("" where there is none). */
  readonly rights: string;
  readonly statement: string;
  /** Whom to credit: the museum. */
  readonly credit: string;
  /** The language of the words, as in BCP 47. */
  readonly language: string;
}

const DIGITAL_SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/";
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8];

/** A JPEG's segment holds no more bytes than this, its length among them. */
const SEGMENT = 65_535;

/** Return a PNG or JPEG with the facts in it. Throws for another file, and for facts too long for a JPEG. */
export async function withXmp(file: Blob, facts: Facts): Promise<Blob> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const xmp = new TextEncoder().encode(packet(facts));
  if (startsWith(bytes, PNG)) return inserted(file, bytes, afterHeader(bytes), chunk(xmp));
  if (startsWith(bytes, JPEG)) return inserted(file, bytes, JPEG.length, segment(xmp));
  throw new Error("XMP is written into PNG and JPEG files only.");
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

function inserted(file: Blob, bytes: Uint8Array<ArrayBuffer>, at: number, piece: Uint8Array<ArrayBuffer>): Blob {
  return new Blob([bytes.subarray(0, at), piece, bytes.subarray(at)], { type: file.type });
}

/** Return where a PNG's header chunk ends: signature, length, name, content, checksum. */
function afterHeader(bytes: Uint8Array): number {
  const length = new DataView(bytes.buffer).getUint32(PNG.length);
  return PNG.length + 4 + 4 + length + 4;
}

/** Return a PNG's chunk of international text, uncompressed, with the keyword that XMP asks for. */
function chunk(xmp: Uint8Array): Uint8Array<ArrayBuffer> {
  const name = new TextEncoder().encode("iTXtXML:com.adobe.xmp\0\0\0\0\0");
  const piece = new Uint8Array(4 + name.length + xmp.length + 4);
  const view = new DataView(piece.buffer);
  view.setUint32(0, name.length - 4 + xmp.length);
  piece.set(name, 4);
  piece.set(xmp, 4 + name.length);
  view.setUint32(piece.length - 4, crc(piece.subarray(4, piece.length - 4)));
  return piece;
}

/** Return a JPEG's application segment 1. */
function segment(xmp: Uint8Array): Uint8Array<ArrayBuffer> {
  const name = new TextEncoder().encode("http://ns.adobe.com/xap/1.0/\0");
  const length = 2 + name.length + xmp.length;
  if (length > SEGMENT) throw new Error("The facts are too long for a JPEG file.");
  const piece = new Uint8Array(2 + length);
  piece.set([0xff, 0xe1, length >> 8, length & 0xff]);
  piece.set(name, 4);
  piece.set(xmp, 4 + name.length);
  return piece;
}

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (CRC[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

function packet(facts: Facts): string {
  const { title, caption, rights, credit, statement } = facts;
  const said = (words: string): string => `<rdf:Alt><rdf:li xml:lang="x-default">${text(words)}</rdf:li><rdf:li xml:lang="${text(facts.language)}">${text(words)}</rdf:li></rdf:Alt>`;
  const makers = facts.creators.map((maker) => `<rdf:li>${text(maker)}</rdf:li>`).join("");
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">
<Iptc4xmpExt:DigitalSourceType>${DIGITAL_SOURCE_TYPE}${facts.sourceType}</Iptc4xmpExt:DigitalSourceType>
<dc:title>${said(title)}</dc:title>
<dc:creator><rdf:Seq>${makers}</rdf:Seq></dc:creator>
<dc:description>${said(caption)}</dc:description>
<dc:rights>${said(rights)}</dc:rights>
<photoshop:Credit>${text(credit)}</photoshop:Credit>
${statement === "" ? "" : `<xmpRights:WebStatement>${text(statement)}</xmpRights:WebStatement>`}
<xmp:CreatorTool>Vitrine</xmp:CreatorTool>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}

/** Return words as XML holds them: markup escaped, and without the control characters that XML forbids. */
function text(words: string): string {
  return Array.from(words)
    .filter((one) => one >= " " || "\t\n\r".includes(one))
    .join("")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}
