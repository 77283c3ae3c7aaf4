import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { packPath } from '#lib/edition/address/published-paths.ts';
import { checkedHtml } from '#lib/reader/text/safe-html.ts';
import { parseCarriedEdition } from '#lib/share/file/carried-edition.ts';
import { judgeShown } from '#lib/share/file/shown-page.ts';
import { toBytes } from '#lib/trust/signed/bytes.ts';
import { textsOf } from '#tests/support/phone/texts.ts';
import { readPublished } from '../compiler/publish/read-published.ts';
import { readingFiles } from './reading-files.ts';

const FOLDER = 'static/published';

test('each file is the one that a phone in that language would save', () => {
	const whole = readPublished(FOLDER);
	if (!whole) throw new Error('npm run edition:build');
	const edition = whole.edition.content;
	const some = edition.languages.filter(({ lang }) => ['en', 'ar'].includes(lang));
	const content = { ...edition, languages: some };
	const two = { ...whole, edition: { ...whole.edition, content } };

	const files = readingFiles(FOLDER, two, textsOf, 'app');
	expect(files.map(({ lang }) => lang)).toEqual(['en', 'ar']);
	for (const [index, { lang, name, html }] of files.entries()) {
		expect(name).toBe(`handrail-${lang}-${String(edition.version)}.html`);
		const page = toBytes(html);
		const carried = parseCarriedEdition(page);
		if (!carried.ok) throw new Error(carried.code);
		const { lines } = carried.value;
		// the signed edition, whole
		const pack = readFileSync(`${FOLDER}/${packPath(some[index]?.pack.sha256 ?? '')}`, 'utf8');
		expect(lines.join('\n')).toBe(pack);
		// a phone makes the page anew and compares, as after "Open a file"
		const signed = { edition, lines };
		const opened = { page, carried: carried.value, signed, app: 'app', checked: checkedHtml };
		expect(judgeShown(textsOf(lang), opened)).toBe('signed');
	}
});
