import { expect, test } from 'vitest';
import { hasOpenQuote, quotesIn, sentencesOf, withoutQuotes, wordsOf } from './running-text.ts';

test('finds quotes in the marks of each language', () => {
	const text = 'He said "one", “two”, «three», „four“, 「五」 and 『六』.';
	expect(quotesIn(text)).toEqual(['one', 'two', 'three', 'four', '五', '六']);
});

test('ends a sentence where a quote ended it', () => {
	expect(sentencesOf(withoutQuotes('Say: "Please wait." Then call.'))).toHaveLength(2);
	expect(sentencesOf(withoutQuotes('The word "wait" is short.'))).toHaveLength(1);
});

test('splits sentences of each script', () => {
	expect(sentencesOf('One. Two! Three?')).toHaveLength(3);
	expect(sentencesOf('请等一下。请打电话。')).toHaveLength(2);
	expect(sentencesOf('دروازہ بند رکھیں۔ انتظار کریں۔')).toHaveLength(2);
	expect(sentencesOf('দরজা বন্ধ রাখুন। অপেক্ষা করুন।')).toHaveLength(2);
});

test('does not split at the dot of a number or an address', () => {
	expect(sentencesOf('See rule 1.21 at locator.ice.gov today.')).toHaveLength(1);
});

test('counts a telephone number as a word, and a dash as none', () => {
	expect(wordsOf('Call 800-354-0365 — now')).toEqual(['Call', '800-354-0365', 'now']);
});

test('sees a quotation mark that has no partner', () => {
	expect(hasOpenQuote('Say "wait.')).toBe(true);
	expect(hasOpenQuote('Say «espere.')).toBe(true);
	expect(hasOpenQuote('Say "wait." now')).toBe(false);
});
