import type { LanguageTag } from '#lib/edition/language-tags.ts';

interface Waiting {
	readonly isHere: Promise<boolean>;
	readonly resolve: (isHere: boolean) => void;
}

/**
 * Pages of a first visit, which ask for a language before it is here. They may wait for ever: the
 * document stays readable meanwhile. All that ask for one language share one promise.
 */
export class WaitingReaders {
	readonly #waiting = new Map<LanguageTag, Waiting>();

	for(lang: LanguageTag): Promise<boolean> {
		const known = this.#waiting.get(lang);
		if (known) return known.isHere;
		let resolve: Waiting['resolve'] = () => undefined;
		const isHere = new Promise<boolean>((settle) => (resolve = settle));
		this.#waiting.set(lang, { isHere, resolve });
		return isHere;
	}

	letGo(lang: LanguageTag): void {
		this.#waiting.get(lang)?.resolve(true);
		this.#waiting.delete(lang);
	}
}
