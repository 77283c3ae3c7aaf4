import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { articleHash, fieldsHash } from './text-hash.ts';

const words = { title: 'A title', summary: 'A summary.' };
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

test('is the SHA-256 of title, summary and body', () => {
	expect(articleHash(words, '## Do {#do}\n1. Wait. {1.01}\n')).toBe(
		hash('A title\nA summary.\n## Do\n1. Wait.')
	);
});

test.each([
	['another marker', '1. Wait. {1.02, practice}'],
	['spaces at the ends of lines', '1. Wait. {1.01}  \t'],
	['the line ends of Windows', '\r\n1. Wait. {1.01}\r\n'],
	['blank lines around the body', '\n\n1. Wait. {1.01}\n\n']
])('does not change with %s', (_name, body) => {
	expect(articleHash(words, body)).toBe(articleHash(words, '1. Wait. {1.01}'));
});

test('does not change with the form of an accent', () => {
	const [composed, parted] = ['é', 'e\u0301'];
	expect(articleHash({ ...words, title: parted }, parted)).toBe(
		articleHash({ ...words, title: composed }, composed)
	);
});

test('changes with a word of the title, the summary or the body', () => {
	const original = articleHash(words, 'Wait.');
	expect(articleHash({ ...words, title: 'The title' }, 'Wait.')).not.toBe(original);
	expect(articleHash({ ...words, summary: 'The summary.' }, 'Wait.')).not.toBe(original);
	expect(articleHash(words, 'Go.')).not.toBe(original);
});

test('joins the fields of a small kind by line feeds', () => {
	expect(fieldsHash(['door', 'What opens.'])).toBe(hash('door\nWhat opens.'));
});
