import { render, screen } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { aGuide } from '#tests/support/publisher/fixture-articles.ts';
import type { Sounds } from '#lib/phone/recordings.ts';
import { textsOf } from '#tests/support/phone/texts.ts';
import RecordedGuide from './RecordedGuide.svelte';

let played = 0;

/** A sound that any browser could play. */
class FakeAudio extends EventTarget {
	duration = 1;
	currentTime = 0;
	playbackRate = 1;
	canPlayType = () => 'probably';
	load = () => this.dispatchEvent(new Event('loadedmetadata'));
	pause = () => undefined;
	play = () => Promise.resolve(void (played += 1));
}

// what jsdom has not: sound, and a layout
Object.assign(globalThis, { Audio: FakeAudio, CSS: {}, matchMedia: () => ({ matches: true }) });
Object.assign(globalThis, { scrollBy: () => undefined });
Object.assign(URL, { createObjectURL: () => 'blob:', revokeObjectURL: () => undefined });
Range.prototype.getBoundingClientRect = () => ({ top: 0 }) as DOMRect;

beforeEach(() => {
	played = 0;
	vi.restoreAllMocks();
});

/** A guide of which the recording was asked for by a tap. It comes when `come` is called. */
async function aGuideOnItsWay() {
	document.body.innerHTML = `<div lang="en"><article><div class="first"><h1>At the door</h1>
		<section><ol data-steps><li><div>Wait.</div></li></ol></section>
		<div class="pin"></div></div></article></div>`;
	const target = document.querySelector('article') ?? document.body;
	const guide = aGuide();
	let come: (sounds: Sounds) => void = () => undefined;
	const block = { block: 'do' as const, sha256: 'a'.repeat(64), length: 1, starts: [0, 500] };
	const by = { voice: 'person', by: 'Ana López', on: '2026-11-24' } as const;
	const found = { guide: { id: 'guide/door', ...by, blocks: [block] }, isKept: false };
	const never = () => Promise.reject(new Error('not asked for'));
	const phone = {
		find: () => Promise.resolve(found),
		read: () => new Promise<Sounds>((resolve) => (come = resolve)),
		...{ of: never, keep: never, drop: never, renew: never }
	};
	const { unmount } = render(RecordedGuide, {
		target,
		props: { t: textsOf('en'), guide, blob: undefined, phone }
	});
	(await screen.findByRole('button')).click();
	const arrive = async () => {
		come({ found: [new Blob(['x'])] });
		await new Promise((resolve) => setTimeout(resolve, 20));
	};
	return { target, unmount, arrive };
}

test('a recording that has come is heard', async () => {
	const { arrive } = await aGuideOnItsWay();
	await arrive();
	expect(played).toBe(1);
});

test('nothing is heard of a guide that was left meanwhile', async () => {
	const { target, unmount, arrive } = await aGuideOnItsWay();
	unmount();
	target.remove();
	await arrive();
	expect(played).toBe(0);
});

test('nothing is heard while the page is out of sight', async () => {
	const { arrive } = await aGuideOnItsWay();
	vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
	await arrive();
	expect(played).toBe(0);
	expect(screen.getByRole('region')).toBeTruthy();
});
