import type { HttpResponse } from '../ask/answer.ts';
import { decodeText } from './decode-text.ts';
import { findQuote } from './find-quote.ts';
import { findWall } from './find-wall.ts';
import { readHtml, tidy } from './read-html.ts';
import { readPdf } from './read-pdf.ts';
import type { Reading } from './reading.ts';

/**
 * Reads what a host answered. With one of the quotes on it a page is read, even if it looks like a
 * wall: banners about cookies stand on most pages.
 */
export async function readAnswer(
	response: HttpResponse,
	quotes: readonly string[]
): Promise<Reading> {
	const { status, body } = response;
	const type = headerOf(response, 'content-type').toLowerCase();
	if (status === 404 || status === 410) return { state: 'missing', status };
	if (status >= 400) {
		const page = /html|^$/.test(type) ? readHtml(decodeText(body, type), response.url) : undefined;
		const isCaptcha = page && findWall(page, decodeText(body, type)) === 'captcha';
		return unreadable(isCaptcha ? 'captcha' : 'refused', `status ${String(status)}`);
	}
	// by its first bytes: some hosts call a PDF a stream of octets
	if (isPdf(body)) return pdfReading(body);
	if (type.startsWith('text/plain')) {
		const text = tidy(decodeText(body, type));
		return { state: 'read', text, main: text };
	}
	const isHtml = /html/.test(type) || (type === '' && looksLikeHtml(body));
	if (!isHtml) return unreadable('wrong-type', type || 'no content type');

	const html = decodeText(body, type);
	const page = readHtml(html, response.url);
	const wall = findWall(page, html);
	if (wall !== undefined && !quotes.some((quote) => findQuote(quote, page.text))) {
		return unreadable(wall, page.title);
	}
	return { state: 'read', text: page.text, main: page.main };
}

async function pdfReading(body: Uint8Array): Promise<Reading> {
	const text = await readPdf(body);
	if (text === undefined) return unreadable('pdf-without-text', 'it cannot be opened');
	if (text === '') return unreadable('pdf-without-text', 'it has no text, as a scan');
	return { state: 'read', text, main: text };
}

const unreadable = (
	why: Extract<Reading, { state: 'unreadable' }>['why'],
	detail: string
): Reading => ({ state: 'unreadable', why, detail });

/** A header of an answer; empty where it has none. */
export const headerOf = ({ headers }: HttpResponse, name: string): string =>
	headers.find(([key]) => key === name)?.[1] ?? '';

const isPdf = (body: Uint8Array): boolean =>
	new TextDecoder('latin1').decode(body.subarray(0, 1024)).includes('%PDF-');

const looksLikeHtml = (body: Uint8Array): boolean =>
	/<(?:!doctype html|html|head|body)\b/i.test(
		new TextDecoder('latin1').decode(body.subarray(0, 1024))
	);
