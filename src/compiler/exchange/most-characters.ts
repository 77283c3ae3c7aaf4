import { TRANSLATED_FRONTS, type TranslatedKind } from '../read/translated-front.ts';

/** As much of a schema of valibot as tells how long a text may be. */
interface Schema {
	readonly wrapped?: Schema;
	readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown }[];
}

/** The most characters that a field of a translation may have, as its schema says; `undefined` for no limit. */
export function mostCharacters(kind: TranslatedKind, field: string): number | undefined {
	const fields: Readonly<Record<string, object>> = TRANSLATED_FRONTS[kind].entries;
	const schema: Schema | undefined = fields[field];
	const { pipe } = schema?.wrapped ?? schema ?? {};
	const limit = pipe?.find(({ type }) => type === 'max_length')?.requirement;
	return typeof limit === 'number' ? limit : undefined;
}
