import { pipeline, TextStreamer, type PreTrainedTokenizer } from '@xenova/transformers';

/** How a folder of transformers.js writes. */
export type WriterTask = 'text-generation' | 'summarization';

export interface WriterModel {
  /** Folder under the local models. */
  readonly id: string;
  readonly task: WriterTask;
  /** Precision, after the name of its ONNX files. */
  readonly dtype: 'fp32' | 'fp16' | 'q8' | 'q4' | 'q4f16';
}

/** Writes a summary of a text; the words so far go to `onText` as they come. */
export type Write = (text: string, onText: (part: string) => void) => Promise<string>;

const MOST_TOKENS = 220;
const QUESTION =
  'Résume ce compte rendu médical en trois à huit lignes courtes, une idée par ligne, sans rien ajouter qui n’y soit pas.';

interface Generated {
  readonly generated_text?: unknown;
  readonly summary_text?: unknown;
}

/** What the pipelines are here: a text or a prompt in, texts out. */
interface Pipe {
  readonly tokenizer: PreTrainedTokenizer;
  (text: string, options: Readonly<Record<string, unknown>>): Promise<readonly Generated[]>;
}

function promptFor(tokenizer: PreTrainedTokenizer, task: WriterTask, text: string): string {
  if (task === 'summarization') return text;
  if (!tokenizer.chat_template) return `${text}\n\n${QUESTION}\n`;
  const messages = [{ role: 'user', content: `${QUESTION}\n\n${text}` }];
  return String(
    tokenizer.apply_chat_template(messages, { tokenize: false, add_generation_prompt: true }),
  );
}

/** Opens a generative model from the local folder of transformers.js; rejects where its files are missing or damaged. */
export async function openWriter({ id, task, dtype }: WriterModel): Promise<Write> {
  const pipe = (await pipeline(task, id, { dtype })) as unknown as Pipe;
  return async (text, onText) => {
    const streamer = new TextStreamer(pipe.tokenizer, {
      skip_prompt: true,
      skip_special_tokens: true,
      callback_function: onText,
    });
    const [first] = await pipe(promptFor(pipe.tokenizer, task, text), {
      max_new_tokens: MOST_TOKENS,
      do_sample: false,
      return_full_text: false,
      streamer,
    });
    return String(first?.generated_text ?? first?.summary_text ?? '');
  };
}
