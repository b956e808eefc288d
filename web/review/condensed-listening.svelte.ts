import { wasPlayed, type Interval } from '../audio/played';
import { playlistOf, secondsLeft, type Playlist } from '../audio/playlist';
import type { PlayerState } from '../audio/player';
import type { Command } from '../commands/command';
import type { ReportEditor } from '../editor/report-editor';
import { condensedWords as words } from '../words/condensed';
import { justSaid } from './just-said';
import type { Listening } from './listening.svelte';

export interface CondensedOptions {
  readonly editor: () =>
    Pick<ReportEditor, 'isChecked' | 'toHear' | 'select' | 'goToSound'> | undefined;
  readonly listening: Pick<
    Listening,
    'sound' | 'isWaiting' | 'follow' | 'playList' | 'endList' | 'pause'
  >;
  /** Voice that no word was written for. */
  readonly untold: () => readonly Interval[];
}

/**
 * Plays only what must be heard before a report goes, without stopping: she compares ear and eye. Where she stops the
 * sound, the passage just said is selected, ready to be typed over; playing goes on from there.
 */
export class CondensedListening {
  readonly #options: CondensedOptions;
  #before: PlayerState | undefined;
  #said = $state.raw('');

  constructor(options: CondensedOptions) {
    this.#options = options;
  }

  get isOn(): boolean {
    return this.#options.listening.sound.list !== undefined;
  }

  /** Where it stands, in one sentence; empty before it was asked for. */
  get said(): string {
    return this.#said;
  }

  /** Seconds of sound left to play; 0 where it is off. */
  get secondsLeft(): number {
    const { list, seconds } = this.#options.listening.sound;
    return list ? secondsLeft(list, seconds) : 0;
  }

  get commands(): readonly Command[] {
    return [
      {
        id: 'condensed',
        label: words.command,
        keys: ['Alt+Maj+C'],
        run: () => this.toggle(),
      },
    ];
  }

  toggle(): void {
    const { listening } = this.#options;
    if (!this.isOn) this.#start();
    else {
      listening.endList();
      listening.pause();
    }
  }

  /** Watches the sound until the returned function is called. */
  attach(): () => void {
    return this.#options.listening.follow((sound) => {
      const before = this.#before;
      this.#before = sound;
      if (!before?.list) return;
      const hasStopped = before.phase === 'playing' && sound.phase === 'paused';
      if (sound.list && hasStopped && !this.#options.listening.isWaiting) {
        this.#land(sound.list, sound.seconds);
      }
      if (!sound.list && this.#unheard.length === 0 && this.#isChecked) this.#said = words.done;
    });
  }

  /** What was heard before is left out: breaking off in the middle only means doing the rest. */
  #start(): void {
    const { listening } = this.#options;
    const { phase, duration } = listening.sound;
    if (phase !== 'paused' && phase !== 'playing') {
      this.#said = words.noSound;
      return;
    }
    const list = playlistOf(this.#unheard, duration);
    if (list.length > 0) this.#said = '';
    else this.#said = this.#isChecked ? words.nothing : words.looking;
    listening.playList(list);
  }

  /** Before the rules have looked through the text, what must be heard is not all known. */
  get #isChecked(): boolean {
    return this.#options.editor()?.isChecked ?? false;
  }

  get #unheard(): readonly Interval[] {
    const { editor, listening, untold } = this.#options;
    const { played } = listening.sound;
    return [...(editor()?.toHear ?? []), ...untold()].filter((one) => !wasPlayed(played, one));
  }

  /** Selects what was just said, as the report stands now; where no word was written for it, the caret goes there. */
  #land(list: Playlist, seconds: number): void {
    const { editor: current, untold } = this.#options;
    const editor = current();
    const said = justSaid(list, seconds, [
      ...(editor?.toHear ?? []).map((place) => ({ ...place, place })),
      ...untold().map((one) => ({ ...one, place: undefined })),
    ]);
    if (said?.place) editor?.select(said.place);
    else if (said) editor?.goToSound(said.start);
  }
}
