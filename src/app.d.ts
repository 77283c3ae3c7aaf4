import type { LanguageTag } from '#lib/edition/language-tags.ts';
import type { Translate } from '#lib/messages/translate.ts';

/** `rest` is what follows the language. A page without a title is one of ours: its name is a message. */
type NearPages =
	| {
			readonly kind: 'offer';
			readonly offers: readonly { rest: string; title?: string; lang?: LanguageTag }[];
	  }
	| { readonly kind: 'choose'; readonly tags: readonly LanguageTag[]; readonly rest: string };

declare global {
	namespace App {
		interface Error {
			/** A stable code: readers see a text that is chosen by it. */
			message: string;
			/** For an address that no page has: what may have been meant. */
			near?: NearPages;
		}
		/** Of every page under a language. */
		interface PageData {
			lang?: LanguageTag;
			t?: Translate;
		}
	}
}
