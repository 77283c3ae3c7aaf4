import * as v from 'valibot';
import { WebUrl } from '#lib/edition/vocabulary.ts';

// What the front matter of texts and the JSON beside them have in common.
export const Text = v.pipe(v.string(), v.trim(), v.nonEmpty());
export const FactId = v.pipe(v.string(), v.regex(/^\d{1,2}\.\d{2}$/));
export const ClaimId = v.pipe(v.string(), v.regex(/^seed-\d{2,}$/));
export const ChangeSlug = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}(-[a-z0-9]+)+$/));
export const HttpsUrl = v.pipe(WebUrl, v.startsWith('https://'));

/** Absent is empty. */
export function list<Item extends v.GenericSchema>(
	item: Item
): v.OptionalSchema<v.ArraySchema<Item, undefined>, readonly []> {
	return v.optional(v.array(item), []);
}
