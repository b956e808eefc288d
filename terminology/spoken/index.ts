export {
  between,
  findingsOf,
  heardText,
  plainText,
  restore,
  type Body,
  type Break,
  type Doubt,
  type DoubtRule,
  type Emphasis,
  type Gap,
  type Heard,
  type Kind,
  type Piece,
  type Risk,
  type SpokenFinding,
} from './piece';
export {
  NUMBER_STYLES,
  type Abbreviation,
  type NumberContext,
  type OwnCommand,
  type SpokenOptions,
} from './settings';
export { append, emptyText, touch, type SpokenText } from './stream';
export { writeSpoken } from './write';
