import type { LanguageTag } from '#lib/edition/language-tags.ts';

type StartLanguage = () => Promise<LanguageTag | undefined>;

/** On the server nobody has chosen yet. */
let provided: StartLanguage = () => Promise.resolve(undefined);

/** Called once, by `hooks.client.ts`, with a reader of this phone's settings. */
export function provideStartLanguage(read: StartLanguage): void {
	provided = read;
}

/** The language that the reader chose before, for addresses that name none. Never rejects. */
export const startLanguage: StartLanguage = () => provided().catch(() => undefined);
