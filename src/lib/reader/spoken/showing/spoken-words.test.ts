import { describe, expect, test } from 'vitest';
import { spokenWords } from './spoken-words.ts';

describe('spokenWords', () => {
	test('leaves the quotation marks out: the card itself is what is said', () => {
		expect(spokenWords('"I want to talk to a lawyer."')).toEqual({
			words: 'I want to talk to a lawyer.'
		});
		expect(spokenWords('«Espere, por favor».')).toEqual({ words: 'Espere, por favor' });
		expect(spokenWords('「請稍候。」')).toEqual({ words: '請稍候。' });
	});

	test('keeps for the reader when a line may be said', () => {
		expect(spokenWords('If true: "I need my <em>medicine</em>."')).toEqual({
			words: 'I need my <em>medicine</em>.',
			condition: 'If true:'
		});
	});

	test('shows a line whole where it has no quotation, or more than one', () => {
		expect(spokenWords('Say your name.')).toEqual({ words: 'Say your name.' });
		expect(spokenWords('"Stop" means "go".')).toEqual({ words: '"Stop" means "go".' });
	});
});
