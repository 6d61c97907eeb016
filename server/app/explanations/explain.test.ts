import { expect, test } from 'vitest';
import { knownAnswers } from '../../../contract/explanations/known-answers.ts';
import { explainText } from './explain.ts';

const codesIn = async (text: string) => (await explainText(text)).map(({ code }) => code);

test.each(knownAnswers.map(({ text, code }) => [text.slice(0, 120), code, text] as const))('%s: %s, and nothing else', async (_short, code, text) => {
  expect(await codesIn(text)).toEqual([code]);
});
