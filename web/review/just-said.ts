import type { Interval } from '../audio/played';
import { movedIn, type Playlist } from '../audio/playlist';

/** Between hearing that a word is wrong and stopping the sound, in seconds of it. */
const REACTION_SECONDS = 0.3;

/**
 * The passage of a list that was being said when a person who heard something wrong stopped it; of those listed, the
 * latest. Between a jump and the first word behind it, that is what stood before the jump.
 */
export function justSaid<Passage extends Interval>(
  list: Playlist,
  stoppedAt: number,
  passages: readonly Passage[],
): Passage | undefined {
  const heardAt = movedIn(list, stoppedAt, -REACTION_SECONDS);
  const isListed = ({ start, end }: Passage) =>
    list.some((stretch) => stretch.start <= start && end <= stretch.end);
  return passages
    .filter((passage) => passage.start <= heardAt && isListed(passage))
    .toSorted((a, b) => a.start - b.start)
    .at(-1);
}
