import { textsIn, type Corpus, type SmallText } from '../../read/corpus.ts';
import { lastDay } from '../../base/days.ts';
import { problemAt, type Diagnostic } from '../../base/diagnostic.ts';
import type { ChangeFront, ContactFront } from '../../read/front-matter.ts';

/** The most terms of the glossary. */
const MOST_TERMS = 15;

/** Contacts, terms, change notes and sources, where a schema cannot tell. */
export function* checkSmallKinds(corpus: Corpus): Generator<Diagnostic> {
	for (const contact of textsIn(corpus.contacts, 'en')) yield* checkContact(contact);
	for (const change of textsIn(corpus.changes, 'en')) yield* checkChange(change);

	const terms = textsIn(corpus.terms, 'en');
	const beyond = terms[MOST_TERMS];
	if (beyond) {
		const problem = `the glossary has ${String(terms.length)} terms`;
		yield problemAt(beyond, 1, problem, `Keep to ${String(MOST_TERMS)}: take one out.`);
	}
	for (const source of corpus.sources.values()) {
		const { docDate, retrievedOn } = source.fields;
		if (docDate === null || docDate <= lastDay(retrievedOn)) continue;
		const problem = `docDate ${docDate} is after the day it was read`;
		yield problemAt(source, source.lineOf(['docDate']), problem, 'Correct one of the two.');
	}
}

function* checkContact(contact: SmallText<ContactFront>): Generator<Diagnostic> {
	const { showAs, phone, url, display = '', hours } = contact.fields;
	const line = contact.lineOf(['showAs']);
	if (showAs === 'call' && phone === null) {
		yield problemAt(contact, line, 'showAs is "call", but there is no phone', 'Write link.');
	}
	if (showAs === 'link' && url === undefined) {
		yield problemAt(contact, line, 'showAs is "link", but there is no url', 'Add the url.');
	}
	// what is shown is what is dialled: ten digits of a US number without its country code
	const shown = display.replaceAll(/\D/g, '');
	if (phone !== null && display && !shown.includes(phone.replace(/^\+1|\D/g, ''))) {
		const problem = `display "${display}" is not the number ${phone}`;
		yield problemAt(contact, contact.lineOf(['display']), problem, 'Correct one of the two.');
	}
	for (const [index, { open, close }] of (hours ?? []).entries()) {
		if (open < close) continue;
		const problem = `it opens at ${open} and closes at ${close}`;
		const remedy = 'Write the time where the site is, 24 hours, one row for each part of a day.';
		yield problemAt(contact, contact.lineOf(['hours', index]), problem, remedy);
	}
}

function* checkChange(change: SmallText<ChangeFront>): Generator<Diagnostic> {
	const { slug, date, importance, notify } = change.fields;
	if (!slug.startsWith(date)) {
		const problem = `date is ${date}, but the slug begins with another`;
		yield problemAt(change, change.lineOf(['date']), problem, 'Make them the same.');
	}
	if (importance === 'minor' && notify !== 'none') {
		const remedy = 'Write none: only a major change may notify.';
		yield problemAt(change, change.lineOf(['notify']), 'a minor change cannot notify', remedy);
	}
}
