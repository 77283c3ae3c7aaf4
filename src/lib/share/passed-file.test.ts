import { describe, expect, test } from 'vitest';
import { toBytes } from '#lib/trust/bytes.ts';
import {
	formatPassedEdition,
	MAX_PASSED_BYTES,
	parsePassedEdition,
	type PassedEdition
} from './passed-file.ts';

const edition: PassedEdition = {
	lang: 'es',
	article: undefined,
	proof: new Map([['head.json', '{"type":"head"}\n{"version":1}']]),
	lines: ['{"html":"<li>a &amp; b &lt;</li></template>"}', '{"word":"“ñ” مرحبا 😀"}']
};
const page = (inside: string): string => `<!doctype html><p>Text</p>${inside}<p>more</p>`;

describe('a passed edition', () => {
	test('comes out of the page as it went in, whatever it is made of', () => {
		const parsed = parsePassedEdition(toBytes(page(formatPassedEdition(edition))));
		expect(parsed).toEqual({ ok: true, value: edition });
	});

	test('cannot leave its template, nor open an element in it', () => {
		const inside = formatPassedEdition(edition).split('\n').slice(1, -1).join('\n');
		expect(inside).not.toContain('<');
	});

	test('survives a program that writes lines as Windows does', () => {
		const text = page(formatPassedEdition(edition)).replaceAll('\n', '\r\n');
		expect(parsePassedEdition(toBytes(text))).toMatchObject({ ok: true });
	});

	test('is not in just any file', () => {
		for (const text of [
			'',
			'<html></html>',
			page('<template id="handrail-edition">\n</template>'),
			page('<template id="handrail-edition">\n{"handrail":2}\n</template>'),
			page(formatPassedEdition({ ...edition, proof: new Map([['../secret', '']]) })),
			page(formatPassedEdition({ ...edition, article: 'guide/<b>' }))
		]) {
			expect(parsePassedEdition(toBytes(text))).toEqual({ ok: false, code: 'not-handrail' });
		}
		expect(parsePassedEdition(new Uint8Array([0xff, 0xfe, 0x00]))).toMatchObject({
			code: 'not-handrail'
		});
	});

	test('is not looked for in more than 8 MB', () => {
		const bytes = new Uint8Array(MAX_PASSED_BYTES + 1);
		expect(parsePassedEdition(bytes)).toEqual({ ok: false, code: 'too-large' });
	});
});
