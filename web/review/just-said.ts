import type { Interval } from '../audio/played';
import { movedIn, stretchAt, type Playlist } from '../audio/playlist';

/** Between hearing that a word is wrong and stopping the sound, in seconds of it. */
const REACTION_SECONDS = 0.3;

/** The passage of a list that was being said when a person who heard something wrong stopped it; of those listed, the latest. */
export function justSaid<Passage extends Interval>(
  list: Playlist,
  stoppedAt: number,
  passages: readonly Passage[],
): Passage | undefined {
  const heardAt = movedIn(list, stoppedAt, -REACTION_SECONDS);
  const stretch = stretchAt(list, heardAt);
  if (!stretch) return undefined;
  return passages
    .filter(({ start, end }) => stretch.start <= start && start <= heardAt && end <= stretch.end)
    .toSorted((a, b) => a.start - b.start)
    .at(-1);
}
