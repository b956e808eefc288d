import { expose } from 'comlink';
import cim10Url from '../terminology/data/cim10.lex?url';
import generalUrl from '../terminology/data/general.lex?url';
import medicalUrl from '../terminology/data/medical.lex?url';
import { loadLexicon } from '../terminology/lexicon/load';
import { conserve, type Conservation } from '../terminology/summary/conservation/conserve';
import { Reader } from '../terminology/summary/reading';
import {
  summarise,
  type ExtractedLine,
  type ExtractedSummary,
  type ReportText,
} from '../terminology/summary/summarise';
import { termFinder } from '../terminology/summary/term';

const DATA: Readonly<Record<string, string>> = {
  'general.lex': generalUrl,
  'medical.lex': medicalUrl,
  'cim10.lex': cim10Url,
};

async function read(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(DATA[name] ?? name);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

let reader: Promise<Reader | undefined> | undefined;

/** Loaded once; where it fails, it is tried again with the next question. */
function openReader(): Promise<Reader | undefined> {
  reader ??= loadLexicon(read)
    .then((lexicon) => new Reader(termFinder(lexicon)))
    .catch(() => {
      reader = undefined;
      return undefined;
    });
  return reader;
}

const api = {
  /**
   * Lines of a report, each given to `onLine` as soon as it is ready, then the whole. Paragraphs that did not change since
   * the last call are not read again. `undefined` where the lexicon could not be read: nothing could be checked.
   */
  async summarise(
    report: ReportText,
    onLine: (line: ExtractedLine) => void,
  ): Promise<ExtractedSummary | undefined> {
    const known = await openReader();
    if (!known) return undefined;
    const steps = summarise(known, report);
    let step = steps.next();
    while (!step.done) {
      onLine(step.value);
      step = steps.next();
    }
    return step.value;
  },

  /** Whether lines, whoever wrote them, keep to the report; `undefined` where the lexicon could not be read. */
  async check(
    paragraphs: readonly string[],
    lines: readonly string[],
  ): Promise<Conservation | undefined> {
    const known = await openReader();
    if (!known) return undefined;
    const summary = lines.flatMap((line, at) => known.readLine(line, at));
    return conserve(known.read(paragraphs), summary);
  },
};

export type SummarizerApi = typeof api;

expose(api);
