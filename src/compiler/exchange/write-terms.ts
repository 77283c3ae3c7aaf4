import type { ExchangeFile } from './exchange-file.ts';
import { join } from './placeholders.ts';

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/**
 * The words that readers learn, as a glossary in CSV with the columns that Weblate imports. A draft is among
 * them, and says so: one concept has one word in the drafts, too.
 */
export function writeTerms({ texts }: ExchangeFile): string {
	const rows = texts.flatMap(({ name, units }) => {
		const find = (field: string) => units.find((unit) => unit.name === `${name}#${field}`);
		const term = find('term');
		if (!name.startsWith('term/') || !term?.target) return [];
		const state = term.isChecked ? '' : 'A draft: no second person has checked it.';
		return [[join(term.source), join(term.target), join(find('plain')?.source ?? []), state]];
	});
	const head = ['source', 'target', 'developer_comments', 'translator_comments'];
	return [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
