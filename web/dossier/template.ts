import { fold } from '../../terminology/lexicon/fold';
import { DOCUMENT_TYPES, type DocumentType } from '../../terminology/spoken/document-types';

export interface TemplateSection {
  readonly title: string;
  /** What usually stands there, with fields to fill in (`field.ts`); may be empty. */
  readonly text: string;
  /** A report of this type without it is not whole. */
  readonly isRequired: boolean;
}

/** The plan of a kind of report. */
export interface Template {
  readonly format: 1;
  readonly id: string;
  readonly name: string;
  readonly documentType: DocumentType;
  /** The doctor it is for; empty for every doctor. */
  readonly authorId: string;
  readonly sections: readonly TemplateSection[];
}

/** A short code that is written out while one types. */
export interface AutoText {
  readonly format: 1;
  readonly id: string;
  /** Letters, without space. */
  readonly code: string;
  readonly text: string;
}

/** Templates for this type and doctor: the doctor's own first, then those for everybody, then the rest. */
export function fitting(
  templates: readonly Template[],
  documentType: DocumentType | undefined,
  authorId = '',
): readonly Template[] {
  const rank = (template: Template) =>
    (template.documentType === documentType ? 0 : 2) + (template.authorId === authorId ? 0 : 1);
  return templates
    .filter((template) => template.authorId === '' || template.authorId === authorId)
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'fr'));
}

/** Titles that a report of this type must have, after the first template that fits. */
export function requiredSections(
  templates: readonly Template[],
  documentType: DocumentType | undefined,
  authorId = '',
): readonly string[] {
  const [first] = fitting(templates, documentType, authorId);
  if (!first || first.documentType !== documentType) return [];
  return first.sections.filter(({ isRequired }) => isRequired).map(({ title }) => title);
}

export type AutoTextFault = 'no-code' | 'spaced-code' | 'no-text' | 'code-taken';

export function autoTextFault(
  { code, text }: Pick<AutoText, 'code' | 'text'>,
  others: readonly AutoText[],
): AutoTextFault | undefined {
  if (code === '') return 'no-code';
  if (!/^[\p{L}\d]{2,20}$/u.test(code)) return 'spaced-code';
  if (text.trim() === '') return 'no-text';
  return others.some((other) => fold(other.code) === fold(code)) ? 'code-taken' : undefined;
}

export interface TemplateFile {
  readonly format: 1;
  readonly templates: readonly Template[];
  readonly autoTexts: readonly AutoText[];
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function templateOf(value: unknown): Template | undefined {
  if (!isRecord(value)) return undefined;
  const { id, name, documentType, authorId = '', sections } = value;
  const type = DOCUMENT_TYPES.find((known) => known === documentType);
  if (!isText(id) || !isText(name) || !type || !isText(authorId) || !Array.isArray(sections)) {
    return undefined;
  }
  const read = sections.map(sectionOf);
  const whole = read.filter((section) => section !== undefined);
  if (whole.length !== read.length) return undefined;
  return { format: 1, id, name, documentType: type, authorId, sections: whole };
}

function sectionOf(value: unknown): TemplateSection | undefined {
  if (!isRecord(value) || !isText(value.title) || !isText(value.text)) return undefined;
  return { title: value.title, text: value.text, isRequired: value.isRequired === true };
}

function autoTextOf(value: unknown): AutoText | undefined {
  if (!isRecord(value) || !isText(value.id) || !isText(value.code) || !isText(value.text)) {
    return undefined;
  }
  const { id, code, text } = value;
  return autoTextFault({ code, text }, []) ? undefined : { format: 1, id, code, text };
}

export type TemplateFileFault = 'not-json' | 'not-templates' | 'later-version';

/** Reads an exported file; what of it cannot be understood is counted, not guessed. */
export function readTemplateFile(
  json: string,
): { readonly file: TemplateFile; readonly skipped: number } | TemplateFileFault {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return 'not-json';
  }
  if (!isRecord(value) || typeof value.format !== 'number') return 'not-templates';
  if (value.format > 1) return 'later-version';
  const list = (items: unknown): unknown[] => (Array.isArray(items) ? items : []);
  const wanted = [...list(value.templates), ...list(value.autoTexts)].length;
  const templates = list(value.templates)
    .map(templateOf)
    .filter((one) => one !== undefined);
  const autoTexts = list(value.autoTexts)
    .map(autoTextOf)
    .filter((one) => one !== undefined);
  const file = { format: 1, templates, autoTexts } as const;
  return { file, skipped: wanted - templates.length - autoTexts.length };
}
