import type { BodyText, Corpus } from '../../read/corpus.ts';
import { problemAt, type Diagnostic } from '../../base/diagnostic.ts';
import { inLine } from '../../base/fix.ts';
import { parseLink } from '../../text/links.ts';
import { didYouMean, nearestFix } from '../../base/nearest.ts';
import { unitsOf, type Unit } from '../../read/parse-body.ts';

/** Links and contacts in running text lead somewhere. */
export function* checkLinks(corpus: Corpus): Generator<Diagnostic> {
	for (const body of corpus.bodies) {
		for (const block of body.blocks) {
			for (const unit of unitsOf(block)) {
				yield* checkUrls(body, unit, corpus);
				yield* checkContact(body, unit, block.anchor, corpus);
			}
		}
	}
}

const FORMS = 'Write https://…, guide:<slug>, directive:<slug> or contact.';

function* checkUrls(body: BodyText, unit: Unit, corpus: Corpus): Generator<Diagnostic> {
	for (const { line, url } of unit.links) {
		const target = parseLink(url);
		if (!target) {
			yield problemAt(body, line, `a link to "${url}" is not allowed`, FORMS);
			continue;
		}
		if (!('slug' in target) || corpus.known.has(`${target.to}/${target.slug}`)) continue;
		const family = target.to === 'guide' ? corpus.guides : corpus.directives;
		const remedy = `${didYouMean(target.slug, family.keys())}Write it, or take the link out.`;
		const fixes = nearestFix(target.slug, family.keys(), (best) =>
			inLine(`${target.to}:${target.slug}`, `${target.to}:${best}`)
		);
		yield problemAt(body, line, `there is no ${target.to} "${target.slug}"`, remedy, fixes);
	}
}

/** `contact:<slug>` stands for a whole contact, alone on a line of {#call}. */
function* checkContact(
	body: BodyText,
	{ text, line }: Unit,
	anchor: string,
	{ contacts, known }: Corpus
): Generator<Diagnostic> {
	for (const [words, slug = ''] of text.matchAll(/\bcontact:([a-z0-9-]*)/g)) {
		if (anchor !== 'call' || words !== text) {
			const remedy = 'Put it alone on a line of {#call}, or name the contact in words.';
			yield problemAt(body, line, `"${words}" stands inside running text`, remedy);
		} else if (!known.has(`contact/${slug}`)) {
			const remedy = `${didYouMean(slug, contacts.keys())}The contacts are in contacts/.`;
			const fixes = nearestFix(slug, contacts.keys(), (best) => inLine(words, `contact:${best}`));
			yield problemAt(body, line, `there is no contact "${slug}"`, remedy, fixes);
		}
	}
}
