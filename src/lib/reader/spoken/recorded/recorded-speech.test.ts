import { describe, expect, test } from 'vitest';
import { Listening } from '../listening/listening.ts';
import { createRecordedSpeech } from './recorded-speech.ts';
import type { Sentence } from '../listening/reading-of.ts';

/** A sound that plays when the test says so. */
class FakeSound extends EventTarget {
	currentTime = 0;
	playbackRate = 1;
	isPlaying = false;
	canPlay = true;
	play(): Promise<void> {
		this.isPlaying = this.canPlay;
		return this.canPlay ? Promise.resolve() : Promise.reject(new Error('NotAllowedError'));
	}
	pause(): void {
		this.isPlaying = false;
	}
	get paused(): boolean {
		return !this.isPlaying;
	}
	ended = false;
	/** The phone does it by itself, and says so. */
	interrupt(): void {
		this.isPlaying = false;
		this.dispatchEvent(new Event('pause'));
	}
	resume(): void {
		this.isPlaying = true;
		this.dispatchEvent(new Event('play'));
	}
	reach(seconds: number): void {
		this.currentTime = seconds;
		this.dispatchEvent(new Event('timeupdate'));
	}
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

function aRecording() {
	const files = [new FakeSound(), new FakeSound()];
	const at = (file: number, start: number, end: number) => ({
		...{ file, start, end },
		sentence: { text: '' } as Sentence
	});
	const sentences = [at(0, 0, 2), at(0, 2, Infinity), at(1, 0, Infinity)];
	const speech = createRecordedSpeech(sentences, files);
	const listening = new Listening(speech, sentences.length, () => undefined);
	return { files, listening };
}

describe('a recording', () => {
	test('goes on from sentence to sentence without a break, and from file to file', async () => {
		const { files, listening } = aRecording();
		listening.play();
		let breaks = 0;
		if (files[0]) files[0].pause = () => void (breaks += 1);
		files[0]?.reach(1.9);
		expect(listening.index).toBe(0);
		files[0]?.reach(2.1);
		await settled();
		expect([listening.index, files[0]?.currentTime, breaks]).toEqual([1, 2.1, 0]);
		files[0]?.dispatchEvent(new Event('ended'));
		await settled();
		expect([listening.index, files[1]?.isPlaying]).toEqual([2, true]);
		files[1]?.dispatchEvent(new Event('ended'));
		expect(listening.state).toBe('ended');
	});

	test('rests when a call interrupts it, and goes on when the phone lets it', async () => {
		const { files, listening } = aRecording();
		listening.play();
		files[0]?.interrupt();
		await settled();
		expect(listening.state).toBe('paused');
		files[0]?.resume();
		await settled();
		expect([listening.state, files[0]?.isPlaying]).toEqual(['speaking', true]);
	});

	test('takes neither its own pause nor the end of a file for a call', async () => {
		const { files, listening } = aRecording();
		listening.play();
		listening.pause();
		await settled();
		listening.play();
		// the browser says only now that it had paused
		files[0]?.dispatchEvent(new Event('pause'));
		expect(listening.state).toBe('speaking');
		files[0]?.reach(2.1);
		// at its end a file pauses before it says that it has ended
		Object.assign(files[0] ?? {}, { ended: true });
		files[0]?.interrupt();
		files[0]?.dispatchEvent(new Event('ended'));
		await settled();
		expect([listening.state, listening.index]).toEqual(['speaking', 2]);
	});

	test('stops at a pause, and goes on from the beginning of the sentence, at the rate that was chosen', async () => {
		const { files, listening } = aRecording();
		listening.play();
		files[0]?.reach(2.1);
		files[0]?.reach(4);
		listening.pause();
		await settled();
		expect(files[0]?.isPlaying).toBe(false);
		listening.nextRate();
		listening.play();
		expect(files[0]).toMatchObject({ currentTime: 2, isPlaying: true, playbackRate: 1.2 });
		listening.back();
		expect(files[0]?.currentTime).toBe(0);
	});

	test('that a browser does not play is lost', async () => {
		const { files, listening } = aRecording();
		if (files[0]) files[0].canPlay = false;
		listening.play();
		await settled();
		expect(listening.state).toBe('lost');
	});
});
