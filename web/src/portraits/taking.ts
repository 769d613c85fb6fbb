/** The picture to take along: marked, captioned, and saying in its metadata how it was made. */
import { type Facts, withXmp } from "../play/xmp";
import { word } from "../play/words";
import { captionOf } from "./mark";

const QUALITY = 0.92;

/** Return the file of a marked picture. Throws where the browser makes none. */
export async function fileOf(picture: HTMLCanvasElement): Promise<File> {
  const blob = await new Promise<Blob | null>((resolve) => {
    picture.toBlob(resolve, "image/jpeg", QUALITY);
  });
  if (blob === null) throw new Error("This browser makes no picture file.");
  return new File([await withXmp(blob, facts())], `${word("file-name")}.jpg`, { type: "image/jpeg" });
}

function facts(): Facts {
  const caption = captionOf();
  return {
    sourceType: "compositeWithTrainedAlgorithmicMedia",
    title: caption.title,
    creators: caption.makers,
    caption: `${word("modified")}. ${word("caption")}`,
    rights: caption.rights,
    statement: word("statement"),
    credit: caption.museum,
    language: document.documentElement.lang,
  };
}
