// @ts-check
/** Brings files to the server; loaded only where the server asks for one. */

const largePhoto = 300_000;
const longSide = 1600;
const quality = 0.8;
const mostTries = 4;
const tryWithin = 120_000;
/** Photos that are made small already: each time they would lose more. */
const done = new WeakSet();

/** A photo as small as it is still read well; what is no photo, or can't be made smaller, as it is. @param {File} file */
export async function shrunk(file) {
  if (!/^image\/(?!gif|svg)/.test(file.type) || file.size <= largePhoto || done.has(file))
    return file;
  try {
    const photo = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, longSide / Math.max(photo.width, photo.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(photo.width * scale);
    canvas.height = Math.round(photo.height * scale);
    const paper = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    paper.fillStyle = "#fff";
    paper.fillRect(0, 0, canvas.width, canvas.height);
    paper.drawImage(photo, 0, 0, canvas.width, canvas.height);
    photo.close();
    /** @type {Blob | null} */
    const blob = await new Promise((made) => canvas.toBlob(made, "image/jpeg", quality));
    if (!blob || blob.size >= file.size) return file;
    const small = new File([blob], file.name, { type: blob.type });
    done.add(small);
    return small;
  } catch {
    return file;
  }
}

/** Sends the file of a message, again after a while where it did not go through; false when it is given up. @param {string} id @param {File} file */
export async function bring(id, file) {
  const body = await shrunk(file);
  for (let tries = 1; ; tries++) {
    const status = await put(id, body);
    // 409: it is there, only the answer got lost
    if (status === 204 || status === 409) return true;
    if (tries === mostTries || (status > 0 && status < 500 && status !== 408)) return false;
    const wait = 1000 * 2 ** (tries - 1) * (0.75 + Math.random() / 2);
    await new Promise((next) => setTimeout(next, wait));
  }
}

/** The answer's status; 0 where none came. @param {string} id @param {File} body */
async function put(id, body) {
  const given = new AbortController();
  const timer = setTimeout(() => given.abort(), tryWithin);
  const headers = { "Content-Type": body.type || "application/octet-stream" };
  try {
    const sent = { method: "POST", headers, body, signal: given.signal };
    return (await fetch(`/berkas?id=${id}`, sent)).status;
  } catch {
    return 0;
  } finally {
    clearTimeout(timer);
  }
}
