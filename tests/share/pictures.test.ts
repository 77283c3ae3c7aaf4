import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { Guide } from '#lib/edition/article.ts';
import { drawPicture, HEIGHT, WIDTH, type Pen } from '#lib/share/picture/draw-picture.ts';
import { toPicture, wordsOf } from '#lib/share/picture/picture.ts';
import { textsOf } from '#tests/support/phone/texts.ts';
import { sampleLanguages } from '#tests/support/sample.ts';
import { compileContent } from '../../src/compiler/compile/compile-edition.ts';
import { parseCorpus } from '../../src/compiler/read/parse-corpus.ts';
import { readSources } from '../../src/compiler/read/read-sources.ts';

interface Drawn {
	readonly text: string;
	readonly x: number;
	readonly y: number;
	readonly size: number;
	readonly width: number;
	readonly align: CanvasTextAlign;
	readonly direction: CanvasDirection;
}

/** Letters are as wide as in the phones' own fonts, or a little wider: Han a square, others half of one. */
const widthOf = (text: string, size: number): number =>
	[...text].reduce(
		(sum, it) => sum + (/\p{Script=Han}|\p{Script=Hangul}/u.test(it) ? 1 : 0.56),
		0
	) * size;

/** What is drawn, by everything that a canvas is told. */
function record(draw: (pen: Pen) => void): Drawn[] {
	const drawn: Drawn[] = [];
	const state = { font: '', textAlign: 'start', direction: 'inherit' } as {
		font: string;
		textAlign: CanvasTextAlign;
		direction: CanvasDirection;
	};
	const size = (): number => Number(/ ([\d.]+)px/.exec(state.font)?.[1]);
	const nothing = (): undefined => undefined;
	const pen = Object.assign(state, {
		...{ fillRect: nothing, fill: nothing, stroke: nothing },
		...{ save: nothing, restore: nothing, translate: nothing, scale: nothing },
		measureText: (text: string) => ({ width: widthOf(text, size()) }),
		fillText(text: string, x: number, y: number) {
			const { textAlign: align, direction } = state;
			drawn.push({ text, x, y, size: size(), width: widthOf(text, size()), align, direction });
		}
	});
	draw(pen as unknown as Pen);
	return drawn;
}

/** A browser draws a path as far as it can read it. */
function toPath(d: string): Path2D {
	const number = String.raw`-?(\d+\.?\d*|\.\d+)`;
	expect(d).toMatch(new RegExp(`^([MLHVCSAaclhmsvzZ]|[\\s,]|${number})+$`, 'i'));
	return {} as Path2D;
}

const edition = {
	version: 12,
	issued: '2026-11-29T12:00:00Z',
	publisher: { name: 'A', address: 'https://handrail.example', licence: 'CC', isDemo: false }
};
const languages = new Set<string>([...sampleLanguages(), 'ar']);
const content = compileContent(parseCorpus(readSources({ content: 'src/content' }).value).value);
const guides = [...content.files]
	.filter(([path]) => path.startsWith('blob/'))
	.map(([, text]): unknown => JSON.parse(text))
	.flatMap((it) => {
		const { success, output } = v.safeParse(Guide, it);
		return success && languages.has(output.lang) ? [output] : [];
	});
const plain = (text: string): string => text.replaceAll(/[\s\u2066\u2069]/g, '');

describe('the picture of a guide', () => {
	const pictures = guides.map((guide) => {
		const t = textsOf(guide.lang);
		const picture = toPicture(t, { guide, edition, lang: guide.lang });
		const drawn = record((pen) => {
			drawPicture(pen, toPath, picture);
		});
		return { guide, t, picture, drawn, what: `${guide.lang} ${guide.slug}` };
	});

	test('has every word, in its order: labels, steps, number, weak point, date, address', () => {
		expect(pictures.length).toBeGreaterThan(50);
		for (const { guide, t, picture, drawn, what } of pictures) {
			const seen = plain(drawn.map(({ text }) => text).join(' '));
			const words = [
				picture.title,
				picture.asOf,
				picture.edition,
				...picture.labels,
				...picture.steps.flatMap(({ text, english = '' }) => [text, english]),
				picture.number?.display ?? '',
				picture.weak,
				picture.notAdvice,
				`handrail.example/g/${guide.slug}`
			];
			for (const word of words) expect(seen, what).toContain(plain(word));
			expect(seen.includes(plain(t('draft_label'))), what).toBe(guide.lang !== 'en');
		}
	});

	test('runs out on no side, and no line lies on another', () => {
		for (const { drawn, what } of pictures) {
			for (const { x, y, size, width, align } of drawn) {
				const left = align === 'right' ? x - width : align === 'center' ? x - width / 2 : x;
				expect(left, what).toBeGreaterThanOrEqual(0);
				expect(left + width, what).toBeLessThanOrEqual(WIDTH);
				expect(y - size * 0.7, what).toBeGreaterThan(0);
				expect(y, what).toBeLessThan(HEIGHT);
			}
			const rows = drawn.filter(({ align }) => align !== 'center').sort((a, b) => a.y - b.y);
			for (const [index, row] of rows.entries()) {
				const next = rows[index + 1];
				// two on one line stand on its two sides
				if (!next || next.align !== row.align) continue;
				expect(next.y - row.y, `${what}: ${row.text} / ${next.text}`).toBeGreaterThan(
					next.size * 0.75
				);
			}
		}
	});

	test('is written in the direction of its language, its English from left to right', () => {
		for (const lang of ['ar', 'en'] as const) {
			const { guide, drawn } = pictures.find((it) => it.guide.lang === lang) ?? {};
			const title = drawn?.find(({ text }) => guide?.title.startsWith(text));
			expect(title).toMatchObject(
				lang === 'ar' ? { direction: 'rtl', align: 'right' } : { direction: 'ltr', align: 'left' }
			);
		}
	});

	test('tears no telephone number apart in a line from right to left', () => {
		const numbers = pictures
			.filter(({ guide }) => guide.lang === 'ar')
			.flatMap(({ drawn }) => drawn.filter(({ direction }) => direction === 'rtl'))
			.flatMap(({ text }) => text.match(/.?\d{3}-\d{3}-\d{4}.?/g) ?? []);
		expect(numbers.length).toBeGreaterThan(0);
		for (const number of numbers) expect(number).toMatch(/^\u2066[\d-]+\u2069$|^-[\d-]+\u2069$/);
	});

	test('goes out with the same words as a text', () => {
		for (const { picture, what } of pictures) {
			const words = wordsOf(picture);
			expect(words, what).not.toMatch(/[\u2066-\u2069]/);
			for (const { text } of picture.steps) expect(plain(words), what).toContain(plain(text));
			for (const label of picture.labels) expect(words, what).toContain(label);
			expect(words, what).toContain(picture.notAdvice);
			expect(words, what).toContain(picture.address);
		}
	});
});
