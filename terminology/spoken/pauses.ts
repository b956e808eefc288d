import type { Segment } from '../word';
import type { Settings } from './settings';
import type { Match } from './site';
import type { Standing } from './standing';
import { endsSentence, type Token } from './token';

interface Around {
  readonly segments: readonly Segment[];
  readonly settings: Settings;
  readonly standing: Standing;
}

/** A silence this long after a full stop is a new line, where the speaker dictates no layout. */
const DEFAULT_PAUSE_SECONDS = 2.5;

/** Adds the line breaks that pauses stand for; each is a piece that nobody said, and can be removed. */
export function withPauses(
  matches: readonly Match[],
  tokens: readonly Token[],
  { segments, settings, standing }: Around,
): readonly Match[] {
  const dictated = matches.some(
    ({ breakAfter, kind }) => breakAfter !== undefined && kind !== 'note',
  );
  if (standing.dictatesLayout || dictated || segments.length === 0) return matches;
  const pause = settings.options.paragraphPauseSeconds ?? DEFAULT_PAUSE_SECONDS;
  return matches.flatMap((match): readonly Match[] => {
    const before = tokens[match.from - 1];
    const here = tokens[match.from];
    const end = before?.heard.end ?? (standing.sentenceStart ? standing.end : undefined);
    if (here === undefined || end === undefined || match.breakBefore !== undefined) return [match];
    const stopped = before === undefined ? standing.sentenceStart : endsSentence(before);
    if (!stopped || here.heard.start - end < pause) return [match];
    const { from } = match;
    const line: Match = {
      kind: 'command',
      action: 'pause',
      written: '',
      from,
      to: from,
      breakAfter: 'line',
      certainty: 0.5,
    };
    return [line, match];
  });
}
