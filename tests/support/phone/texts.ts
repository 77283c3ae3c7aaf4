import { catalogues } from '#lib/messages/all-catalogues.ts';
import type { Language } from '#lib/messages/generated/keys.ts';
import { translator, type Catalogue, type Translate } from '#lib/messages/translate.ts';

/** The interface texts of one language, as compiled by the last `npm run messages`. */
export function textsOf(lang: Language): Translate {
	return translator(catalogues[`./generated/${lang}.json`] as Catalogue);
}
