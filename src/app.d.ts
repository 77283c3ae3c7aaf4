import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { Translate } from '#lib/messages/translate.ts';

declare global {
	namespace App {
		interface Error {
			/** A stable code: readers see a text that is chosen by it. */
			message: string;
		}
		/** Of every page under a language. */
		interface PageData {
			lang?: LanguageTag;
			t?: Translate;
		}
	}
}
