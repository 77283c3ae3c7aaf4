import type { Fix } from '../../core/contract/diagnostics.ts';
import type { Say, Word } from './say.ts';

/** What the button of a fix says. */
export const fixWord = (say: Say, { code, to }: Fix): string =>
	say(`fix_${code.replaceAll('-', '_')}` as Word, { to });
