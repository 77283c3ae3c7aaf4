import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { edited, goodSources, parsed, written } from '#tests/support/publisher/content-fixture.ts';
import { checkWords } from './check-words.ts';

/** The first site's bans: what it may not say of its own place is said there, not in code. */
const OWN_BANS = readFileSync('src/content/site.json', 'utf8');

/** What is said about a sentence, put into the background or under "not confirmed". */
function said(lang: 'en' | 'es', sentence: string, place: 'why' | 'unconfirmed' = 'why'): string[] {
	const from = {
		en: { why: 'A city rule says who may come in.', unconfirmed: 'One page says the rule will' },
		es: { why: 'Una regla de la ciudad dice quién', unconfirmed: 'Una página dice que la regla va' }
	}[lang][place];
	const file = `guides/front-door/${lang}.md`;
	const good = written(goodSources(), 'site.json', OWN_BANS);
	const sources = edited(good, file, { from, to: `${sentence} ${from}` });
	return [...checkWords(parsed(sources))].map(({ problem }) => problem);
}

const not = (what: string, words: string): string[] => [`the ${what} "${words}" is not allowed`];

describe('in English', () => {
	test.each([
		['The rule is safe.', 'safe'],
		['This is guaranteed.', 'guaranteed'],
		['Police will never ask.', 'Police will never'],
		['No one can come in.', 'No one can'],
		['There was a raid.', 'raid'],
		['It is a sanctuary city.', 'sanctuary'],
		['It is for illegal immigrants.', 'illegal'],
		['It is a U.S. law.', 'U.S.'],
		['Federal agents came.', 'Federal agents'],
		['Ask for their consent.', 'consent'],
		['Ask an attorney.', 'attorney'],
		['It is a deportation order.', 'deportation order'],
		['They left the non-public area.', 'non-public area']
	])('"%s" has a word that is not ours', (sentence, words) => {
		expect(said('en', sentence)).toEqual(not('word', words));
	});

	test.each([
		'Hide.',
		'Run away.',
		'Lie to them.',
		'Drive off.',
		'Block the officers.',
		'Destroy your papers.',
		'Use false papers.',
		'Unlock your phone.',
		'Skip your court date.',
		'Keep filming.',
		'Sign the form without a lawyer.',
		'Pay a "notario" today.'
	])('"%s" is advice that we never give', (sentence) => {
		expect(said('en', sentence)).toHaveLength(1);
		expect(said('en', sentence)[0]).toMatch(/^the advice /);
		const negated = sentence.charAt(0).toLowerCase() + sentence.slice(1);
		expect(said('en', `Do not ${negated}`)).toEqual([]);
	});

	test.each([
		'Birthright citizenship has ended.',
		'ICE cannot enter schools.',
		'Officers enter a school only with a judge’s warrant.',
		'The NYPD never honors requests.',
		'The NYPD got 35 ICE hold requests and took none.',
		"Without a judge's warrant ICE cannot come in.",
		'State law now requires it.',
		'See City Executive Order 170.',
		'See Patrol Guide 212-66.',
		'Call the Borough Safety Director.'
	])('"%s" is a claim that we do not make', (sentence) => {
		expect(said('en', sentence).some((it) => it.startsWith('the claim '))).toBe(true);
	});
});

describe('in Spanish', () => {
	test.each([
		['Es un lugar seguro.', 'lugar seguro'],
		['Está garantizado.', 'garantizado'],
		['El NYPD jamás pregunta.', 'NYPD jamás'],
		['Nadie puede entrar.', 'Nadie puede'],
		['Hubo una redada.', 'redada'],
		['Es una ciudad santuario.', 'santuario'],
		['Pida una orden judicial.', 'orden judicial'],
		['Es una orden administrativa.', 'orden administrativa'],
		['Vinieron agentes federales.', 'agentes'],
		['Pida su consentimiento.', 'consentimiento'],
		['Es una orden de expulsión.', 'orden de expulsión'],
		['Vaya al tribunal.', 'tribunal'],
		['ICE mandó un detainer.', 'detainer'],
		['Es una zona restringida.', 'zona restringida'],
		['Llame al oficial de seguridad.', 'oficial de seguridad'],
		['Nombre un tutor suplente.', 'tutor suplente'],
		['Es una directriz.', 'directriz'],
		['Pregunte a un licenciado.', 'licenciado']
	])('"%s" has a word that is not ours', (sentence, words) => {
		expect(said('es', sentence)).toEqual(not('word', words));
	});

	test('the school safety agent and the safety of the public are good words', () => {
		expect(said('es', 'El agente de seguridad escolar cuida la seguridad pública.')).toEqual([]);
	});

	test.each([
		'Escóndase.',
		'Huya.',
		'Mienta.',
		'Toque al oficial.',
		'Rompa los papeles.',
		'Use papeles falsos.',
		'Entregue su teléfono.',
		'Falte a su audiencia.',
		'Siga grabando.',
		'Firme el papel sin un abogado.',
		'Pague a un "notario" hoy.'
	])('"%s" is advice that we never give', (sentence) => {
		expect(said('es', sentence)[0]).toMatch(/^the advice /);
	});

	test.each([
		'Se acabó la ciudadanía por nacimiento.',
		'ICE no puede entrar en las escuelas.',
		'Los oficiales entran a una escuela solo con una orden firmada por un juez.',
		'El NYPD nunca cumple.',
		'Hubo 35 solicitudes y no aceptó ninguna.',
		'Sin una orden firmada por un juez ICE no puede entrar.',
		'La ley estatal ahora exige esto.',
		'Es la orden ejecutiva 170 de la ciudad.',
		'Vea la guía de patrulla 212-66.',
		'Llame al Borough Safety Director.'
	])('"%s" is a claim that we do not make', (sentence) => {
		expect(said('es', sentence).some((it) => it.startsWith('the claim '))).toBe(true);
	});
});

test('what is only not confirmed may be named where it is said to be so', () => {
	expect(said('en', 'It says 35 ICE hold requests and none taken.', 'unconfirmed')).toEqual([]);
	expect(said('es', 'Dice 35 solicitudes y ninguna aceptada.', 'unconfirmed')).toEqual([]);
});
