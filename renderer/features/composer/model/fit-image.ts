import { isShowable, readImageSize, type ImageSize } from '@renderer/lib/image-size';

export interface ImageLimits {
  readonly maxBytes: number;
  readonly mimeTypes: readonly string[];
}

/** `wrongType`: the network does not take it and it cannot be made into what it takes. `broken`: not an image that we decode. */
export type ImageProblem = 'broken' | 'wrongType' | 'tooLarge';

export type FittedImage =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer>; readonly mime: string; readonly isSmaller: boolean }
  | { readonly ok: false; readonly problem: ImageProblem };

/** Longest edge tried and quality, until the image fits. */
const steps = [
  { edge: 4096, quality: 0.9 },
  { edge: 2560, quality: 0.86 },
  { edge: 2048, quality: 0.8 },
  { edge: 1600, quality: 0.74 },
  { edge: 1200, quality: 0.66 },
] as const;

/** The image as the network takes it: as it is where it fits, else smaller, as JPEG. By its bytes, never by its name. */
export const fitImage = async (bytes: Uint8Array<ArrayBuffer>, limits: ImageLimits): Promise<FittedImage> => {
  const size = readImageSize(bytes);
  if (!isShowable(size)) return { ok: false, problem: 'broken' };
  const isTaken = limits.mimeTypes.includes(size.type);
  if (isTaken && bytes.length <= limits.maxBytes) return { ok: true, bytes, mime: size.type, isSmaller: false };
  if (!limits.mimeTypes.includes('image/jpeg')) return { ok: false, problem: isTaken ? 'tooLarge' : 'wrongType' };
  for (const step of steps) {
    const made = await redraw(bytes, size, step);
    if (made === null) return { ok: false, problem: 'broken' };
    if (made.length <= limits.maxBytes) return { ok: true, bytes: made, mime: 'image/jpeg', isSmaller: true };
  }
  return { ok: false, problem: 'tooLarge' };
};

const redraw = async (
  bytes: Uint8Array<ArrayBuffer>,
  size: ImageSize,
  { edge, quality }: (typeof steps)[number],
): Promise<Uint8Array<ArrayBuffer> | null> => {
  const scale = Math.min(1, edge / Math.max(size.width, size.height));
  try {
    const bitmap = await createImageBitmap(new Blob([bytes], { type: size.type }));
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(size.width * scale)),
      Math.max(1, Math.round(size.height * scale)),
    );
    const context = canvas.getContext('2d');
    if (!context) return null;
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality })).arrayBuffer());
  } catch {
    return null;
  }
};
