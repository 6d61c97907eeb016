import { lazy, type ComponentType } from 'react';
import { addTexts } from '../messages/language.ts';

/** A piece that comes when it is shown first, with its texts: lingui.config.ts lists them. */
export function later<Props>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: (await Promise.all([load(), addTexts('later')]))[0] }));
}
