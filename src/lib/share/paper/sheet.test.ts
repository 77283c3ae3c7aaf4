import { describe, expect, test } from 'vitest';
import { textsOf } from '#tests/support/phone/texts.ts';
import { aContact, aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { englishOf } from './english-of.ts';
import { linesToHand, toSheet } from './sheet.ts';

const edition = {
	version: 7,
	issued: '2026-11-24T12:00:00Z',
	publisher: { name: 'A', address: 'https://a.example/', licence: 'CC', isDemo: false }
};
const draft = { state: 'draft', isDraft: true, on: '2026-11-24' } as const;
const say = (...items: readonly string[]) =>
	({ heading: 'Say', items: items.map((html) => ({ html })) }) as const;

describe('a sheet', () => {
	const es = aGuide({ lang: 'es', translation: draft, isApproved: false });
	const made = (guide = es, english = aGuide()) =>
		toSheet(textsOf('es'), textsOf('en'), { guide, english, edition, lang: 'es' });

	test('has its labels: a draft, no advice, no lawyer, not approved', () => {
		const t = textsOf('es');
		expect(made().labels).toEqual([
			t('draft_label'),
			t('not_advice'),
			t('lawyer_none'),
			t('not_approved')
		]);
	});

	test('has its dates, and the short address alone', () => {
		const { dates, address } = made();
		expect(dates.join(' ')).toContain('24 de noviembre de 2026');
		expect(dates.join(' ')).toContain('7');
		expect(address).toBe('a.example/g/school-bus');
	});

	test('has the number of the first contact that answers a phone', () => {
		const call = { heading: 'Llame', items: [{ html: 'A su vecino.' }, { contact: aContact() }] };
		expect(made(aGuide({ lang: 'es', call })).number?.display).toBe(aContact().display);
	});

	test('has no English beside it where the phone has none, or where it is English', () => {
		expect(made().english?.lang).toBe('en');
		expect(made(es, es).english).toBeUndefined();
		expect(made(aGuide()).english).toBeUndefined();
	});
});

describe('what is handed over', () => {
	test('is what everybody says to whoever stands there, in English', () => {
		const guide = aGuide({
			lang: 'es',
			say: {
				heading: 'Diga',
				items: [
					{ html: '"No doy permiso."', english: '"I do not consent."' },
					{ html: 'Si es cierto: "Tengo hijos."', english: 'If true: "I have children."' }
				]
			}
		});
		expect(linesToHand(guide)).toEqual(['"I do not consent."']);
	});

	test('is what not to do, where nothing is to be said', () => {
		const guide = aGuide({ say: say('To the hotline: "Help."'), dont: say('Do not sign.') });
		expect(linesToHand(guide)).toEqual(['Do not sign.']);
	});
});

test('the English beside an item is its own, or that of the same place in a text of as many', () => {
	const own = { heading: '', items: [{ html: 'Uno', english: 'One' }, { html: 'Dos' }] };
	expect(englishOf(own, undefined, 0)).toBe('One');
	expect(englishOf(own, say('A', 'B'), 1)).toBe('B');
	expect(englishOf(own, say('A', 'B', 'C'), 1)).toBeUndefined();
});
