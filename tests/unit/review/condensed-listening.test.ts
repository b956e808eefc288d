import { beforeEach, describe, expect, test } from 'vitest';
import { withPlayed, type Interval } from '../../../web/audio/played';
import { stretchAt, type Playlist } from '../../../web/audio/playlist';
import type { PlayerPhase, PlayerState } from '../../../web/audio/player';
import type { PassageToHear } from '../../../web/editor/to-hear';
import { CondensedListening } from '../../../web/review/condensed-listening.svelte';
import { condensedWords as words } from '../../../web/words/condensed';

/** Plays as the player does, but only for as long as it is told. */
class FakeListening {
  sound: PlayerState = {
    phase: 'paused',
    seconds: 0,
    duration: 20,
    speed: 1,
    played: [],
    loop: undefined,
    list: undefined,
  };
  isWaiting = false;
  #followers = new Set<(sound: PlayerState) => void>();

  follow = (follower: (sound: PlayerState) => void) => {
    this.#followers.add(follower);
    return () => void this.#followers.delete(follower);
  };

  playList = (list: Playlist) => {
    const [first] = list;
    if (first) this.change({ list, seconds: first.start, phase: 'playing' });
  };

  endList = () => this.change({ list: undefined });

  play = () => this.change({ phase: 'playing' });

  pause = () => {
    if (this.sound.phase === 'playing') this.change({ phase: 'paused' });
  };

  /** Lets it play up to a second, from stretch to stretch; behind the last it ends. */
  playTo(seconds: number): void {
    while (this.sound.seconds < seconds) {
      const { list = [], played } = this.sound;
      const stretch = stretchAt(list, this.sound.seconds);
      if (!stretch) break;
      const start = Math.max(stretch.start, this.sound.seconds);
      const end = Math.min(stretch.end, Math.max(seconds, start));
      this.change({ seconds: end, played: withPlayed(played, { start, end }) });
      if (end < stretch.end) return;
    }
    if (stretchAt(this.sound.list ?? [], this.sound.seconds)) return;
    this.endList();
    this.pause();
  }

  change(changes: Partial<PlayerState>): void {
    this.sound = { ...this.sound, ...changes };
    for (const follow of this.#followers) follow(this.sound);
  }
}

/** A report of four words at stake, with what was selected in it and where the caret was put. */
class FakeReport {
  isChecked = true;
  toHear: readonly PassageToHear[] = [
    { from: 1, to: 6, start: 1, end: 1.5 },
    { from: 10, to: 15, start: 2, end: 2.5 },
    { from: 20, to: 25, start: 8, end: 8.5 },
    { from: 30, to: 35, start: 15, end: 15.5 },
  ];
  readonly selected: { from: number; to: number }[] = [];
  readonly carets: number[] = [];

  select = ({ from, to }: { readonly from: number; readonly to: number }) => {
    this.selected.push({ from, to });
  };

