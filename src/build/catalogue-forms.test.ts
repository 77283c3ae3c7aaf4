import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SOURCES, type Texts } from './compile-messages.ts';

/**
 * The plural forms that translate-toolkit, and so Weblate, keeps of a language: those of whole numbers,
 * millions too. It writes a form that is missing as an empty one, and drops any other.
 */
function formsOf(tag: string): string[] {
	// Haitian Creole has no rules in ICU. The toolkit gives it two forms
	const [known = 'en'] = Intl.PluralRules.supportedLocalesOf(tag);
	const rules = new Intl.PluralRules(known);
	const counts = [...Array.from({ length: 201 }, (_, count) => count), 1_000_000];
	return [...new Set(counts.map((count) => rules.select(count)))].sort();
}

const FORM = /^(.+)_(zero|one|two|few|many|other)$/;

const tags = readdirSync(SOURCES)
	.filter((name) => name.endsWith('.json'))
	.map((name) => name.slice(0, -'.json'.length));

test.each(tags)('every plural of %s has the forms that Weblate writes, and no other', (tag) => {
	const texts = JSON.parse(readFileSync(`${SOURCES}/${tag}.json`, 'utf8')) as Texts;
	const forms = new Map<string, string[]>();
	for (const key of Object.keys(texts)) {
		const [, base, form = ''] = FORM.exec(key) ?? [];
		if (base !== undefined) forms.set(base, [...(forms.get(base) ?? []), form].sort());
	}
	expect(forms.size).toBeGreaterThan(0);
	for (const [base, own] of forms) expect({ [base]: own }).toEqual({ [base]: formsOf(tag) });
});
