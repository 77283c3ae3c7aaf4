import type { LanguageTag } from '#lib/edition/language-tags.ts';

interface Pending {
	readonly isHere: Promise<boolean>;
	readonly resolve: (isHere: boolean) => void;
}

/**
 * Pages of a first visit, which ask for a language before it is here. They may wait for ever: the
 * document stays readable meanwhile. All that ask for one language share one promise.
 */
export class PendingLanguages {
	readonly #pending = new Map<LanguageTag, Pending>();

	/** Resolves to `true` once the language is here: at the earliest with the next `arrive`. */
	whenHere(lang: LanguageTag): Promise<boolean> {
		const known = this.#pending.get(lang);
		if (known) return known.isHere;
		let resolve: Pending['resolve'] = () => undefined;
		const isHere = new Promise<boolean>((settle) => (resolve = settle));
		this.#pending.set(lang, { isHere, resolve });
		return isHere;
	}

	arrive(lang: LanguageTag): void {
		this.#pending.get(lang)?.resolve(true);
		this.#pending.delete(lang);
	}
}
