import { Enhancer, type Enhancement } from './enhancement';
import { type Interval, NOTHING_PLAYED, type Played, withPlayed } from './played';
import { movedIn, pointedAt, stretchAt, type Playlist } from './playlist';

export type PlayerPhase = 'empty' | 'loading' | 'paused' | 'playing' | 'failed';

export interface PlayerState {
  readonly phase: PlayerPhase;
  readonly seconds: number;
  readonly duration: number;
  /** 1 is as it was said. */
  readonly speed: number;
  /** What was really heard: since the sound was loaded, and before where that was kept. */
  readonly played: Played;
  /** The stretch that is taken again and again. */
  readonly loop: Interval | undefined;
  /** The stretches that are played, the rest being left out. */
  readonly list: Playlist | undefined;
}

export interface PlayerOptions {
  /** Called for each change, and with each frame of the screen while playing. */
  readonly onChange: (state: PlayerState) => void;
}

export const SLOWEST = 0.5;
export const FASTEST = 2;
const LONGEST_REWIND_SECONDS = 5;
const REWIND_SECONDS = 1.5;
const BACK_SECONDS = 2;
/** In a list of short stretches a second and a half would be most of one. */
const LIST_REWIND_SECONDS = 0.5;

/** A step of the clock longer than this is a jump that was not heard, in seconds of sound at normal speed. */
const LONGEST_STEP_SECONDS = 1;

/** An element that reaches its end stops by itself: a loop turns back two frames before. */
const LOOP_MARGIN_SECONDS = 0.04;
const SHORTEST_LOOP_SECONDS = 0.1;

const EMPTY: PlayerState = {
  phase: 'empty',
  seconds: 0,
  duration: 0,
  speed: 1,
  played: NOTHING_PLAYED,
  loop: undefined,
  list: undefined,
};

/**
 * Plays one sound at a time: an imported file (see `playable.ts`) or a recording (see `recordedWav`). Going on after a
 * pause takes the last 1.5 s again; after a seek it begins where the person pointed.
 */
export class Player {
  readonly #element = new Audio();
  readonly #enhancer = new Enhancer(this.#element);
  readonly #onChange: (state: PlayerState) => void;
  readonly #life = new AbortController();
  #state = EMPTY;
  #url: string | undefined;
  #settleLoad: (() => void) | undefined;
  #frame = 0;
  #rewindSeconds = REWIND_SECONDS;
  /** Set when a person pointed somewhere: the next play begins there. */
  #isPointed = true;
  /** A person asked to play before the sound was there. */
  #isWanted = false;
  #stopAt: number | undefined;
  /** Where the clock stood when it was last read; undefined after a jump. */
  #heardTo: number | undefined;

  constructor({ onChange }: PlayerOptions) {
    this.#onChange = onChange;
    this.#element.preload = 'auto';
    this.#element.preservesPitch = true;
    const on = (name: keyof HTMLMediaElementEventMap, react: () => void): void => {
      this.#element.addEventListener(name, react, { signal: this.#life.signal });
    };
    on('playing', () => {
      this.#begin();
    });
    on('pause', () => {
      this.#halt();
    });
    on('timeupdate', () => {
      this.#read();
    });
    on('seeked', () => {
      this.#change({ seconds: this.#element.currentTime });
    });
    on('loadedmetadata', () => {
      this.#loaded({ phase: 'paused', duration: this.#element.duration });
    });
    on('error', () => {
      this.#loaded({ phase: 'failed' });
    });
  }

  get state(): PlayerState {
    return this.#state;
  }

  /** Rewind at each play after a pause, 0 to 5 s. */
  set rewindSeconds(seconds: number) {
    this.#rewindSeconds = Math.max(0, Math.min(LONGEST_REWIND_SECONDS, seconds));
  }

  /** Louder or clearer than it was recorded. */
  set enhancement(enhancement: Enhancement) {
    this.#enhancer.set(enhancement);
  }

  /**
   * Takes another sound, with what was heard of it before; resolves when it can be played, cannot (phase `failed`) or
   * was let go.
   */
  async load(sound: Blob, played = NOTHING_PLAYED): Promise<void> {
    this.unload();
    this.#url = URL.createObjectURL(sound);
    this.#change({ phase: 'loading', played });
    const settled = new Promise<void>((resolve) => {
      this.#settleLoad = resolve;
    });
    this.#element.src = this.#url;
    this.#element.playbackRate = this.#state.speed;
    await settled;
  }

