import './guard';
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
import { LineCutter, lineChecker, type WrittenLine } from '../terminology/summary/written-lines';
import { failure, success, type FailureKind, type Outcome } from './outcome';
import { openLocalWriter } from './writing/local-writer';
import type { WriterModel } from './writing/writer';
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

const failureKind = (detail: string, otherwise: FailureKind): FailureKind =>
  /out of memory|bad_alloc|allocation fail|Aborted\(/i.test(detail) ? 'out-of-memory' : otherwise;

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

  /**
   * Lines by a generative model of the practice, each compared with the report before it is given to `onLine`.
   * `missing-model` where the lexicon could not be read, `damaged-model` where the folder cannot be opened.
   */
  async write(
    model: WriterModel,
    paragraphs: readonly string[],
    onLine: (line: WrittenLine) => void,
  ): Promise<Outcome<{ lines: number }>> {
    const known = await openReader();
    if (!known) return failure('missing-model');
    const opened = await openLocalWriter(model).catch((error: unknown) => String(error));
    if (typeof opened === 'string') return failure(failureKind(opened, 'damaged-model'), opened);
    const check = lineChecker(known, paragraphs);
    const lines = new LineCutter((line) => onLine(check(line)));
    try {
      await opened(paragraphs.join('\n'), (part) => lines.add(part));
    } catch (error) {
      return failure(failureKind(String(error), 'damaged-model'), String(error));
    }
    return success({ lines: lines.end() });
  },
};

export type { WriterModel } from './writing/writer';
export type SummarizerApi = typeof api;

expose(api);
