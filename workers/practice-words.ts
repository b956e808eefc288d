import type { PackedEdition } from '../terminology/lexicon/import/edition';
import type { Layer } from '../terminology/lexicon/layer';
import { unpackLayer } from '../terminology/lexicon/layer-file';
import { Lexicon } from '../terminology/lexicon/lexicon';
import { ownWordsLayer, type OwnTerm } from '../terminology/lexicon/own-words';
import { NO_USAGE, type Usage } from '../terminology/lexicon/usage';
import { gunzip } from '../terminology/lexicon/packed-file';
import { unpackSounds } from '../terminology/phonetic/sound-file';
import type { CompiledSounds } from '../terminology/phonetic/sound-lexicon';
import type { SoundTable } from '../terminology/phonetic/sound-table';

export type KeptEdition = Pick<PackedEdition, 'layer' | 'sounds'>;

interface Opened {
  readonly layer: Layer;
  readonly sounds: SoundTable;
}

/** What a practice knows beyond the shipped lexicon. */
export class PracticeWords {
  #imported: Promise<Opened | undefined> = Promise.resolve(undefined);
  #own: readonly OwnTerm[] = [];
  #usage: Usage = NO_USAGE;

  /** Takes what a practice imported in place of what it had; false where it can no longer be opened. */
  async takeImported(kept: KeptEdition | undefined): Promise<boolean> {
    const opening = kept === undefined ? undefined : open(kept);
    this.#imported = Promise.resolve(opening).catch(() => undefined);
    return kept === undefined || (await this.#imported) !== undefined;
  }

  takeOwn(own: readonly OwnTerm[]): void {
    this.#own = own;
  }

  takeUsage(usage: Usage): void {
    this.#usage = usage;
  }

  /** The shipped lexicon and its sounds with those of the practice on top. */
  async on(
    shipped: Lexicon,
    sounds: CompiledSounds,
  ): Promise<{ readonly lexicon: Lexicon; readonly sounds: CompiledSounds }> {
    const imported = await this.#imported;
    const layers = imported === undefined ? [] : [imported.layer];
    if (this.#own.length > 0) layers.push(ownWordsLayer(this.#own, shipped.general));
    return {
      lexicon: new Lexicon(shipped.general, [...shipped.layers, ...layers], this.#usage),
      sounds:
        imported === undefined
          ? sounds
          : { ...sounds, layers: [...sounds.layers, imported.sounds] },
    };
  }
}

async function open({ layer, sounds }: KeptEdition): Promise<Opened> {
  const [layerBytes, soundBytes] = await Promise.all([gunzip(layer), gunzip(sounds)]);
  return { layer: unpackLayer(layerBytes), sounds: unpackSounds(soundBytes) };
}
