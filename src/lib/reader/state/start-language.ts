import type { LanguageTag } from '#lib/edition/language-tags.ts';

type StartLanguage = () => Promise<LanguageTag | undefined>;

/** On the server there is no choice. */
let provided: StartLanguage = () => Promise.resolve(undefined);

/** Sets how the reader's language is read from this phone's settings. Called once, by `hooks.client.ts`. */
export function provideStartLanguage(read: StartLanguage): void {
	provided = read;
}

/** The language that the reader chose before, for addresses without a language. Never rejects. */
export const startLanguage: StartLanguage = () => provided().catch(() => undefined);
