import { describe, expect, test } from 'vitest';
import type { Directive } from '#lib/edition/article.ts';
import { aDirective } from '#tests/support/publisher/fixture-articles.ts';
import { legislation } from './legislation.ts';

const aLaw = (overrides: Partial<Directive> = {}): Directive =>
	aDirective({
		form: 'law',
		officialName: 'Local Law 1 of 2026',
		issuer: 'New York City Council',
		level: 'city',
		confidence: 'high',
		status: 'in_force',
		statusAsOf: '2026-08',
		issuedOn: '2026-01-29',
		...overrides
	});
const none = (): undefined => undefined;
const forceOf = (overrides: Partial<Directive>): unknown =>
	(legislation(aLaw(overrides), none) as { legislationLegalForce?: string }).legislationLegalForce;

describe('legislation', () => {
	test('tells a law by its official name, maker, place, day, and the day we speak for', () => {
		expect(legislation(aLaw(), none)).toEqual({
			'@type': 'Legislation',
			name: 'Local Law 1 of 2026',
			legislationPassedBy: 'New York City Council',
			legislationJurisdiction: 'New York City',
			legislationDateVersion: '2026-08',
			legislationDate: '2026-01-29',
			legislationLegalForce: 'https://schema.org/InForce'
		});
	});

	test.each([
		['in_force_challenged', 'https://schema.org/InForce'],
		['partly_blocked', 'https://schema.org/PartiallyInForce'],
		['blocked', 'https://schema.org/NotInForce'],
		['proposed', 'https://schema.org/NotInForce'],
		['ended', 'https://schema.org/NotInForce']
	] as const)('a status %s is %s', (status, force) => {
		expect(forceOf({ status })).toBe(force);
	});

	test('legal force has no room for doubt: without high confidence it is not said', () => {
		expect(forceOf({ confidence: 'medium' })).toBeUndefined();
	});

	test('what our sources do not agree on is not called a law', () => {
		expect(legislation(aLaw({ status: 'unclear' }), none)).toBeUndefined();
		expect(legislation(aLaw({ confidence: 'low' }), none)).toBeUndefined();
	});

	test.each(['memo', 'guidance', 'court-ruling', 'explainer'] as const)(
		'a %s is no legislation',
		(form) => {
			expect(legislation(aLaw({ form }), none)).toBeUndefined();
		}
	);

	test('names the laws that it changes, and nothing that is no law', () => {
		const others = new Map([
			['old-law', aLaw({ officialName: 'Local Law 2 of 2017' })],
			['old-memo', aLaw({ form: 'memo' })]
		]);
		const law = aLaw({ amends: ['old-law', 'old-memo'] });
		expect(legislation(law, (slug) => others.get(slug))).toMatchObject({
			legislationChanges: [{ '@type': 'Legislation', name: 'Local Law 2 of 2017' }]
		});
	});
});
