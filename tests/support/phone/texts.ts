import { catalogues } from '#lib/messages/all-catalogues.ts';
import type { Language } from '#lib/messages/generated/keys.ts';
import { translator, type Catalogue, type Translate } from '#lib/messages/translate.ts';

/** The app's own texts in one language, as the last `npm run messages` made them. */
export function textsOf(lang: Language): Translate {
	return translator(catalogues[`./generated/${lang}.json`] as Catalogue);
}
