/** What a picture says of itself to whoever sees it: that AI modified it, in its corner, and what it is of, beneath it. */
import { word } from "../play/words";

/** The mark's letters are this share of the picture's width, and never smaller than can be read in a thumbnail's double size. */
const LETTERS = 1 / 26;
const LEAST_LETTERS = 20;

/** White on near black: 17 to 1, whatever lies beneath. */
const PLATE = "#14110f";
const INK = "#ffffff";
const FONT = "'Commissioner Variable', 'Helvetica Neue', Arial, sans-serif";
const MOST_LINES = 3;

export interface Caption {
  readonly title: string;
  readonly makers: readonly string[];
  readonly museum: string;
  readonly rights: string;
}

/** Return the caption from the page's words. */
export function captionOf(): Caption {
  const makers = word("makers").split("\n").filter((one) => one !== "");
  return { title: word("title"), makers, museum: word("museum"), rights: word("rights") };
}

/** Return a copy of a picture with the mark in its upper right corner and the caption beneath. */
export function marked(picture: HTMLCanvasElement, caption: Caption): HTMLCanvasElement {
  const letters = Math.max(LEAST_LETTERS, Math.round(picture.width * LETTERS));
  const small = Math.round(letters * 0.8);
  const measuring = drawing(document.createElement("canvas"));
  measuring.font = `400 ${String(small)}px ${FONT}`;
  const lines = [
    `${word("modified")}. ${word("caption")}`,
    [...caption.makers, caption.title].join(", "),
    [caption.museum, caption.rights].join(" · "),
  ].flatMap((line) => wrapped(measuring, line, picture.width - 2 * letters));
  const canvas = document.createElement("canvas");
  canvas.width = picture.width;
  canvas.height = picture.height + Math.round((lines.length * 1.4 + 1.4) * small);
  const context = drawing(canvas);
  context.fillStyle = PLATE;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0);
  plate(context, picture.width, letters);
  context.font = `400 ${String(small)}px ${FONT}`;
  context.fillStyle = INK;
  context.textBaseline = "top";
  lines.forEach((line, at) => {
    context.fillText(line, letters, picture.height + small * (0.8 + 1.4 * at), picture.width - 2 * letters);
  });
  return canvas;
}

/** Draw the mark: in the upper right corner, where the EU's code of practice wants it, on a plate of its own. */
function plate(context: CanvasRenderingContext2D, width: number, letters: number): void {
  context.font = `600 ${String(letters)}px ${FONT}`;
  const words = word("modified");
  const most = width - 2 * letters;
  const wide = Math.min(context.measureText(words).width, most) + letters;
  const [left, top, high] = [width - wide - letters / 2, letters / 2, letters * 1.7];
  context.fillStyle = PLATE;
  context.fillRect(left, top, wide, high);
  context.strokeStyle = INK;
  context.lineWidth = Math.max(1, letters / 14);
  context.strokeRect(left, top, wide, high);
  context.fillStyle = INK;
  context.textBaseline = "middle";
  context.fillText(words, left + letters / 2, top + high / 2, most);
}

/** Break a line into as many as it needs, at blanks; a title without end is cut with a sign. */
function wrapped(context: CanvasRenderingContext2D, line: string, width: number): string[] {
  const lines: string[] = [];
  let now = "";
  for (const piece of line.split(/\s+/)) {
    const longer = now === "" ? piece : `${now} ${piece}`;
    if (now !== "" && context.measureText(longer).width > width) {
      lines.push(now);
      now = piece;
    } else {
      now = longer;
    }
  }
  lines.push(now);
  return lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES - 1), `${lines[MOST_LINES - 1] ?? ""} …`] : lines;
}

function drawing(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("This browser gives no canvas to draw on.");
  return context;
}
