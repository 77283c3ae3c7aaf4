import { describe, expect, test } from 'vitest';
import { Listening, RATES, type SpeechEnds } from './listening.ts';

/** A voice that says what the test lets it say. */
function aVoice(count = 3) {
	const said: string[] = [];
	let ends: SpeechEnds | undefined;
	const listening = new Listening(
		{
			speak(index, rate, toEnd) {
				said.push(`${String(index)}@${String(rate)}`);
				ends = toEnd;
			},
			stop: () => said.push('stop')
		},
		count,
		() => undefined
	);
	return {
		listening,
		sentences: () => said.filter((it) => it !== 'stop'),
		said,
		end: () => ends?.onend(),
		lose: () => ends?.onlost(),
		ends: () => ends
	};
}

describe('Listening', () => {
	test('says nothing by itself', () => {
		const { listening, said } = aVoice();
		expect(said).toEqual([]);
		expect(listening.state).toBe('paused');
	});

	test('says one sentence after the other, and then has ended', () => {
		const { listening, sentences, end } = aVoice();
		listening.play();
		for (let sentence = 0; sentence < 3; sentence += 1) end();
		expect(sentences()).toEqual(['0@1', '1@1', '2@1']);
		expect(listening.state).toBe('ended');
	});

	test('goes on after a pause from the beginning of the sentence', () => {
		const { listening, sentences, said, end } = aVoice();
		listening.play();
		end();
		listening.pause();
		expect(said.at(-1)).toBe('stop');
		expect(listening.state).toBe('paused');
		listening.play();
		expect(sentences()).toEqual(['0@1', '1@1', '1@1']);
	});

	test('the end of what was stopped does not move it on', () => {
		const { listening, sentences, ends } = aVoice();
		listening.play();
		const late = ends();
		listening.pause();
		late?.onend();
		late?.onlost();
		expect(listening.state).toBe('paused');
		expect(sentences()).toEqual(['0@1']);
	});

	test('goes back one sentence, and not before the first', () => {
		const { listening, sentences, end } = aVoice();
		listening.play();
		end();
		listening.back();
		listening.back();
		expect(sentences()).toEqual(['0@1', '1@1', '0@1', '0@1']);
	});

	test('a new rate begins the sentence again, and comes round', () => {
		const { listening, sentences } = aVoice();
		listening.play();
		listening.nextRate();
		expect(sentences()).toEqual(['0@1', '0@1.2']);
		for (let tap = 1; tap < RATES.length; tap += 1) listening.nextRate();
		expect(listening.rate).toBe(1);
		listening.pause();
		listening.nextRate();
		expect(listening.state).toBe('paused');
	});

	test('begins again after the end', () => {
		const { listening, sentences, end } = aVoice(1);
		listening.play();
		end();
		listening.play();
		expect(sentences()).toEqual(['0@1', '0@1']);
	});

	test('a voice that is lost says nothing more, whatever is tapped', () => {
		const { listening, sentences, lose } = aVoice();
		listening.play();
		lose();
		expect(listening.state).toBe('lost');
		listening.play();
		listening.back();
		listening.nextRate();
		expect(sentences()).toEqual(['0@1']);
	});
});
