import { expect, test } from 'vitest';
import { spreadLanguage } from './spread-language.ts';

async function written(markup: string): Promise<string | undefined> {
	const processed = await spreadLanguage.markup?.({ content: markup, filename: 'A.svelte' });
	return processed?.code;
}

test.each([
	['<p {...own}>', '<p lang={own.lang} dir={own.dir}>'],
	[
		"<p {...inLanguage(of(a, 'b'), t.lang)}>",
		"<p lang={inLanguage(of(a, 'b'), t.lang).lang} dir={inLanguage(of(a, 'b'), t.lang).dir}>"
	]
])('what tells the language of an element is two attributes: %s', async (markup, expected) => {
	expect(await written(markup)).toBe(expected);
});

test.each(['<Row {...own_props} />', '<Row {...phone && { phone }} />', '{ ...own }'])(
	'nothing else is touched: %s',
	async (markup) => {
		expect(await written(markup)).toBe(markup);
	}
);
