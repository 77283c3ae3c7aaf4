import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { FRONTS } from '../../../compiler/read/front-matter.ts';
import { isTranslated, TRANSLATED_FRONTS } from '../../../compiler/read/translated-front.ts';
import type { AbsentField, FrontField, TextKind } from '../contract/document.ts';

/** As much of a schema of valibot as tells what a field holds. */
interface Schema {
	readonly type: string;
	readonly wrapped?: Schema;
	readonly item?: Schema;
	readonly options?: readonly unknown[];
}

/** Fields that a text of this kind may have and has not, of those that are words, choices or lists of names. */
export function absentFields(
	kind: TextKind,
	lang: LanguageTag,
	fields: readonly FrontField[]
): AbsentField[] {
	const isTranslation = lang !== 'en' && isTranslated(kind);
	const { entries } = isTranslation ? TRANSLATED_FRONTS[kind] : FRONTS[kind];
	const own = new Set(fields.map(({ name }) => name));
	return Object.entries(entries as unknown as Readonly<Record<string, Schema>>)
		.filter(([name]) => !own.has(name))
		.flatMap(([name, schema]) => fieldOf(name, innermost(schema)) ?? []);
}

function fieldOf(name: string, { type, item, options }: Schema): AbsentField | undefined {
	if (type === 'boolean') return { name, holds: 'flag' };
	if (type === 'string') return { name, holds: 'text' };
	if (type === 'picklist') return { name, holds: 'text', choices: namesIn(options) };
	const each = type === 'array' && item ? innermost(item) : undefined;
	if (each?.type === 'string') return { name, holds: 'list' };
	return each?.type === 'picklist'
		? { name, holds: 'list', choices: namesIn(each.options) }
		: undefined;
}

const namesIn = (options: readonly unknown[] = []): string[] =>
	options.filter((it) => typeof it === 'string');

/** Without what lets it be left out. */
const innermost = (schema: Schema): Schema => (schema.wrapped ? innermost(schema.wrapped) : schema);
