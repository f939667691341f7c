/** Edge of the stored logo in px; the tile is at most 36 px at 200 % zoom on a 2x screen. */
const logoEdge = 160;
/** Largest logo in the workspace's row, bytes. */
export const maxLogoBytes = 64 * 1024;
const steps = [0.92, 0.8, 0.65, 0.5] as const;

const bytesOf = (dataUrl: string): number => Math.ceil(((dataUrl.length - dataUrl.indexOf(',') - 1) * 3) / 4);

/** Makes a square logo of at most 64 KB from any picture that the page can decode; null where it cannot. */
export const shrinkLogo = async (base64: string, mime: string): Promise<string | null> => {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: mime })).catch(() => null);
  if (!picture) return null;
  const canvas = document.createElement('canvas');
  canvas.width = logoEdge;
  canvas.height = logoEdge;
  const context = canvas.getContext('2d');
  if (!context) return null;
  const edge = Math.min(picture.width, picture.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(
    picture,
    (picture.width - edge) / 2,
    (picture.height - edge) / 2,
    edge,
    edge,
    0,
    0,
    logoEdge,
    logoEdge,
  );
  picture.close();
  const png = canvas.toDataURL('image/png');
  if (bytesOf(png) <= maxLogoBytes) return png;
  return (
    steps.map((quality) => canvas.toDataURL('image/webp', quality)).find((url) => bytesOf(url) <= maxLogoBytes) ?? null
  );
};
