import { describe, expect, test } from 'vitest';
import { toBytes } from '#lib/trust/signed/bytes.ts';
import {
	formatCarriedEdition,
	MAX_FILE_BYTES,
	parseCarriedEdition,
	type CarriedEdition
} from './carried-edition.ts';

const edition: CarriedEdition = {
	lang: 'es',
	article: undefined,
	proof: new Map([['head.json', '{"type":"head"}\n{"version":1}']]),
	lines: ['{"html":"<li>a &amp; b &lt;</li></template>"}', '{"word":"“ñ” مرحبا 😀"}']
};
const page = (inside: string): string => `<!doctype html><p>Text</p>${inside}<p>more</p>`;

describe('a carried edition', () => {
	test('comes out of the page as it went in, whatever it is made of', () => {
		const parsed = parseCarriedEdition(toBytes(page(formatCarriedEdition(edition))));
		expect(parsed).toEqual({ ok: true, value: edition });
	});

	test('cannot leave its template, nor open an element in it', () => {
		const inside = formatCarriedEdition(edition).split('\n').slice(1, -1).join('\n');
		expect(inside).not.toContain('<');
	});

	test('survives a program that writes lines as Windows does', () => {
		const text = page(formatCarriedEdition(edition)).replaceAll('\n', '\r\n');
		expect(parseCarriedEdition(toBytes(text))).toMatchObject({ ok: true });
	});

	test('is not in just any file', () => {
		for (const text of [
			'',
			'<html></html>',
			page('<template id="handrail-edition">\n</template>'),
			page('<template id="handrail-edition">\n{"handrail":2}\n</template>'),
			page(formatCarriedEdition({ ...edition, proof: new Map([['../secret', '']]) })),
			page(formatCarriedEdition({ ...edition, article: 'guide/<b>' }))
		]) {
			expect(parseCarriedEdition(toBytes(text))).toEqual({ ok: false, code: 'not-handrail' });
		}
		expect(parseCarriedEdition(new Uint8Array([0xff, 0xfe, 0x00]))).toMatchObject({
			code: 'not-handrail'
		});
	});

	test('is not looked for in more than 8 MB', () => {
		const bytes = new Uint8Array(MAX_FILE_BYTES + 1);
		expect(parseCarriedEdition(bytes)).toEqual({ ok: false, code: 'too-large' });
	});
});
