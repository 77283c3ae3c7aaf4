import { expect, test } from 'vitest';
import type { HttpResponse } from '../ask/answer.ts';
import { aPdf } from '#tests/support/publisher/a-pdf.ts';
import { findQuote } from './find-quote.ts';
import { readAnswer } from './read-answer.ts';

const anAnswer = (
	body: string | Uint8Array,
	type = 'text/html; charset=utf-8',
	status = 200
): HttpResponse => ({
	url: 'https://host.example/page',
	status,
	statusText: '',
	headers: [['content-type', type]],
	body: typeof body === 'string' ? new TextEncoder().encode(body) : body
});
const read = (
	body: string | Uint8Array,
	{ type, status, quotes = [] }: { type?: string; status?: number; quotes?: string[] } = {}
) => readAnswer(anAnswer(body, type, status), quotes);

const article = 'The rule says that officers need the paper of a judge. '.repeat(30);

test('reads a page, and its article without menu and footer', async () => {
	const page = `<title>Rule</title><nav><a href="/">Home</a></nav><article><h1>Rule</h1><p>${article}</p></article><footer>© Agency</footer>`;
	const reading = await read(page);
	expect(reading.state === 'read' && reading.text).toContain('Home');
	expect(reading.state === 'read' && reading.main).not.toMatch(/Home|Agency/);
	expect(reading.state === 'read' && reading.main).toContain('paper of a judge');
});

test('keeps the words of two blocks apart, and those within a line together', async () => {
	const reading = await read(
		'<ul><li>One</li><li>two &amp; th<b>ree</b></li></ul><style>no</style>'
	);
	expect(reading).toMatchObject({ text: 'One\ntwo & three' });
});

test.each([
	['its header', '<p>caf\xe9 \x93x\x94</p>', 'text/html; charset=windows-1252'],
	['its own meta', '<meta charset="iso-8859-1"><p>caf\xe9 \x93x\x94</p>', 'text/html'],
	['its bytes, where both are wrong', '<meta charset="utf-8"><p>caf\xe9 \x93x\x94</p>', 'text/html']
])('reads a page in windows-1252, by %s', async (_by, page, type) => {
	const reading = await read(Buffer.from(page, 'latin1'), { type });
	expect(reading).toMatchObject({ text: 'café “x”' });
});

test.each([
	['a captcha', 'captcha', '<title>Just a moment...</title><p>Verifying you are human.</p>'],
	[
		'a captcha in an empty page',
		'captcha',
		'<script src="/hcaptcha.js"></script><p>One second</p>'
	],
	['a cookie wall', 'cookie-wall', '<p>We value your privacy. Accept all cookies to continue.</p>'],
	[
		'a page of scripts',
		'script-only',
		'<noscript>Please enable JavaScript.</noscript><div id=app></div>'
	],
	['an empty page of scripts', 'script-only', '<div id=app></div><script src="/app.js"></script>']
])('says that %s is no page', async (_what, why, page) => {
	expect(await read(page)).toMatchObject({ state: 'unreadable', why });
});

test('reads a page with a banner about cookies, long or with the quote', async () => {
	const banner = '<p>We use cookies. Accept all cookies to continue.</p>';
	expect(await read(`${banner}<p>${article}</p>`)).toMatchObject({ state: 'read' });
	const short = `${banner}<p>Keep the doors closed.</p>`;
	expect(await read(short, { quotes: ['keep the doors closed'] })).toMatchObject({ state: 'read' });
	expect(await read(short)).toMatchObject({ why: 'cookie-wall' });
});

test('tells a page that is gone from one that is refused', async () => {
	expect(await read('gone', { status: 410 })).toEqual({ state: 'missing', status: 410 });
	expect(await read('<p>Access denied</p>', { status: 403 })).toMatchObject({ why: 'refused' });
	const captcha = '<title>Attention Required!</title>';
	expect(await read(captcha, { status: 403 })).toMatchObject({ why: 'captcha' });
});

test('reads a PDF, whatever it is called', async () => {
	const reading = await read(aPdf('Keep the doors closed.'), { type: 'application/octet-stream' });
	expect(reading.state === 'read' && findQuote('keep the doors closed', reading.text)).toBe(true);
});

test('says that a PDF has no text, or is none', async () => {
	const why = 'pdf-without-text';
	expect(await read(aPdf(''), { type: 'application/pdf' })).toMatchObject({ why });
	expect(await read('%PDF-1.4 broken', { type: 'application/pdf' })).toMatchObject({ why });
});

test('reads plain text, and no pictures', async () => {
	expect(await read('a  b', { type: 'text/plain' })).toMatchObject({ state: 'read', main: 'a b' });
	expect(await read('GIF', { type: 'image/gif' })).toMatchObject({ why: 'wrong-type' });
});