  goToSound = (seconds: number) => {
    this.carets.push(seconds);
  };
}

const LIST: Playlist = [
  { start: 0.8, end: 2.7 },
  { start: 7.8, end: 8.7 },
  { start: 14.8, end: 15.7 },
];

let listening: FakeListening;
let report: FakeReport;
let open: FakeReport | undefined;
let untold: readonly Interval[];
let condensed: CondensedListening;
let detach: () => void;

beforeEach(() => {
  listening = new FakeListening();
  report = new FakeReport();
  open = report;
  untold = [];
  condensed = new CondensedListening({ editor: () => open, listening, untold: () => untold });
  detach = condensed.attach();
});

describe('starting', () => {
  test('plays what must be heard, back to back, and tells how much is left', () => {
    expect([condensed.isOn, condensed.secondsLeft]).toEqual([false, 0]);
    condensed.toggle();
    expect(listening.sound.list?.length).toBe(LIST.length);
    for (const [at, stretch] of LIST.entries()) {
      expect(listening.sound.list?.[at]?.start).toBeCloseTo(stretch.start);
      expect(listening.sound.list?.[at]?.end).toBeCloseTo(stretch.end);
    }
    expect(condensed.isOn).toBe(true);
    expect(condensed.secondsLeft).toBeCloseTo(3.7);
    listening.playTo(8);
    expect(condensed.secondsLeft).toBeCloseTo(1.6);
  });

  test('plays the voice without words as well, and leaves out what was heard before', () => {
    untold = [{ start: 4, end: 6 }];
    listening.change({ played: [{ start: 0, end: 9 }] });
    condensed.toggle();
    expect(listening.sound.list?.length).toBe(1);
    expect(listening.sound.list?.[0]?.start).toBeCloseTo(14.8);
    condensed.toggle();
    listening.change({ played: [{ start: 7, end: 20 }] });
    condensed.toggle();
    expect(listening.sound.list?.map(({ start }) => start)).toEqual([0.8, 3.8]);
  });

  test.each<PlayerPhase>(['empty', 'loading', 'failed'])(
    'says that there is no sound while it is %s, and plays nothing',
    (phase) => {
      listening.change({ phase });
      condensed.toggle();
      expect([condensed.said, condensed.isOn]).toEqual([words.noSound, false]);
      listening.change({ phase: 'paused' });
      condensed.toggle();
      expect([condensed.said, condensed.isOn]).toEqual(['', true]);
    },
  );

  test('says that all was heard, or that the text is still looked through', () => {
    listening.change({ played: [{ start: 0, end: 20 }] });
    condensed.toggle();
    expect([condensed.said, condensed.isOn]).toEqual([words.nothing, false]);
    report.isChecked = false;
    condensed.toggle();
    expect(condensed.said).toBe(words.looking);
  });
});

describe('stopping the sound', () => {
  test('selects the word just said, and stays in the list', () => {
    condensed.toggle();
    listening.playTo(1.9);
    listening.pause();
    expect(report.selected).toEqual([{ from: 1, to: 6 }]);
    expect(condensed.isOn).toBe(true);
  });

  test('goes to the place of a voice that no word was written for', () => {
    untold = [{ start: 8.5, end: 9.5 }];
    condensed.toggle();
    listening.playTo(9.2);
    listening.pause();
    expect([report.selected, report.carets]).toEqual([[], [8.5]]);
  });

  test('selects nothing before anything was said', () => {
    condensed.toggle();
    listening.playTo(1.1);
    listening.pause();
    expect(report.selected).toEqual([]);
  });

  test('is not what a sound does that waits for the typing', () => {
    condensed.toggle();
    listening.playTo(1.9);
    listening.isWaiting = true;
    listening.pause();
    expect(report.selected).toEqual([]);
  });

  test('after a correction goes on, and selects by where the words stand now', () => {
    condensed.toggle();
    listening.playTo(1.9);
    listening.pause();
    // Typed over: it is not to be heard any more, and what follows has moved by three letters.
    report.toHear = report.toHear
      .slice(1)
      .map(({ from, to, ...sound }) => ({ from: from + 3, to: to + 3, ...sound }));
    listening.play();
    listening.playTo(8.6);
    listening.pause();
    expect(report.selected).toEqual([
      { from: 1, to: 6 },
      { from: 23, to: 28 },
    ]);
    listening.play();
    listening.playTo(20);
    expect(condensed.said).toBe(words.done);
  });
});

describe('the end', () => {
  test('is said once all was heard; the last word is not selected', () => {
    condensed.toggle();
    listening.playTo(20);
    expect(listening.sound.phase).toBe('paused');
    expect([condensed.isOn, condensed.said]).toEqual([false, words.done]);
    expect(report.selected).toEqual([]);
  });

  test('is not said where the rules have not answered, for they may find more to hear', () => {
    report.isChecked = false;
    condensed.toggle();
    listening.playTo(20);
    expect([condensed.isOn, condensed.said]).toEqual([false, '']);
  });

  test('is not said where the list was left for something else', () => {
    condensed.toggle();
    listening.playTo(8);
    listening.endList();
    listening.pause();
    expect([condensed.isOn, condensed.said]).toEqual([false, '']);
    expect(report.selected).toEqual([]);
  });

  test('is said as well to who ends it in the silence behind the last word', () => {
    condensed.toggle();
    listening.playTo(15.6);
    expect(condensed.said).toBe('');
    condensed.toggle();
    expect([condensed.isOn, condensed.said]).toEqual([false, words.done]);
  });

  test('comes at the key that began it: the sound stops, nothing is selected, the rest is kept for later', () => {
    condensed.toggle();
    listening.playTo(8);
    condensed.toggle();
    expect(listening.sound.phase).toBe('paused');
    expect([condensed.isOn, condensed.said, report.selected]).toEqual([false, '', []]);
    condensed.toggle();
    expect(listening.sound.seconds).toBeCloseTo(7.8);
  });
});

describe('a report that is closed, as by the lock', () => {
  test('is not touched by a sound that stops afterwards', () => {
    condensed.toggle();
    listening.playTo(1.9);
    detach();
    open = undefined;
    listening.pause();
    expect([report.selected, report.carets]).toEqual([[], []]);
  });

  test('has nothing to hear but the voice without words, and says no end', () => {
    open = undefined;
    condensed.toggle();
    expect(condensed.said).toBe(words.looking);
    untold = [{ start: 8.5, end: 9.5 }];
    condensed.toggle();
    listening.playTo(9.3);
    expect(() => listening.pause()).not.toThrow();
    listening.play();
    listening.playTo(20);
    expect(condensed.said).toBe('');
  });
});
