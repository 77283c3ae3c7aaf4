import type { LanguageTag } from '#lib/edition/language-tags.ts';

/** The properties of a `SpeechSynthesisVoice` that are used. */
export interface Voice {
	readonly lang: string;
	readonly localService: boolean;
	readonly default: boolean;
}

/** The tags that platforms use for languages whose own tag names a script, the better one first. */
const SPOKEN_AS: Partial<Record<LanguageTag, readonly string[]>> = {
	'zh-Hans': ['zh-hans', 'zh-cn', 'cmn-hans', 'zh-sg', 'cmn-cn'],
	'zh-Hant': ['zh-hant', 'zh-tw', 'cmn-hant', 'cmn-tw', 'zh-hk', 'yue'],
	'uz-Latn': ['uz']
};

/**
 * Finds a voice of this language that works on the phone itself: one that sends the text to a
 * server would tell it what is read. `undefined` if there is none. A voice of another language is
 * never used.
 */
export function findLocalVoice<Any extends Voice>(
	voices: readonly Any[],
	lang: LanguageTag
): Any | undefined {
	const local = voices.filter(({ localService }) => localService);
	for (const tag of SPOKEN_AS[lang] ?? [lang]) {
		const own = local.filter((voice) => {
			// Android writes en_US
			const spoken = voice.lang.toLowerCase().replaceAll('_', '-');
			return spoken === tag || spoken.startsWith(`${tag}-`);
		});
		if (own.length > 0) return own.find((voice) => voice.default) ?? own[0];
	}
	return undefined;
}
