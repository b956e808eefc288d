import { describe, expect, test, vi } from 'vitest';
import { Messages } from '../../../web/ui/messages.svelte';

const texts = (messages: Messages) => messages.all.map(({ text }) => text);

describe('messages', () => {
  test('the last word on a thing takes the place of what was told of it before', () => {
    vi.useFakeTimers();
    const messages = new Messages();
    messages.tell('Fiche enregistrée.');
    messages.tellOf('life', 'Le compte rendu attend la signature.');
    messages.tellOf('life', 'Le compte rendu est signé.');
    messages.alert('Le disque est plein.');
    expect(texts(messages)).toEqual([
      'Fiche enregistrée.',
      'Le compte rendu est signé.',
      'Le disque est plein.',
    ]);
    vi.runAllTimers();
    expect(texts(messages)).toEqual(['Le disque est plein.']);
    vi.useRealTimers();
  });
});
