import { describe, expect, test } from 'vitest';
import { readingOf } from './reading-of.ts';

/** A guide's page in Spanish, as it is written on a phone. */
function aPage(): Element {
	document.body.innerHTML = `<div lang="es"><article><div class="first">
		<header><h1>Oficiales en su puerta</h1><p class="meta">Al 1 de enero</p>
			<p class="label"><svg></svg><span>Traducción en borrador <a href="/en/" lang="en">English</a></span></p></header>
		<section><h2 class="unseen">Haga esto</h2><ol data-steps>
			<li><span class="tile"></span><div>No abra. <span class="rest">No tiene que abrir.</span>
				<div class="english" lang="en">Do not open. You need not.</div></div></li>
			<li><div>Llame al <bdi dir="ltr">311</bdi>.</div></li></ol></section>
		<div class="pin"><a class="call" href="tel:311">Llame</a></div>
		<section class="say"><h2>Diga</h2><div class="line"><div>
			<blockquote lang="en">“Please wait.”</blockquote><div class="own">«Espere.»</div></div>
			<button>Mostrar</button><p class="meta" role="status"></p></div></section>
	</div><aside>Por qué</aside></article></div>`;
	return document.querySelector('article') ?? document.body;
}

describe('readingOf', () => {
	test('says the label of a draft first, then the page in its order, in one language', () => {
		expect(readingOf(aPage(), 'es').map(({ text }) => text)).toEqual([
			'Traducción en borrador',
			'Oficiales en su puerta',
			'No abra.',
			'No tiene que abrir.',
			'Llame al 311.',
			'Diga',
			'«Espere.»'
		]);
	});

	test('knows the step of a sentence, and the heading of what follows', () => {
		const places = readingOf(aPage(), 'es').map(({ step, under }) => step ?? under);
		expect(places).toEqual([undefined, undefined, 1, 1, 2, 'Diga', 'Diga']);
	});

	test('knows the line of a recording that a sentence is in', () => {
		const lines = readingOf(aPage(), 'es').map(
			({ line }) => line && `${line.block} ${line.number}`
		);
		const steps = ['do 0', 'do 1', 'do 1', 'do 2'];
		expect(lines).toEqual([undefined, ...steps, 'say 0', 'say 1']);
	});

	test('finds each sentence again where it stands on the page', () => {
		for (const { text, range } of readingOf(aPage(), 'es')) {
			expect(range.toString().replaceAll(/\s+/g, ' ')).toBe(text);
		}
	});
});
