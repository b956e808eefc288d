import { describe, expect, test } from 'vitest';
import { Findings, type Rules } from '../../../terminology/rules/findings';
import { BLANK, type ReportParagraph } from '../../../terminology/rules/report';

const DAY = { day: '2026-11-22' };

const typed = (text: string): ReportParagraph => ({ kind: 'paragraph', text, stretches: [] });

/** Counts how often each paragraph is looked at. */
function counting(): { rules: Rules; looks: string[] } {
  const looks: string[] = [];
  const rules: Rules = {
    paragraph: [
      {
        name: 'looks',
        check: ({ text }) => {
          looks.push(text);
          return [];
        },
      },
    ],
    report: [
      {
        name: 'twins',
        gather: ({ text }) => text,
        conclude: (report) =>
          report.flatMap(({ paragraph, facts }, at) =>
            report.slice(0, at).some((other) => other.facts === facts)
              ? [{ paragraph, from: 0, to: 1, risk: 6, message: 'deux fois', doubt: 0.5 }]
              : [],
          ),
      },
    ],
  };
  return { rules, looks };
}

describe('findings of a report', () => {
  test('read again only the paragraph that changed', () => {
    const { rules, looks } = counting();
    const findings = new Findings(undefined, rules);
    findings.update({
      context: DAY,
      order: [1, 2],
      changed: [
        { id: 1, paragraph: typed('un') },
        { id: 2, paragraph: typed('deux') },
      ],
    });
    const { findings: found } = findings.update({
      context: DAY,
      order: [1, 3],
      changed: [{ id: 3, paragraph: typed('un') }],
    });
    expect(looks).toEqual(['un', 'deux', 'un']);
    expect(found).toEqual([
      {
        id: 'twins:u:1',
        rule: 'twins',
        paragraph: 1,
        from: 0,
        to: 1,
        risk: 6,
        message: 'deux fois',
        doubt: 0.5,
        fixes: [],
        evidence: [],
      },
    ]);
  });

  test('are all looked for again when the patient changes', () => {
    const { rules, looks } = counting();
    const findings = new Findings(undefined, rules);
    const request = { order: [1], changed: [{ id: 1, paragraph: typed('un') }] };
    findings.update({ context: DAY, ...request });
    findings.update({ context: { day: '2026-11-23' }, order: [1], changed: [] });
    expect(looks).toEqual(['un', 'un']);
  });

  test('ask for paragraphs that were never sent', () => {
    const answer = new Findings(undefined).update({ context: DAY, order: [7], changed: [] });
    expect(answer).toEqual({ findings: [], failures: [], missing: [7], isComplete: false });
  });

  test('go on where a rule breaks, and say so', () => {
    const broken = {
      name: 'broken',
      check: () => {
        throw new Error('no');
      },
    };
    const blank = {
      name: 'whole',
      check: () => [{ from: 0, to: 2, risk: 6 as const, message: 'là', doubt: 1 }],
    };
    const answer = new Findings(undefined, { paragraph: [broken, blank], report: [] }).update({
      context: DAY,
      order: [1],
      changed: [{ id: 1, paragraph: typed('un') }],
    });
    expect(answer.failures).toEqual([{ rule: 'broken', message: 'no' }]);
    expect(answer.findings.map(({ rule }) => rule)).toEqual(['whole']);
  });

  test('leave out what the speaker took back, and lift what recognition said', () => {
    const stretch = { confidence: 0.3, heard: 'x', origin: 'machine' as const };
    const doubt = { risk: 3 as const, reason: 'Nombre mal entendu.', proposals: ['20'] };
    const paragraph: ReportParagraph = {
      kind: 'paragraph',
      text: `dix ___ vingt ${BLANK}`,
      stretches: [
        { ...stretch, from: 4, to: 7, isStruck: true },
        { ...stretch, from: 8, to: 13, doubt },
      ],
    };
    const { findings } = new Findings(undefined).update({
      context: DAY,
      order: [1],
      changed: [{ id: 1, paragraph }],
    });
    expect(findings.map(({ id, risk, doubt: sure, fixes }) => ({ id, risk, sure, fixes }))).toEqual(
      [
        { id: 'heard:vingt:1', risk: 3, sure: 0.7, fixes: [{ text: '20' }] },
        { id: `blank:${BLANK}:1`, risk: 6, sure: 1, fixes: [] },
      ],
    );
  });
});