  /** Lets the sound go; the speed stays. */
  unload(): void {
    if (this.#url === undefined) return;
    this.#element.pause();
    this.#halt();
    this.#element.removeAttribute('src');
    this.#element.load();
    URL.revokeObjectURL(this.#url);
    this.#url = undefined;
    this.#settleLoad?.();
    this.#isPointed = true;
    this.#stopAt = undefined;
    this.#change({ ...EMPTY, speed: this.#state.speed });
  }

  /** Begins as soon as the sound is there, if it is still on its way. */
  play(): void {
    this.#isWanted = this.#state.phase === 'empty' || this.#state.phase === 'loading';
    if (this.#state.phase !== 'paused') return;
    if (!this.#isPointed) this.#jump(this.#rewound());
    this.#start();
  }

  pause(): void {
    this.#isWanted = false;
    // The element starts before it says so.
    if (this.#element.paused) return;
    this.#isPointed = false;
    this.#element.pause();
  }

  toggle(): void {
    if (!this.#element.paused || this.#isWanted) this.pause();
    else this.play();
  }

  seek(seconds: number): void {
    if (this.#url === undefined) return;
    this.#isPointed = true;
    this.#stopAt = undefined;
    const { loop, list } = this.#state;
    if (loop && (seconds < loop.start || seconds >= loop.end)) this.endLoop();
    if (list) this.#change({ list: pointedAt(list, seconds) });
    this.#jump(seconds);
  }

  back(seconds = BACK_SECONDS): void {
    const { currentTime } = this.#element;
    const { list } = this.#state;
    this.seek(list ? movedIn(list, currentTime, -seconds) : currentTime - seconds);
  }

  /** 0.5 to 2; the pitch of the voice is kept. */
  setSpeed(speed: number): void {
    const kept = Math.max(SLOWEST, Math.min(FASTEST, speed));
    this.#element.playbackRate = kept;
    this.#element.defaultPlaybackRate = kept;
    this.#change({ speed: kept });
  }

  /** Plays a stretch from its very start and stops at its end. */
  playSpan({ start, end }: Interval): void {
    if (this.#url === undefined) return;
    this.endLoop();
    this.endList();
    this.seek(start);
    this.#stopAt = end;
    this.#start();
  }

  /** Plays stretches one after the other and leaves out what lies between them. */
  playList(list: Playlist): void {
    const [first] = list;
    if (this.#url === undefined || !first) return;
    this.endLoop();
    this.#change({ list });
    this.seek(first.start);
    this.#start();
  }

  /** Plays on, and leaves nothing out any more. */
  endList(): void {
    if (this.#state.list) this.#change({ list: undefined });
  }

  /** Plays a stretch again and again, until it is left or {@link endLoop} is called. */
  playLoop({ start, end }: Interval): void {
    if (this.#url === undefined) return;
    const last = Number.isFinite(this.#element.duration) ? this.#element.duration : end;
    const loop = { start: Math.max(0, start), end: Math.min(last - LOOP_MARGIN_SECONDS, end) };
    if (loop.end - loop.start < SHORTEST_LOOP_SECONDS) return;
    this.#change({ loop, list: undefined });
    this.seek(loop.start);
    this.#start();
  }

  /** Plays on, past the end of the stretch. */
  endLoop(): void {
    if (this.#state.loop) this.#change({ loop: undefined });
  }

  dispose(): void {
    this.unload();
    this.#life.abort();
    this.#enhancer.close();
  }

  #loaded(changes: Partial<PlayerState>): void {
    if (this.#url === undefined) return;
    this.#change(changes);
    this.#settleLoad?.();
    if (this.#isWanted) this.play();
  }

  #start(): void {
    this.#enhancer.wake();
    // Rejected when a pause comes at once, or when the browser wants a gesture first: the phase then says "paused".
    this.#element.play().catch(() => undefined);
  }

  /** Where a pause goes on. */
  #rewound(): number {
    const now = this.#element.currentTime;
    const { loop, list } = this.#state;
    if (!list) return Math.max(loop?.start ?? 0, now - this.#rewindSeconds);
    const rewind = Math.min(LIST_REWIND_SECONDS, this.#rewindSeconds);
    return Math.max(stretchAt(list, now)?.start ?? 0, now - rewind);
  }

  /** From the end of a stretch to the next; behind the last one all is played. */
  #follow(list: Playlist, now: number): void {
    const next = stretchAt(list, now);
    if (!next) {
      this.endList();
      this.pause();
    } else if (now < next.start) this.#place(next.start);
  }

  #jump(seconds: number): void {
    this.#read();
    this.#place(seconds);
  }

  #place(seconds: number): void {
    this.#heardTo = undefined;
    const end = Number.isFinite(this.#element.duration) ? this.#element.duration : seconds;
    this.#element.currentTime = Math.max(0, Math.min(end, seconds));
    this.#change({ seconds: this.#element.currentTime });
  }

  #begin(): void {
    this.#heardTo = this.#element.currentTime;
    this.#isPointed = false;
    this.#change({ phase: 'playing' });
    cancelAnimationFrame(this.#frame);
    const step = (): void => {
      this.#read();
      this.#frame = requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
  }

  #halt(): void {
    cancelAnimationFrame(this.#frame);
    this.#read();
    this.#heardTo = undefined;
    if (this.#state.phase === 'playing') this.#change({ phase: 'paused' });
  }

  /** Reads the clock: what went by since the last reading was heard. */
  #read(): void {
    if (this.#state.phase !== 'playing' || this.#element.seeking) return;
    const now = this.#element.currentTime;
    const from = this.#heardTo ?? now;
    this.#heardTo = now;
    const isStep = now > from && now - from <= LONGEST_STEP_SECONDS * this.#state.speed;
    const played = isStep
      ? withPlayed(this.#state.played, { start: from, end: now })
      : this.#state.played;
    if (now !== this.#state.seconds) this.#change({ seconds: now, played });
    const { loop, list } = this.#state;
    if (loop && now >= loop.end) this.#place(loop.start);
    if (list) this.#follow(list, now);
    if (this.#stopAt !== undefined && now >= this.#stopAt) {
      this.#stopAt = undefined;
      this.pause();
    }
  }

  #change(changes: Partial<PlayerState>): void {
    this.#state = { ...this.#state, ...changes };
    this.#onChange(this.#state);
  }
}
