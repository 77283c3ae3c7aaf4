import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { FRONTS } from '../../../compiler/read/front-matter.ts';
import { isTranslated, TRANSLATED_FRONTS } from '../../../compiler/read/translated-front.ts';
import type { FieldShape, TextKind } from '../contract/document.ts';

/** As much of a schema of valibot as tells what a field holds. */
interface Schema {
	readonly type: string;
	readonly wrapped?: Schema;
	readonly item?: Schema;
	readonly options?: readonly unknown[];
}

/** What the fields of a text of this kind hold, by name: those that are words, choices or lists of names. */
export function fieldShapes(kind: TextKind, lang: LanguageTag): ReadonlyMap<string, FieldShape> {
	const isTranslation = lang !== 'en' && isTranslated(kind);
	const { entries } = isTranslation ? TRANSLATED_FRONTS[kind] : FRONTS[kind];
	const schemas = Object.entries(entries as unknown as Readonly<Record<string, Schema>>);
	return new Map(
		schemas.flatMap(([name, schema]) => {
			const shape = shapeOf(innermost(schema));
			const isOptional = schema.type === 'optional';
			return shape ? [[name, { ...shape, ...(isOptional && { isOptional }) }]] : [];
		})
	);
}

function shapeOf({ type, item, options }: Schema): FieldShape | undefined {
	if (type === 'boolean') return { holds: 'flag' };
	if (type === 'string') return { holds: 'text' };
	if (type === 'picklist') return { holds: 'text', choices: namesIn(options) };
	const each = type === 'array' && item ? innermost(item) : undefined;
	if (each?.type === 'string') return { holds: 'list' };
	return each?.type === 'picklist' ? { holds: 'list', choices: namesIn(each.options) } : undefined;
}

const namesIn = (options: readonly unknown[] = []): string[] =>
	options.filter((it) => typeof it === 'string');

/** Without what lets it be left out. */
const innermost = (schema: Schema): Schema => (schema.wrapped ? innermost(schema.wrapped) : schema);
