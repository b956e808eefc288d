import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  FLOAT,
  GraphBuilder,
  INT64,
  serialise,
} from '../../../workers/recognition/graph/graph-builder';

/**
 * A small but real generative model: GPT-2 by its interface (tokens, mask, keys and values in and out), a table of which word
 * follows which by its weights. It says the words it was made with, one after the other, whatever it is asked.
 */

const SPECIAL = ['<unk>', '<end>', '<start>'];
/** Fills the table up to a size at which reading and copying it costs something. */
const VOCABULARY = 320;

function wordsOf(said: string): string[] {
  const words = said.split(/\s+/);
  if (new Set(words).size !== words.length) throw new Error('Each word may be said once only.');
  return words;
}

function model(vocabulary: readonly string[], said: readonly string[]): Uint8Array {
  const size = vocabulary.length;
  const table = new Float32Array(size * size);
  const idOf = (word: string): number => vocabulary.indexOf(word);
  const [first = '<end>'] = said;
  for (let from = 0; from < size; from++) table[from * size + idOf(first)] = 5;
  for (const [at, word] of said.entries())
    table[idOf(word) * size + idOf(said[at + 1] ?? '<end>')] = 10;
  const g = new GraphBuilder('w_');
  g.node('Gather', [g.floats('table', table, [size, size]), 'input_ids'], { outputs: ['logits'] });
  const numbers = g.node('Cast', ['input_ids'], { attributes: { to: FLOAT } });
  const column = g.node('Unsqueeze', [numbers, g.integers(1, 3)]);
  for (const name of ['key', 'value'])
    g.node('Concat', [`past_key_values.0.${name}`, column], {
      attributes: { axis: 2 },
      outputs: [`present.0.${name}`],
    });
  const cache = (name: string, length: string) => ({
    name,
    type: FLOAT,
    shape: ['batch', 1, length, 1],
  });
  return serialise(
    g.graph(
      'writer',
      [
        { name: 'input_ids', type: INT64, shape: ['batch', 'sequence'] },
        { name: 'attention_mask', type: INT64, shape: ['batch', 'total'] },
        cache('past_key_values.0.key', 'past'),
        cache('past_key_values.0.value', 'past'),
      ],
      [
        { name: 'logits', type: FLOAT, shape: ['batch', 'sequence', size] },
        cache('present.0.key', 'total'),
        cache('present.0.value', 'total'),
      ],
    ),
    {},
  );
}

/** Writes the folder of a model that says `said`; no word of it twice. */
export function writeTinyWriter(folder: string, said: string): void {
  const words = wordsOf(said);
  const filled = Array.from({ length: VOCABULARY - words.length }, (_, at) => `<mot${at}>`);
  const vocabulary = [...SPECIAL, ...words, ...filled];
  const json = (name: string, value: unknown): void =>
    writeFileSync(join(folder, name), JSON.stringify(value));
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  writeFileSync(join(folder, 'onnx', 'model.onnx'), model(vocabulary, words));
  json('config.json', {
    model_type: 'gpt2',
    architectures: ['GPT2LMHeadModel'],
    vocab_size: vocabulary.length,
    n_layer: 1,
    n_head: 1,
    n_embd: 1,
    n_positions: 2048,
    bos_token_id: 2,
    eos_token_id: 1,
  });
  json('generation_config.json', { bos_token_id: 2, eos_token_id: 1, pad_token_id: 1 });
  json('tokenizer_config.json', {
    tokenizer_class: 'PreTrainedTokenizerFast',
    unk_token: '<unk>',
    bos_token: '<start>',
    eos_token: '<end>',
    clean_up_tokenization_spaces: false,
  });
  json('tokenizer.json', {
    version: '1.0',
    added_tokens: SPECIAL.map((content, id) => ({
      id,
      content,
      special: true,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
    })),
    normalizer: null,
    pre_tokenizer: { type: 'WhitespaceSplit' },
    post_processor: null,
    decoder: null,
    model: {
      type: 'WordLevel',
      unk_token: '<unk>',
      vocab: Object.fromEntries(vocabulary.map((word, id) => [word, id])),
    },
  });
}
