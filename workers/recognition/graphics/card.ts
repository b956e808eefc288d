import { withinTime } from './guarded';

/** The part of a browser that knows graphics cards. */
export type Cards = Pick<GPU, 'requestAdapter'>;

/** Which adapters may be asked to hear. */
export type IsUsable = (adapter: GPUAdapter) => boolean;

/** The scores of attention of a whole window, in floats of 32 bits for up to 14 heads: the largest buffer of an encoder. */
const LARGEST_BUFFER = 128 * 2 ** 20;

/** Renderers in software that some browsers show without saying so. */
const SOFTWARE = /swiftshader|llvmpipe|lavapipe|software|basic render/i;

/** A driver that takes longer to say that it is there keeps nobody waiting. */
const MOST_ASKING_MILLISECONDS = 5_000;

const nameOf = ({ info }: GPUAdapter): string =>
  [info.vendor, info.architecture, info.device, info.description].join(' / ');

/** A card of its own silicon with room for a window; a fallback adapter is a processor that would pretend to be one. */
export function isUsable(adapter: GPUAdapter): boolean {
  // Older browsers say it of the adapter, newer ones in what they tell about it.
  const { isFallbackAdapter } = adapter as GPUAdapter & { readonly isFallbackAdapter?: boolean };
  const { info, limits } = adapter;
  if (isFallbackAdapter === true || info.isFallbackAdapter || SOFTWARE.test(nameOf(adapter)))
    return false;
  return (
    limits.maxStorageBufferBindingSize >= LARGEST_BUFFER && limits.maxBufferSize >= LARGEST_BUFFER
  );
}

/** The card that may be asked to hear; nothing where the browser shows none, or none that is usable. */
export async function usableCard(
  cards: Cards | undefined,
  mayUse: IsUsable = isUsable,
): Promise<GPUAdapter | undefined> {
  try {
    const asked = cards?.requestAdapter({ powerPreference: 'high-performance' });
    const adapter = asked && (await withinTime(asked, MOST_ASKING_MILLISECONDS));
    return adapter && mayUse(adapter) ? adapter : undefined;
  } catch {
    // A driver that is broken is no card.
    return undefined;
  }
}

/** Tells cards apart, as far as the browser lets them be told apart. */
export const identityOf = (adapter: GPUAdapter): string =>
  `${nameOf(adapter)} / ${adapter.features.has('shader-f16') ? 16 : 32}`;
